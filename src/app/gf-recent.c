/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-recent.h"

#include "gf-format.h"
#include "gf-settings.h"

#include <glib/gi18n-lib.h>

#define MAX_RECENT 12

static GfRecent *
recent_from_variant (GVariant *variant)
{
  GfRecent *self = g_new0 (GfRecent, 1);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (variant);

  g_variant_dict_lookup (&dict, "path", "s", &self->path);
  g_variant_dict_lookup (&dict, "name", "s", &self->name);
  g_variant_dict_lookup (&dict, "edited", "x", &self->edited);
  g_variant_dict_lookup (&dict, "customers", "t", &self->n_customers);
  g_variant_dict_lookup (&dict, "interviews", "u", &self->n_interviews);
  g_variant_dict_lookup (&dict, "review", "s", &self->next_review);

  return self;
}

static GVariant *
recent_to_variant (const GfRecent *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "path", "s", self->path);
  g_variant_dict_insert (&dict, "name", "s", self->name != NULL ? self->name : "");
  g_variant_dict_insert (&dict, "edited", "x", self->edited);
  g_variant_dict_insert (&dict, "customers", "t", self->n_customers);
  g_variant_dict_insert (&dict, "interviews", "u", self->n_interviews);
  g_variant_dict_insert (&dict, "review", "s", self->next_review != NULL ? self->next_review : "");

  return g_variant_dict_end (&dict);
}

/**
 * gf_recent_free:
 *
 * Frees a project of the list.
 */
void
gf_recent_free (GfRecent *self)
{
  g_free (self->path);
  g_free (self->recovery);
  g_free (self->name);
  g_free (self->next_review);
  g_free (self);
}

/**
 * gf_recent_list:
 *
 * Returns: (transfer full) (element-type GfRecent): the projects edited lately, the latest first
 */
GPtrArray *
gf_recent_list (void)
{
  g_autoptr (GVariant) list = g_settings_get_value (gf_settings_get (), "recent-projects");
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_recent_free);
  gsize n = g_variant_n_children (list);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GfRecent) recent = recent_from_variant (child);

      if (recent->path != NULL)
        g_ptr_array_add (result, g_steal_pointer (&recent));
    }

  return result;
}

static void
write_list (GPtrArray *list)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < list->len && i < MAX_RECENT; i++)
    g_variant_builder_add_value (&builder, recent_to_variant (g_ptr_array_index (list, i)));
  g_settings_set_value (gf_settings_get (), "recent-projects", g_variant_builder_end (&builder));
}

static void
remove_path (GPtrArray  *list,
             const char *path)
{
  for (guint i = list->len; i > 0; i--)
    {
      GfRecent *recent = g_ptr_array_index (list, i - 1);

      if (g_strcmp0 (recent->path, path) == 0)
        g_ptr_array_remove_index (list, i - 1);
    }
}

/**
 * gf_recent_add:
 * @path: of the project's file
 * @name: what to call it
 * @project: the project, for the counts
 *
 * Puts a project at the head of the list, as it is now.
 */
void
gf_recent_add (const char *path,
               const char *name,
               GfProject  *project)
{
  g_autoptr (GPtrArray) list = gf_recent_list ();
  GfRecent *recent = g_new0 (GfRecent, 1);
  GfTable *table = gf_project_get_table (project);

  remove_path (list, path);
  recent->path = g_strdup (path);
  recent->name = g_strdup (name);
  recent->edited = g_get_real_time () / G_USEC_PER_SEC;
  recent->n_customers = table != NULL ? gf_table_get_n_rows (table) : 0;
  recent->n_interviews = g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_interviews (project)));
  recent->next_review = g_strdup (gf_project_get_next_review (project));
  g_ptr_array_insert (list, 0, recent);
  write_list (list);
}

/**
 * gf_recent_remove:
 * @path: of a project's file
 *
 * Takes a project out of the list.
 */
void
gf_recent_remove (const char *path)
{
  g_autoptr (GPtrArray) list = gf_recent_list ();

  remove_path (list, path);
  write_list (list);
}

/**
 * gf_recent_dup_when:
 * @edited: when, in seconds since 1970
 * @now: the present, in the local time zone
 *
 * Says when something was edited the way people do: "edited 2 hours ago", "edited on Tuesday",
 * "edited on 12 November".
 *
 * Returns: (transfer full): the words
 */
char *
gf_recent_dup_when (gint64     edited,
                    GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (edited);
  g_autoptr (GDateTime) then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  gint64 minutes = MAX (0, g_date_time_to_unix (now) - edited) / 60;
  g_autoptr (GDateTime) today = g_date_time_new (g_date_time_get_timezone (now),
                                                 g_date_time_get_year (now),
                                                 g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (today, -1);
  g_autoptr (GDateTime) week = g_date_time_add_days (today, -6);

  if (minutes < 2)
    return g_strdup (_("edited just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("edited %d minute ago", "edited %d minutes ago",
                                      (gulong) minutes), (int) minutes);
  if (g_date_time_compare (then, today) >= 0)
    return g_strdup_printf (ngettext ("edited %d hour ago", "edited %d hours ago",
                                      (gulong) (minutes / 60)),
                            (int) (minutes / 60));
  if (g_date_time_compare (then, yesterday) >= 0)
    return g_strdup (_("edited yesterday"));
  if (g_date_time_compare (then, week) >= 0)
    /* Translators: %A is the day of the week: "edited on Tuesday" */
    return g_date_time_format (then, _("edited on %A"));
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    /* Translators: a date without its year: "edited on 12 November" */
    return g_date_time_format (then, _("edited on %-d %B"));

  /* Translators: a date with its year: "edited on 12 November 2025" */
  return g_date_time_format (then, _("edited on %-d %B %Y"));
}

/**
 * gf_recent_dup_subtitle:
 * @now: the present, in the local time zone
 *
 * Returns: (transfer full): "26 customers, 4 interviews · edited on Tuesday"
 */
char *
gf_recent_dup_subtitle (GfRecent  *self,
                        GDateTime *now)
{
  g_autofree char *when = gf_recent_dup_when (self->edited, now);
  g_autofree char *customers = NULL;
  g_autofree char *interviews = NULL;

  if (self->n_customers > 0)
    {
      g_autofree char *count = gf_format_count (self->n_customers);

      customers = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                             (gulong) self->n_customers), count);
    }
  if (self->n_interviews > 0)
    interviews = g_strdup_printf (ngettext ("%u interview", "%u interviews", self->n_interviews),
                                  self->n_interviews);

  if (customers != NULL && interviews != NULL)
    /* Translators: "26 customers", "4 interviews", "edited on Tuesday" */
    return g_strdup_printf (_("%s, %s · %s"), customers, interviews, when);
  if (customers != NULL || interviews != NULL)
    /* Translators: "26 customers", "edited on Tuesday" */
    return g_strdup_printf (_("%s · %s"), customers != NULL ? customers : interviews, when);

  return g_steal_pointer (&when);
}

/**
 * gf_recent_is_review_due:
 * @now: the present
 *
 * Returns: whether the date of the next review is today or past
 */
gboolean
gf_recent_is_review_due (GfRecent  *self,
                         GDateTime *now)
{
  g_autofree char *today = g_date_time_format_iso8601 (now);

  return self->next_review != NULL && *self->next_review != '\0' &&
         strncmp (self->next_review, today, 10) <= 0;
}
