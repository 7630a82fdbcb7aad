/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-date-row.h"

#include "gf-date.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfImportDateRow
{
  AdwPreferencesRow parent_instance;

  /* Owned by the widget tree */
  GtkBox *box;
  AdwToggleGroup *answers;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GfImportDateRow, gf_import_date_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  ORDER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const GfDateOrder orders[] = { GF_DATE_ORDER_DMY, GF_DATE_ORDER_MDY };

static void
chosen_cb (GfImportDateRow *self)
{
  guint active = adw_toggle_group_get_active (self->answers);

  if (!self->updating && active < G_N_ELEMENTS (orders))
    g_signal_emit (self, signals[ORDER_CHOSEN], 0, (guint) orders[active]);
}

static void
gf_import_date_row_class_init (GfImportDateRowClass *klass)
{
  /**
   * GfImportDateRow::order-chosen:
   * @order: a #GfDateOrder
   */
  signals[ORDER_CHOSEN] = g_signal_new ("order-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gf_import_date_row_init (GfImportDateRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "import-column");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* A date of the column that both orders can read as two days. */
static const char *
find_example (GfColumn *column,
              gint32    days[G_N_ELEMENTS (orders)])
{
  GfCells *cells = gf_column_get_cells (column);
  gsize n = MIN (gf_cells_get_n_texts (cells), 1000);

  for (gsize i = 0; i < n; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      if (gf_date_parse (text, length, orders[0], &days[0]) && gf_date_parse (text, length, orders[1], &days[1]) &&
          days[0] != days[1])
        return text;
    }

  return NULL;
}

static GtkWidget *
new_label (const char *text,
           gboolean    caption)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (caption)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }

  return label;
}

static void
add_answers (GfImportDateRow *self,
             const char      *answers[G_N_ELEMENTS (orders)],
             const char      *question)
{
  self->answers = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, answers[i]);
      adw_toggle_group_add (self->answers, toggle);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->answers), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  g_signal_connect_object (self->answers, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gf_import_date_row_new:
 * @column: a column of dates that day first and month first both fit
 * @n_columns: how many columns of the file are like that
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
gf_import_date_row_new (GfColumn *column,
                        guint     n_columns)
{
  GfImportDateRow *self;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("gf-state-attention-symbolic");
  gint32 days[G_N_ELEMENTS (orders)];
  const char *example;
  g_autofree char *day_first = NULL;
  g_autofree char *month_first = NULL;
  g_autofree char *question = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  self = g_object_new (GF_TYPE_IMPORT_DATE_ROW, NULL);
  example = find_example (column, days);
  day_first = example != NULL ? gf_format_date_short (days[0]) : g_strdup (_("Day first"));
  month_first = example != NULL ? gf_format_date_short (days[1]) : g_strdup (_("Month first"));
  if (example != NULL)
    /* Translators: a date as it stands in the file, and what it can mean: “05/06/2025: is this 5 June or 6 May?” */
    question = g_strdup_printf (_("%s: is this %s or %s?"), example, day_first, month_first);
  else
    question = g_strdup (_("Does the day or the month come first?"));
  if (n_columns > 1)
    reason = g_strdup_printf (ngettext ("The dates of %u column fit both", "The dates of %u columns fit both", n_columns),
                              n_columns);
  else
    /* Translators: the name of a column */
    reason = g_strdup_printf (_("All dates of “%s” fit both"), gf_column_get_name (column));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), question);
  gtk_box_append (GTK_BOX (texts), new_label (question, FALSE));
  gtk_box_append (GTK_BOX (texts), new_label (reason, TRUE));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (icon, "data-attention");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Look at this"), -1);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (self->box, line);
  add_answers (self, (const char *[]) { day_first, month_first }, question);
  gtk_box_append (self->box, GTK_WIDGET (self->answers));
  gf_import_date_row_show (self, column);

  return GTK_WIDGET (self);
}

/**
 * gf_import_date_row_show:
 * @column: the column as it is now
 *
 * Shows how its dates are read.
 */
void
gf_import_date_row_show (GfImportDateRow *self,
                         GfColumn        *column)
{
  g_return_if_fail (GF_IS_IMPORT_DATE_ROW (self) && column != NULL);

  self->updating = TRUE;
  adw_toggle_group_set_active (self->answers, gf_column_get_spec (column)->date_order == GF_DATE_ORDER_MDY ? 1 : 0);
  self->updating = FALSE;
}

/**
 * gf_import_date_row_set_narrow:
 * @narrow: whether the answers stand below the question
 */
void
gf_import_date_row_set_narrow (GfImportDateRow *self,
                               gboolean         narrow)
{
  g_return_if_fail (GF_IS_IMPORT_DATE_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * gf_import_date_row_get_first:
 *
 * Returns: (transfer none): what takes the focus
 */
GtkWidget *
gf_import_date_row_get_first (GfImportDateRow *self)
{
  g_return_val_if_fail (GF_IS_IMPORT_DATE_ROW (self), NULL);

  return GTK_WIDGET (self->answers);
}
