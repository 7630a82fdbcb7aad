/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-driver-list.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>

struct _GfDriverList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *headline;
  GtkListBox *list;
  GtkLabel *problem;

  /* Owned references */
  GfDrivers *drivers;     /* those that are shown */
  GfTable *table;
  GPtrArray *odds;        /* the boxes at the end of the rows; they belong to the rows */

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GfDriverList, gf_driver_list, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text,
              const char *css_class,
              gboolean    dimmed)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  if (dimmed)
    gtk_widget_add_css_class (label, "dimmed");

  return label;
}

/* The figures of the sentence, to compare rows by; who hears the row has the sentence. */
static GtkWidget *
create_odds (const GfDriver *driver)
{
  g_autofree char *interval = NULL;
  g_autofree char *times = gf_driver_dup_odds (driver, &interval);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_label (times, "caption-heading", FALSE));
  gtk_box_append (GTK_BOX (box), create_label (interval, "caption", TRUE));

  return box;
}

static GtkWidget *
create_row (GfDriverList *self,
            guint         i)
{
  const GfDriver *driver = gf_drivers_get (self->drivers, i);
  g_autofree char *sentence = gf_drivers_dup_sentence (self->drivers, i, self->table);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), driver->column);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  if (driver->verdict == GF_DRIVER_MATTERS)
    {
      GtkWidget *odds = create_odds (driver);

      g_ptr_array_add (self->odds, odds);
      gtk_widget_set_visible (odds, !self->narrow);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), odds);
    }

  return row;
}

static GtkWidget *
create_others_row (guint    n,
                   gboolean all)
{
  g_autofree char *number = gf_words_dup_number (n);
  g_autofree char *title = g_strdup_printf (all ? ngettext ("%s attribute was looked at",
                                                            "%s attributes were looked at", n)
                                                : ngettext ("%s more attribute adds nothing clear to the others",
                                                            "%s more attributes add nothing clear to the others", n),
                                            number);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return row;
}

static void
fill (GfDriverList *self,
      GfAgainst     against)
{
  g_autofree char *headline = gf_drivers_dup_headline (self->drivers, against);
  guint n_others = 0;
  GtkWidget *others;

  gtk_label_set_label (self->headline, headline);
  for (guint i = 0; i < gf_drivers_get_n (self->drivers); i++)
    if (gf_drivers_get (self->drivers, i)->verdict == GF_DRIVER_UNCLEAR)
      n_others++;
    else
      gtk_list_box_append (self->list, create_row (self, i));
  if (n_others == 0)
    return;

  others = create_others_row (n_others, n_others == gf_drivers_get_n (self->drivers));
  for (guint i = 0; i < gf_drivers_get_n (self->drivers); i++)
    if (gf_drivers_get (self->drivers, i)->verdict == GF_DRIVER_UNCLEAR)
      {
        GtkWidget *row = adw_action_row_new ();

        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gf_drivers_get (self->drivers, i)->column);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (others), row);
      }
  gtk_list_box_append (self->list, others);
}

static void
gf_driver_list_dispose (GObject *object)
{
  GfDriverList *self = GF_DRIVER_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_DRIVER_LIST);
  g_clear_pointer (&self->drivers, gf_drivers_unref);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->odds, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_driver_list_parent_class)->dispose (object);
}

static void
gf_driver_list_class_init (GfDriverListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_driver_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-driver-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GfDriverList, headline);
  gtk_widget_class_bind_template_child (widget_class, GfDriverList, list);
  gtk_widget_class_bind_template_child (widget_class, GfDriverList, problem);
}

static void
gf_driver_list_init (GfDriverList *self)
{
  self->odds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_driver_list_set:
 * @drivers: (nullable): what matters together; NULL while that is not known
 * @table: (nullable): the customers
 * @against: whom it is about
 * @problem: (nullable): why it cannot be known
 *
 * Shows what matters together, that it is being looked at, or why it cannot be said.
 */
void
gf_driver_list_set (GfDriverList *self,
                    GfDrivers    *drivers,
                    GfTable      *table,
                    GfAgainst     against,
                    const char   *problem)
{
  g_return_if_fail (GF_IS_DRIVER_LIST (self));

  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))),
                                    drivers != NULL ? "drivers" : problem != NULL ? "problem" : "busy");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  /* the same as before: what is unfolded stays so */
  if (drivers == self->drivers)
    return;

  if (drivers != NULL)
    gf_drivers_ref (drivers);
  g_clear_pointer (&self->drivers, gf_drivers_unref);
  self->drivers = drivers;
  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;

  g_ptr_array_set_size (self->odds, 0);
  gtk_list_box_remove_all (self->list);
  if (drivers != NULL)
    fill (self, against);
}

/**
 * gf_driver_list_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Leaves the figures at the end of the rows to their sentences.
 */
void
gf_driver_list_set_narrow (GfDriverList *self,
                           gboolean      narrow)
{
  g_return_if_fail (GF_IS_DRIVER_LIST (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->odds->len; i++)
    gtk_widget_set_visible (self->odds->pdata[i], !narrow);
}
