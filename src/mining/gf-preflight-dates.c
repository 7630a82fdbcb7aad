/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preflight-private.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_one_of (const GfPreflight  *self,
           guint               column,
           const char * const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (_gf_preflight_is_key (self, column, keys[i]))
      return TRUE;

  return FALSE;
}

static const double *
get_days (const GfPreflight *self,
          guint              column)
{
  GfColumn *found = _gf_preflight_get_column (self, column);

  return gf_column_get_column_type (found) == GF_COLUMN_DATE &&
         gf_column_get_role (found) != GF_ROLE_IGNORE ? gf_column_get_numbers (found) : NULL;
}

static void
compare (GfPreflight *self,
         guint        start,
         guint        end)
{
  const double *from = get_days (self, start), *to = get_days (self, end);
  gsize n = 0;

  for (gsize row = 0; row < gf_table_get_n_rows (self->table); row++)
    n += !isnan (from[row]) && !isnan (to[row]) && to[row] < from[row];
  if (n == 0)
    return;

  g_autofree char *count = gf_words_dup_number ((double) n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_ptr_array_add (names, (gpointer) gf_column_get_name (_gf_preflight_get_column (self, start)));
  g_ptr_array_add (names, (gpointer) gf_column_get_name (_gf_preflight_get_column (self, end)));
  GfNote *note = _gf_preflight_add (self, "end-before-start", GF_NOTE_WARN,
                                    /* TRANSLATORS: two names of columns of dates */
                                    g_strdup_printf (ngettext ("For %s customer “%s” lies before “%s”.",
                                                               "For %s customers “%s” lies before “%s”.",
                                                               n),
                                                     count, (char *) names->pdata[1],
                                                     (char *) names->pdata[0]),
                                    g_strdup (_("Correct the dates in the table; if there are many, import "
                                                "again with day and month the other way round.")));
  _gf_note_set_columns (note, names);
}

static void
look_at_1970 (GfPreflight *self,
              guint        column)
{
  const double *days = get_days (self, column);
  const char *name = gf_column_get_name (_gf_preflight_get_column (self, column));
  gsize n = 0;

  for (gsize row = 0; row < gf_table_get_n_rows (self->table); row++)
    n += days[row] == 0;
  if (n == 0)
    return;

  g_autofree char *count = gf_words_dup_number ((double) n);
  GfNote *note = _gf_preflight_add (self, "date-1970", GF_NOTE_WARN,
                                    g_strdup_printf (ngettext ("“%s” says 1 January 1970 for %s customer.",
                                                               "“%s” says 1 January 1970 for %s customers.",
                                                               n), name, count),
                                    g_strdup (_("That is how programs write an empty date: empty these "
                                                "cells.")));
  note->action = GF_MEND_EMPTY_1970;
  _gf_note_set_column (note, name);
}

static void
look_at_future (GfPreflight *self,
                guint        column)
{
  const double *days = get_days (self, column);
  const char *name = gf_column_get_name (_gf_preflight_get_column (self, column));
  gboolean forecast = self->export != NULL && gf_export_get_row (self->export) == GF_EXPORT_ROW_DEAL;
  gsize n = 0;

  for (gsize row = 0; row < gf_table_get_n_rows (self->table); row++)
    n += days[row] > self->rule->today;
  if (n == 0)
    return;

  g_autofree char *count = gf_words_dup_number ((double) n);
  GfNote *note = _gf_preflight_add (self, "future-date", GF_NOTE_WARN,
                                    g_strdup_printf (ngettext ("“%s” lies in the future for %s customer.",
                                                               "“%s” lies in the future for %s customers.",
                                                               n), name, count),
                                    g_strdup (forecast
                                                ? _("Until a deal is closed this is a forecast: export "
                                                    "closed "
                                                    "deals only.")
                                                : _("Correct the dates in the table; if there are many, "
                                                    "import again with day and month the other way "
                                                    "round.")));
  _gf_note_set_column (note, name);
}

/* Dates that cannot be: an end before its start, the first day of computers, things that are over in
   the future. */
void
_gf_preflight_look_at_dates (GfPreflight *self)
{
  static const char * const starts[] = { "created", "first_paid", NULL };
  static const char * const ends[] = { "closed", "churned", "lost", NULL };
  static const char * const over[] = {
    "created", "first_paid", "closed", "churned", "lost", "won", NULL,
  };
  guint n_columns = gf_table_get_n_columns (self->table);

  for (guint i = 0; i < n_columns; i++)
    {
      if (get_days (self, i) == NULL)
        continue;

      look_at_1970 (self, i);
      if (is_one_of (self, i, over))
        look_at_future (self, i);
      for (guint k = 0; is_one_of (self, i, starts) && k < n_columns; k++)
        if (get_days (self, k) != NULL && is_one_of (self, k, ends))
          compare (self, i, k);
    }
}
