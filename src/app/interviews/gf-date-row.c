/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-date-row.h"

#include "gf-date.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>

struct _GfDateRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkWidget *clear;

  /* Owned */
  char *date;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (GfDateRow, gf_date_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_DATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (GfDateRow *self)
{
  g_autofree char *text = gf_date_dup_text (self->date, TRUE);

  gtk_menu_button_set_label (self->button, *text != '\0' ? text : _("Not set"));
  gtk_widget_set_sensitive (self->clear, *self->date != '\0');
}

/* The calendar shows the day of the row, or today, each time it opens. */
static void
popover_shown_cb (GfDateRow *self)
{
  gint32 days;
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (!gf_days_from_iso (self->date, &days))
    days = gf_days_today ();
  gf_days_to_parts (days, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (time == NULL)
    return;

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, time);
  self->showing = FALSE;
}

static void
day_selected_cb (GfDateRow *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *date = NULL;

  if (self->showing)
    return;

  time = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (time, "%Y-%m-%d");
  gf_date_row_set_date (self, date);
}

static void
today_clicked_cb (GfDateRow *self)
{
  g_autofree char *today = gf_days_to_iso (gf_days_today ());

  gf_date_row_set_date (self, today);
  gtk_popover_popdown (self->popover);
}

static void
clear_clicked_cb (GfDateRow *self)
{
  gf_date_row_set_date (self, "");
  gtk_popover_popdown (self->popover);
}

static void
gf_date_row_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (GF_DATE_ROW (row)->button);
}

static void
gf_date_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_string (value, gf_date_row_get_date (GF_DATE_ROW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_date_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      gf_date_row_set_date (GF_DATE_ROW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_DATE_ROW);

  G_OBJECT_CLASS (gf_date_row_parent_class)->dispose (object);
}

static void
gf_date_row_finalize (GObject *object)
{
  g_clear_pointer (&GF_DATE_ROW (object)->date, g_free);

  G_OBJECT_CLASS (gf_date_row_parent_class)->finalize (object);
}

static void
gf_date_row_class_init (GfDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_date_row_get_property;
  object_class->set_property = gf_date_row_set_property;
  object_class->dispose = gf_date_row_dispose;
  object_class->finalize = gf_date_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = gf_date_row_activate;

  /**
   * GfDateRow:date:
   *
   * The day as year-month-day, empty for none.
   */
  properties[PROP_DATE] =
    g_param_spec_string ("date", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, GfDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, GfDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, GfDateRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
gf_date_row_init (GfDateRow *self)
{
  self->date = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * gf_date_row_get_date:
 *
 * Returns: (transfer none): the day, "" for none
 */
const char *
gf_date_row_get_date (GfDateRow *self)
{
  g_return_val_if_fail (GF_IS_DATE_ROW (self), NULL);

  return self->date;
}

/**
 * gf_date_row_set_date:
 * @date: (nullable): the day as year-month-day; what is no day is none
 *
 * Sets #GfDateRow:date.
 */
void
gf_date_row_set_date (GfDateRow  *self,
                      const char *date)
{
  gint32 days;

  g_return_if_fail (GF_IS_DATE_ROW (self));

  if (date == NULL || !gf_days_from_iso (date, &days))
    date = "";
  if (!g_set_str (&self->date, date))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}
