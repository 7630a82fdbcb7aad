/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-size-dialog.h"

#include "gf-format.h"
#include "gf-market-size.h"
#include "gf-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GfMarketSizeDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkEditable *description;
  AdwSpinRow *total;
  AdwSpinRow *serviceable;
  AdwSpinRow *obtainable;
  AdwSpinRow *yearly;
  GtkEditable *total_note;
  GtkEditable *serviceable_note;
  GtkEditable *obtainable_note;
  GtkLabel *outcome;

  /* Owned references */
  GfProject *project;
};

G_DEFINE_FINAL_TYPE (GfMarketSizeDialog, gf_market_size_dialog, ADW_TYPE_DIALOG)

/* 0 stands for a number that nobody knows yet. */
static double
get_number (AdwSpinRow *row)
{
  double value = adw_spin_row_get_value (row);

  return value > 0 ? value : NAN;
}

static void
set_number (AdwSpinRow *row,
            double      value)
{
  adw_spin_row_set_value (row, isnan (value) ? 0 : value);
}

static void
store_text (GfMarket    *market,
            const char  *field,
            GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (gtk_editable_get_chars (editable, 0, -1));

  gf_record_set_string (GF_RECORD (market), field, text);
}

static void
fill_record (GfMarketSizeDialog *self,
             GfMarket           *market)
{
  store_text (market, "description", self->description);
  gf_market_set_total (market, get_number (self->total));
  gf_market_set_serviceable (market, get_number (self->serviceable));
  gf_market_set_obtainable (market, get_number (self->obtainable));
  gf_market_set_yearly_value (market, get_number (self->yearly));
  store_text (market, "total-note", self->total_note);
  store_text (market, "serviceable-note", self->serviceable_note);
  store_text (market, "obtainable-note", self->obtainable_note);
}

/* "41,000 firms, 31 % of them to serve, 7 % of these to win: €3.5 million a year" */
static void
changed_cb (GfMarketSizeDialog *self)
{
  g_autoptr (GfMarket) market = NULL;
  GfTable *table;
  GfMarketSize size;
  g_autofree char *served = NULL;
  g_autofree char *won = NULL;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;

  if (self->project == NULL)
    return;

  market = gf_market_new ();
  table = gf_project_get_table (self->project);
  fill_record (self, market);
  gf_market_get_size (market, table, &size);

  served = gf_format_share (size.share[GF_MARKET_SERVICEABLE], 100);
  won = gf_format_share (size.share[GF_MARKET_OBTAINABLE], 100);
  value = gf_format_money (size.value[GF_MARKET_OBTAINABLE], gf_table_find_currency (table));

  if (size.share[GF_MARKET_SERVICEABLE] > 1 || size.share[GF_MARKET_OBTAINABLE] > 1)
    words = g_strdup (_("A line is larger than the line above it. Each is a part of the one before."));
  else if (!gf_market_is_known (market))
    words = g_strdup (_("Leave 0 where you do not know yet."));
  else if (isnan (size.value[GF_MARKET_OBTAINABLE]))
    words = g_strdup_printf (_("You can serve %s of them, and win %s of these."), served, won);
  else
    words = g_strdup_printf (_("You can serve %s of them, and win %s of these: %s a year."), served, won, value);

  gtk_label_set_label (self->outcome, words);
}

static void
apply_cb (GfMarketSizeDialog *self)
{
  fill_record (self, gf_project_get_market (self->project));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
gf_market_size_dialog_dispose (GObject *object)
{
  GfMarketSizeDialog *self = GF_MARKET_SIZE_DIALOG (object);

  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_MARKET_SIZE_DIALOG);

  G_OBJECT_CLASS (gf_market_size_dialog_parent_class)->dispose (object);
}

static void
gf_market_size_dialog_class_init (GfMarketSizeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_market_size_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-market-size-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, description);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, total);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, serviceable);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, obtainable);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, yearly);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, total_note);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, serviceable_note);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, obtainable_note);
  gtk_widget_class_bind_template_child (widget_class, GfMarketSizeDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
gf_market_size_dialog_init (GfMarketSizeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_market_size_dialog_new:
 * @project: the project
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_market_size_dialog_new (GfProject *project)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfMarketSizeDialog *self = g_object_new (GF_TYPE_MARKET_SIZE_DIALOG, NULL);
  GfMarket *market = gf_project_get_market (project);
  const char *currency = gf_table_find_currency (gf_project_get_table (project));

  gtk_editable_set_text (self->description, gf_market_get_description (market));
  set_number (self->total, gf_market_get_total (market));
  set_number (self->serviceable, gf_market_get_serviceable (market));
  set_number (self->obtainable, gf_market_get_obtainable (market));
  set_number (self->yearly, gf_market_get_yearly_value (market));
  gtk_editable_set_text (self->total_note, gf_market_get_total_note (market));
  gtk_editable_set_text (self->serviceable_note, gf_market_get_serviceable_note (market));
  gtk_editable_set_text (self->obtainable_note, gf_market_get_obtainable_note (market));
  if (currency != NULL)
    {
      /* Translators: the currency of the amounts is in the placeholder */
      g_autofree char *subtitle = g_strdup_printf (_("In %s"), currency);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->yearly), subtitle);
    }
  self->project = g_object_ref (project);
  changed_cb (self);

  return ADW_DIALOG (self);
}
