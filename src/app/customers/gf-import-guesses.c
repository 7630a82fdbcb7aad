/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-guesses.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfImportGuesses
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwWrapBox *box;
  GtkDropDown *encoding;
  GtkDropDown *separator;
  GtkDropDown *names;
  GtkDropDown *numbers;
  GtkDropDown *dates;

  /* Only what the user settled */
  GfImportOptions *options;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportGuesses, gf_import_guesses, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const encodings[] = {
  "UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "windows-1250", "windows-1251", "UTF-16LE", "UTF-16BE",
  "Shift_JIS", "GB18030", "Big5", "EUC-KR", NULL,
};

static const char separators[] = { ',', ';', '\t', '|', ':' };
static const char decimals[] = { 0, '.', ',' };

#define N_HEADER_ROWS 6

static void
chosen_cb (GfImportGuesses *self,
           GParamSpec      *pspec,
           GtkDropDown     *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (choice == self->encoding)
    {
      GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

      g_set_str (&self->options->encoding, gtk_string_object_get_string (item));
    }
  else if (choice == self->separator)
    self->options->delimiter = separators[selected];
  else if (choice == self->names)
    self->options->n_header_rows = (int) selected;
  else if (choice == self->numbers)
    self->options->decimal = decimals[selected];
  else
    self->options->date_order = (GfDateOrder) selected;

  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkDropDown *
add_choice (GfImportGuesses    *self,
            const char         *title,
            const char * const *choices)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  adw_wrap_box_append (self->box, box);

  return GTK_DROP_DOWN (choice);
}

static void
gf_import_guesses_finalize (GObject *object)
{
  gf_import_options_free (GF_IMPORT_GUESSES (object)->options);

  G_OBJECT_CLASS (gf_import_guesses_parent_class)->finalize (object);
}

static void
gf_import_guesses_class_init (GfImportGuessesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_import_guesses_finalize;

  /**
   * GfImportGuesses::changed:
   *
   * The user settled something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gf_import_guesses_init (GfImportGuesses *self)
{
  /* Translators: what separates the cells of a line */
  const char *separator_titles[] = { _("Comma"), _("Semicolon"), _("Tab"), _("Bar"), _("Colon"), NULL };
  const char *number_titles[] = { _("By column"), "1,234.56", "1.234,56", NULL };
  const char *date_titles[] = { _("By column"), _("Year first"), _("Day first"), _("Month first"), NULL };
  char *name_titles[N_HEADER_ROWS + 1] = { NULL };

  self->options = gf_import_options_new ();
  self->updating = TRUE;
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 9);
  adw_wrap_box_set_line_spacing (self->box, 9);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  name_titles[0] = g_strdup (_("No row"));
  for (guint i = 1; i < N_HEADER_ROWS; i++)
    name_titles[i] = g_strdup_printf (_("Row %u"), i);

  self->encoding = add_choice (self, _("Encoding"), encodings);
  self->separator = add_choice (self, _("Separator"), separator_titles);
  /* Translators: in which row of the file the names of the columns stand */
  self->names = add_choice (self, _("Names in"), (const char * const *) name_titles);
  self->numbers = add_choice (self, _("Numbers"), number_titles);
  self->dates = add_choice (self, _("Dates"), date_titles);
  self->updating = FALSE;
  for (guint i = 0; i < N_HEADER_ROWS; i++)
    g_free (name_titles[i]);
}

/**
 * gf_import_guesses_get_options:
 *
 * Returns: (transfer none): what the user settled; all else is still to be guessed
 */
const GfImportOptions *
gf_import_guesses_get_options (GfImportGuesses *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_GUESSES (self), NULL);

  return self->options;
}

static void
show_encoding (GfImportGuesses *self,
               const char      *encoding)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->encoding));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (list, i), encoding) == 0)
      {
        gtk_drop_down_set_selected (self->encoding, i);
        return;
      }

  gtk_string_list_append (list, encoding);
  gtk_drop_down_set_selected (self->encoding, n);
}

/**
 * gf_import_guesses_set_import:
 * @import: what was read
 *
 * Shows how the file was read.
 */
void
gf_import_guesses_set_import (GfImportGuesses *self,
                              const GfImport  *import)
{
  const GfImportOptions *options;

  g_return_if_fail (GF_IS_IMPORT_GUESSES (self) && import != NULL);

  options = gf_import_get_options (import);
  self->updating = TRUE;
  if (options->encoding != NULL)
    show_encoding (self, options->encoding);
  for (guint i = 0; i < sizeof separators; i++)
    if (separators[i] == options->delimiter)
      gtk_drop_down_set_selected (self->separator, i);
  gtk_drop_down_set_selected (self->names, options->n_header_rows <= 0 ? 0
                              : MIN (gf_import_get_names_row (import) + 1, N_HEADER_ROWS - 1));
  for (guint i = 0; i < sizeof decimals; i++)
    if (decimals[i] == options->decimal)
      gtk_drop_down_set_selected (self->numbers, i);
  gtk_drop_down_set_selected (self->dates, options->date_order);
  self->updating = FALSE;
}
