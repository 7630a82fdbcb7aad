/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-guesses.h"

#include "gf-drop-down-name.h"
#include "gf-encoding-choice.h"

#include <glib/gi18n-lib.h>

struct _GfImportGuesses
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  AdwWrapBox *box;
  GtkDropDown *sheet;
  GtkDropDown *encoding;
  GtkDropDown *separator;
  GtkDropDown *quotes;
  GtkDropDown *names;
  GtkDropDown *numbers;
  GtkDropDown *dates;

  /* Only what the user settled */
  GfImportOptions *options;

  /* As the file was read */
  char delimiter;
  guint n_header_rows;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportGuesses, gf_import_guesses, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The last stands for any other, which is asked for. */
static const char separators[] = { ',', ';', '\t', '|', ':', 0 };
#define OTHER (G_N_ELEMENTS (separators) - 1)
/* The sign around cells, and what makes it part of one. */
static const char quotes[][2] = { { '"', '"' }, { '"', '\\' }, { '\'', '\'' }, { '\'', '\\' } };
static const char decimals[] = { 0, '.', ',' };

#define N_HEADER_ROWS 4

static void
changed (GfImportGuesses *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The separator as a line of its choice: one that is not usual gets a line before the last. */
static void
show_separator (GfImportGuesses *self,
                char             separator)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->separator));
  guint selected = OTHER;

  for (guint i = 0; i < OTHER; i++)
    if (separators[i] == separator)
      selected = i;
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > G_N_ELEMENTS (separators))
    gtk_string_list_remove (list, OTHER);
  if (selected == OTHER)
    gtk_string_list_splice (list, OTHER, 0, (const char *[]) { (char[]) { separator, '\0' }, NULL });
  gtk_drop_down_set_selected (self->separator, selected);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GfImportGuesses) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GtkWidget *entry = adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (source));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (g_str_equal (response, "use") && *text != '\0')
    {
      self->options->delimiter = *text;
      changed (self);
    }
  else
    {
      self->updating = TRUE;
      show_separator (self, self->delimiter);
      self->updating = FALSE;
    }
}

static void
typed_cb (GtkEditable    *entry,
          AdwAlertDialog *dialog)
{
  const char *text = gtk_editable_get_text (entry);

  adw_alert_dialog_set_response_enabled (dialog, "use", g_ascii_isprint (*text) && *text != '"' && text[1] == '\0');
}

static void
ask_for_separator (GfImportGuesses *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Other Separator"), _("Which sign stands between the cells of a line?"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Separator"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "use", _("_Use"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "use", FALSE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "use");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, 0);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, asked_cb, g_object_ref (self));
}

static void
chosen_cb (GfImportGuesses *self,
           GParamSpec      *pspec,
           GtkDropDown     *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (choice == self->sheet)
    {
      GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

      /* Another sheet is laid out in its own way. */
      g_set_str (&self->options->sheet, gtk_string_object_get_string (item));
      self->options->n_header_rows = -1;
      self->options->names_row = -1;
    }
  else if (choice == self->encoding)
    {
      g_set_str (&self->options->encoding, gf_encoding_choice_get (choice));
    }
  else if (choice == self->separator)
    {
      guint n = g_list_model_get_n_items (gtk_drop_down_get_model (choice));

      if (selected + 1 == n)
        {
          ask_for_separator (self);
          return;
        }
      self->options->delimiter = selected < OTHER ? separators[selected] : self->delimiter;
    }
  else if (choice == self->quotes)
    {
      self->options->quote = quotes[selected][0];
      self->options->escape = quotes[selected][1];
    }
  else if (choice == self->names)
    {
      self->options->n_header_rows = (int) selected;
      self->options->names_row = (int) selected - 1;
    }
  else if (choice == self->numbers)
    {
      self->options->decimal = decimals[selected];
    }
  else
    {
      self->options->date_order = (GfDateOrder) selected;
    }

  changed (self);
}

static GtkDropDown *
add_choice (GfImportGuesses *self,
            const char      *title,
            GtkWidget       *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), choice);
  gf_drop_down_set_name (GTK_DROP_DOWN (choice), title);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  adw_wrap_box_append (self->box, box);

  return GTK_DROP_DOWN (choice);
}

/* Row 1, row 2 ... as far as is needed. */
static void
show_names (GfImportGuesses *self,
            guint            row)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->names));

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i <= row; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Row %u"), i);

      gtk_string_list_append (list, title);
    }
  gtk_drop_down_set_selected (self->names, row);
}

/* Whether what was chosen is a workbook in an archive rather than a sheet. */
static gboolean
is_workbook (const char *sheet)
{
  static const char * const endings[] = { ".xlsx", ".ods", ".xls" };
  g_autofree char *folded = sheet != NULL ? g_ascii_strdown (sheet, -1) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;

  return FALSE;
}

/* The sheets of a workbook, when there are several; a workbook has no encoding and no separator. */
static void
show_sheets (GfImportGuesses *self,
             const GfImport  *import)
{
  GPtrArray *sheets = gf_import_get_sheets (import);
  const char *sheet = gf_import_get_options (import)->sheet;
  const char *format = gf_import_get_format (import);
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self->sheet));
  const char *title;
  gboolean text = format == NULL || g_str_equal (format, "csv");
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const GfSourceSheet *item = g_ptr_array_index (sheets, i);

      if (g_strcmp0 (item->name, sheet) == 0)
        selected = i;
      gtk_string_list_append (list, item->name);
    }
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->sheet, selected);
  title = text || is_workbook (sheet) ? _("File") : _("Sheet");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (place)), title);
  gf_drop_down_set_name (self->sheet, title);
  gtk_widget_set_visible (place, sheets != NULL && sheets->len > 1);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->encoding)), text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->separator)), text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->quotes)), text);
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
setup_sheet_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (item, label);
}

static void
bind_sheet_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Names of files within an archive are long: the button gives way, the list shows them whole. */
static GtkWidget *
new_sheet_choice (void)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (NULL);
  g_autoptr (GtkListItemFactory) list = g_object_ref (gtk_drop_down_get_factory (GTK_DROP_DOWN (choice)));
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_sheet_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_sheet_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), list);

  return choice;
}

static void
gf_import_guesses_init (GfImportGuesses *self)
{
  /* Translators: what separates the cells of a line */
  const char *separator_titles[] = { _("Comma"), _("Semicolon"), _("Tab"), _("Bar"), _("Colon"), _("Other…"), NULL };
  /* Translators: quotation marks around a cell; “with \\”: a backslash before one makes it part of the cell */
  const char *quote_titles[] = { "\"…\"", _("\"…\" with \\"), "'…'", _("'…' with \\"), NULL };
  const char *number_titles[] = { _("By column"), "1,234.56", "1.234,56", NULL };
  const char *date_titles[] = { _("By column"), _("Year first"), _("Day first"), _("Month first"), NULL };

  self->options = gf_import_options_new ();
  self->updating = TRUE;
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 9);
  adw_wrap_box_set_line_spacing (self->box, 9);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  /* Translators: which sheet of a workbook, or which file of an archive */
  self->sheet = add_choice (self, _("Sheet"), new_sheet_choice ());
  self->encoding = add_choice (self, _("Encoding"), gf_encoding_choice_new ());
  self->separator = add_choice (self, _("Separator"), gtk_drop_down_new_from_strings (separator_titles));
  /* Translators: the quotation marks around cells */
  self->quotes = add_choice (self, _("Quotes"), gtk_drop_down_new_from_strings (quote_titles));
  /* Translators: in which row of the file the names of the columns stand */
  self->names = add_choice (self, _("Names in"), gtk_drop_down_new_from_strings ((const char *[]) { _("No row"), NULL }));
  show_names (self, N_HEADER_ROWS - 1);
  self->numbers = add_choice (self, _("Numbers"), gtk_drop_down_new_from_strings (number_titles));
  self->dates = add_choice (self, _("Dates"), gtk_drop_down_new_from_strings (date_titles));
  self->updating = FALSE;
}

/**
 * gf_import_guesses_set_options:
 * @options: what is settled before anything is read; copied
 *
 * Begins with what is remembered of the export before.
 */
void
gf_import_guesses_set_options (GfImportGuesses       *self,
                               const GfImportOptions *options)
{
  g_return_if_fail (GF_IS_IMPORT_GUESSES (self) && options != NULL);

  gf_import_options_free (self->options);
  self->options = gf_import_options_copy (options);
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
  show_sheets (self, import);
  if (options->encoding != NULL)
    gf_encoding_choice_set (self->encoding, options->encoding);
  self->delimiter = options->delimiter;
  self->n_header_rows = (guint) MAX (options->n_header_rows, 0);
  show_separator (self, options->delimiter);
  show_names (self, options->n_header_rows <= 0 ? 0 : gf_import_get_names_row (import) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i][0] == options->quote && quotes[i][1] == options->escape)
      gtk_drop_down_set_selected (self->quotes, i);
  for (guint i = 0; i < sizeof decimals; i++)
    if (decimals[i] == options->decimal)
      gtk_drop_down_set_selected (self->numbers, i);
  gtk_drop_down_set_selected (self->dates, options->date_order);
  self->updating = FALSE;
}

/**
 * gf_import_guesses_has_sheets:
 *
 * Returns: whether a sheet, or a file of an archive, can be chosen, which takes much room
 */
gboolean
gf_import_guesses_has_sheets (GfImportGuesses *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_GUESSES (self), FALSE);

  return gtk_widget_get_visible (gtk_widget_get_parent (GTK_WIDGET (self->sheet)));
}

/**
 * gf_import_guesses_set_names_row:
 * @row: a row of the data as they were read, from 0
 *
 * Settles that this row, and no other, holds the names of the columns.
 */
void
gf_import_guesses_set_names_row (GfImportGuesses *self,
                                 guint            row)
{
  g_return_if_fail (GF_IS_IMPORT_GUESSES (self));

  self->options->names_row = (int) (self->n_header_rows + row);
  self->options->n_header_rows = self->options->names_row + 1;
  changed (self);
}
