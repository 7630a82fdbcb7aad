/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-reminder.h"

#include "gf-date.h"
#include "gf-settings.h"

/* Notes that somebody was reminded of @path on @today, and forgets those of other days. */
static void
note (GVariant   *before,
      const char *path,
      const char *today)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *day;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &day))
    if (g_str_equal (day, today) && !g_str_equal (other, path))
      g_variant_builder_add (&builder, "{ss}", other, day);
  g_variant_builder_add (&builder, "{ss}", path, today);
  g_settings_set_value (gf_settings_get (), "review-reminders", g_variant_builder_end (&builder));
}

/**
 * gf_reminder_take:
 * @store: what keeps a project
 *
 * Returns: whether the review of the project is overdue and nobody was reminded of it today; then today's
 *   reminder is taken by asking. A project without a file is always reminded of.
 */
gboolean
gf_reminder_take (GfStore *store)
{
  g_return_val_if_fail (GF_IS_STORE (store), FALSE);

  const char *path = gf_store_get_path (store);
  gint32 day;

  if (!gf_days_from_iso (gf_project_get_next_review (gf_store_get_project (store)), &day) ||
      day >= gf_days_today ())
    return FALSE;
  if (path == NULL)
    return TRUE;

  g_autofree char *today = gf_days_to_iso (gf_days_today ());
  g_autoptr (GVariant) before = g_settings_get_value (gf_settings_get (), "review-reminders");
  const char *last = NULL;

  if (g_variant_lookup (before, path, "&s", &last) && g_str_equal (last, today))
    return FALSE;
  note (before, path, today);

  return TRUE;
}
