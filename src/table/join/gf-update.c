/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-update.h"

#include "gf-incoming-private.h"
#include "gf-table-error.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECK_EVERY 4096

/*   other_of:   by row before: its row of the export, GF_NO_ROW if gone
 *   before_of:  by row after: its row before, GF_NO_ROW if new
 *   export_of:  by row after: its row of the export, GF_NO_ROW if kept though gone
 *   rows:       by kind: which rows
 */
struct _GfUpdate
{
  gatomicrefcount ref_count;
  GfTable *before;
  GfTable *other;          /* the export */
  GfTable *after;
  GfUpdatePlan *plan;
  gsize n_after;
  gsize *before_of;
  gsize *export_of;
  GArray *rows[3];
  gsize *changed_cells;
  gsize n_kept_cells;
  gsize n_repeated;
};

G_DEFINE_BOXED_TYPE (GfUpdate, gf_update, gf_update_ref, gf_update_unref)

typedef struct
{
  GfUpdate *update;
  gsize *other_of;
  gsize *main_of;        /* by row of the export: its row before */
  guint8 *closed;        /* by row before: its id is that of nobody in the export */
  guint8 *other_closed;  /* by row of the export: its id is that of no customer, or of one taken */
  guint8 *changed;       /* by row after */
  GCancellable *cancellable;
} Work;

static void
work_clear (Work *self)
{
  g_free (self->other_of);
  g_free (self->main_of);
  g_free (self->closed);
  g_free (self->other_closed);
  g_free (self->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Customers of one key stand in a queue: first come, first served. */
typedef struct
{
  GHashTable *first;     /* key -> row + 1 */
  gsize *next;           /* by row: the next row of that key + 1 */
} Queue;

static void
queue_clear (Queue *self)
{
  g_clear_pointer (&self->first, g_hash_table_unref);
  g_clear_pointer (&self->next, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Queue, queue_clear)

static gboolean
fill_queue (Work             *work,
            const GfJoinKey  *key,
            guint             step,
            Queue            *queue,
            GError          **error)
{
  GfCells *cells = gf_column_get_cells (gf_table_get_column (work->update->before, key->main));
  gsize n_rows = gf_cells_get_n_rows (cells);

  queue->first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  queue->next = g_new0 (gsize, n_rows + 1);
  /* From the last, so that the first comes out first. */
  for (gsize row = n_rows; row > 0; row--)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row - 1, &length);

      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return FALSE;
      if (work->other_of[row - 1] != GF_NO_ROW || work->closed[row - 1])
        continue;
      char *folded = gf_key_fold_step (key->kind, step, text, length);
      if (folded == NULL)
        continue;
      queue->next[row - 1] = GPOINTER_TO_SIZE (g_hash_table_lookup (queue->first, folded));
      g_hash_table_insert (queue->first, folded, GSIZE_TO_POINTER (row));
    }

  return TRUE;
}

/* Adds the keys of a step that cells have which are not the same as they are written: where “Müller GmbH”
   and “Müller KG” stand side by side, “Müller” is neither. */
static void
find_unclear (GfCells    *cells,
              GfKeyKind   kind,
              guint       step,
              GHashTable *unclear)
{
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < gf_cells_get_n_texts (cells); i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      g_autofree char *folded = gf_key_fold_step (kind, step, text, length);
      g_autofree char *own = folded != NULL ? gf_key_fold_step (kind, 0, text, length) : NULL;

      if (own == NULL)
        continue;
      const char *known = g_hash_table_lookup (written, folded);
      if (known == NULL)
        g_hash_table_insert (written, g_steal_pointer (&folded), g_steal_pointer (&own));
      else if (!g_str_equal (known, own))
        g_hash_table_add (unclear, g_steal_pointer (&folded));
    }
}

static gboolean
match_step (Work             *work,
            const GfJoinKey  *key,
            guint             step,
            GError          **error)
{
  GfCells *cells = gf_column_get_cells (gf_table_get_column (work->update->other, key->other));
  g_autoptr (GHashTable) unclear = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Queue) queue = { 0 };

  if (step > 0)
    {
      find_unclear (gf_column_get_cells (gf_table_get_column (work->update->before, key->main)), key->kind, step,
                    unclear);
      find_unclear (cells, key->kind, step, unclear);
    }
  if (!fill_queue (work, key, step, &queue, error))
    return FALSE;

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);

      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return FALSE;
      if (work->main_of[row] != GF_NO_ROW || work->other_closed[row])
        continue;
      g_autofree char *folded = gf_key_fold_step (key->kind, step, text, length);
      if (folded == NULL || g_hash_table_contains (unclear, folded))
        continue;

      gpointer stored;
      gpointer value;
      if (!g_hash_table_lookup_extended (queue.first, folded, &stored, &value))
        continue;
      gsize main = GPOINTER_TO_SIZE (value);
      if (main == 0)
        {
          work->other_closed[row] = TRUE;
          work->update->n_repeated++;
          continue;
        }
      work->main_of[row] = main - 1;
      work->other_of[main - 1] = row;
      g_hash_table_insert (queue.first, g_strdup (folded), GSIZE_TO_POINTER (queue.next[main - 1]));
    }

  return TRUE;
}

/* What is the same as it is written comes first. */
static gboolean
match_by (Work             *work,
          const GfJoinKey  *key,
          GError          **error)
{
  for (guint step = 0; step < gf_key_count_steps (key->kind); step++)
    if (!match_step (work, key, step, error))
      return FALSE;

  return TRUE;
}

static void
close_filled (GfCells       *cells,
              const gsize   *found,
              guint8        *closed)
{
  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);

      if (found[row] == GF_NO_ROW && !gf_text_is_missing (text, length, TRUE))
        closed[row] = TRUE;
    }
}

/* Where ids tell most customers, another id is another customer, however alike the rest is. Where they
   tell few, the program gave new ones, and web sites and names may tell. */
static void
close_other_ids (Work            *work,
                 const GfJoinKey *key)
{
  gsize n_before = gf_table_get_n_rows (work->update->before);
  gsize n_other = gf_table_get_n_rows (work->update->other);
  gsize n_found = 0;

  for (gsize row = 0; row < n_before; row++)
    n_found += work->other_of[row] != GF_NO_ROW;
  if (n_found * 2 < MIN (n_before, n_other))
    return;

  close_filled (gf_column_get_cells (gf_table_get_column (work->update->before, key->main)),
                work->other_of, work->closed);
  close_filled (gf_column_get_cells (gf_table_get_column (work->update->other, key->other)), work->main_of,
                work->other_closed);
}

/* Puts the rows in order: customers that stay, then new ones. */
static void
order_rows (Work *work)
{
  GfUpdate *self = work->update;
  gsize n_before = gf_table_get_n_rows (self->before);
  gsize n_other = gf_table_get_n_rows (work->update->other);
  gsize n = 0;

  self->before_of = g_new (gsize, n_before + n_other + 1);
  self->export_of = g_new (gsize, n_before + n_other + 1);
  for (gsize row = 0; row < n_before; row++)
    {
      if (work->other_of[row] == GF_NO_ROW)
        {
          g_array_append_val (self->rows[GF_UPDATE_GONE], row);
          if (!self->plan->keep_gone)
            continue;
        }
      self->before_of[n] = row;
      self->export_of[n++] = work->other_of[row];
    }
  for (gsize row = 0; row < n_other; row++)
    if (work->main_of[row] == GF_NO_ROW)
      {
        g_array_append_val (self->rows[GF_UPDATE_NEW], n);
        self->before_of[n] = GF_NO_ROW;
        self->export_of[n++] = row;
      }
  self->n_after = n;
}

/* The text of a cell after the update; counts what it does. */
static char *
dup_cell (Work             *work,
          const GfIncoming *incoming,
          guint             column,
          gsize             row)
{
  GfUpdate *self = work->update;
  gsize before = self->before_of[row];
  gsize other = self->export_of[row];

  if (before == GF_NO_ROW)
    return incoming->own != NULL ? _gf_incoming_dup_text (incoming, other) : g_strdup ("");
  if (incoming->own == NULL || other == GF_NO_ROW || _gf_incoming_is_same (incoming, before, other))
    return g_strdup (gf_column_get_text (incoming->before, before));
  if (self->plan->keep_filled && _gf_incoming_is_blank (incoming, other))
    {
      self->n_kept_cells++;
      return g_strdup (gf_column_get_text (incoming->before, before));
    }

  self->changed_cells[column]++;
  work->changed[row] = TRUE;

  return _gf_incoming_dup_text (incoming, other);
}

static GfColumn *
update_column (Work      *work,
               guint      column,
               GfColumn  *own,
               GError   **error)
{
  GfUpdate *self = work->update;
  GfColumn *before = gf_table_get_column (self->before, column);
  g_autoptr (GfCellsBuilder) builder = gf_cells_builder_new ();
  g_auto (GfIncoming) incoming = { before, NULL, NULL };

  if (own != NULL)
    _gf_incoming_init (&incoming, before, own);
  for (gsize row = 0; row < self->n_after; row++)
    {
      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return NULL;

      g_autofree char *text = dup_cell (work, &incoming, column, row);
      gf_cells_builder_add (builder, text, strlen (text));
    }

  /* A column that is what it was stays the same one. */
  if (self->n_after == gf_table_get_n_rows (self->before) && self->changed_cells[column] == 0 &&
      self->rows[GF_UPDATE_NEW]->len == 0)
    return gf_column_ref (before);

  g_autoptr (GfCells) cells = gf_cells_builder_finish (g_steal_pointer (&builder));

  return gf_column_new (gf_column_get_spec (before), cells);
}

static GfColumn *
add_column (Work      *work,
            GfColumn  *own,
            GError   **error)
{
  GfUpdate *self = work->update;
  g_autoptr (GfCellsBuilder) builder = gf_cells_builder_new ();

  for (gsize row = 0; row < self->n_after; row++)
    {
      gsize other = self->export_of[row];
      const char *text = other != GF_NO_ROW ? gf_column_get_text (own, other) : "";

      if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (work->cancellable, error))
        return NULL;
      gf_cells_builder_add (builder, text, strlen (text));
    }

  g_autoptr (GfCells) cells = gf_cells_builder_finish (g_steal_pointer (&builder));
  GfColumnSpec spec = *gf_column_get_spec (own);
  g_autofree char *name = NULL;

  /* The customers have a name already; a name of a column that is taken gets a number. */
  if (spec.role == GF_ROLE_NAME && gf_table_find_role (self->before, GF_ROLE_NAME) >= 0)
    spec.role = GF_ROLE_IGNORE;
  for (guint i = 2; gf_table_index_of (self->before, spec.name) >= 0; i++)
    {
      g_free (name);
      spec.name = name = g_strdup_printf ("%s %u", gf_column_get_name (own), i);
    }

  return gf_column_new (&spec, cells);
}

static gboolean
make_table (Work    *work,
            GError **error)
{
  GfUpdate *self = work->update;
  guint n_columns = gf_table_get_n_columns (self->before);
  g_autofree GfColumn **own = g_new0 (GfColumn *, n_columns + 1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      int main = gf_update_plan_get_main (self->plan, i);

      if (main >= 0)
        own[main] = gf_table_get_column (work->update->other, i);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      GfColumn *column = update_column (work, i, own[i], error);

      if (column == NULL)
        return FALSE;
      g_ptr_array_add (columns, column);
    }
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const GfUpdateColumn *planned = &g_array_index (self->plan->columns, GfUpdateColumn, i);
      gboolean add = (planned->fate == GF_UPDATE_COLUMN_NEW && planned->yes) ||
                     (planned->fate == GF_UPDATE_COLUMN_RENAMED && !planned->yes);
      GfColumn *column = add ? add_column (work, gf_table_get_column (work->update->other, i), error) : NULL;

      if (add && column == NULL)
        return FALSE;
      if (add)
        g_ptr_array_add (columns, column);
    }
  self->after = gf_table_new ((GfColumn **) columns->pdata, columns->len);
  for (gsize row = 0; row < self->n_after; row++)
    if (work->changed[row])
      g_array_append_val (self->rows[GF_UPDATE_CHANGED], row);

  return TRUE;
}

static GfUpdate *
update_alloc (GfTable            *customers,
              GfTable            *new_export,
              const GfUpdatePlan *plan)
{
  GfUpdate *self = g_new0 (GfUpdate, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->before = gf_table_ref (customers);
  self->other = gf_table_ref (new_export);
  self->plan = gf_update_plan_copy (plan);
  self->changed_cells = g_new0 (gsize, gf_table_get_n_columns (customers) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    self->rows[i] = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

/**
 * gf_update_new:
 * @customers: the customers
 * @new_export: a new export of the same source
 * @plan: how it updates them; copied
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Updates the customers with a new export. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the customers after, and what is new, gone and changed; %NULL
 *   with %GF_TABLE_ERROR_KEY when no key of the export finds customers, or when it was cancelled
 */
GfUpdate *
gf_update_new (GfTable             *customers,
               GfTable             *new_export,
               const GfUpdatePlan  *plan,
               GCancellable        *cancellable,
               GError             **error)
{
  g_return_val_if_fail (customers != NULL && new_export != NULL && plan != NULL, NULL);

  if (plan->keys->len == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                   _("Nothing in this file tells which customer is which: it has no id, web site or "
                     "name that the customers have. Export the same list again, or import the file as "
                     "new customers."));
      return NULL;
    }

  g_autoptr (GfUpdate) self = update_alloc (customers, new_export, plan);
  gsize n_before = gf_table_get_n_rows (customers);
  gsize n_other = gf_table_get_n_rows (new_export);
  g_auto (Work) work = { .update = self, .cancellable = cancellable };

  work.other_of = g_new (gsize, n_before + 1);
  work.main_of = g_new (gsize, n_other + 1);
  work.closed = g_malloc0 (n_before + 1);
  work.other_closed = g_malloc0 (n_other + 1);
  work.changed = g_malloc0 (n_before + n_other + 1);
  for (gsize row = 0; row < n_before; row++)
    work.other_of[row] = GF_NO_ROW;
  for (gsize row = 0; row < n_other; row++)
    work.main_of[row] = GF_NO_ROW;

  for (guint i = 0; i < plan->keys->len; i++)
    {
      const GfJoinKey *key = &g_array_index (plan->keys, GfJoinKey, i);

      if (!match_by (&work, key, error))
        return NULL;
      if (key->kind == GF_KEY_ID)
        close_other_ids (&work, key);
    }
  order_rows (&work);
  if (!make_table (&work, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gf_update_ref:
 * @self: an update
 *
 * Returns: (transfer full): @self
 */
GfUpdate *
gf_update_ref (GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_update_unref:
 * @self: (transfer full): an update
 *
 * Frees it with the last reference.
 */
void
gf_update_unref (GfUpdate *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gf_table_unref (self->before);
  gf_table_unref (self->other);
  g_clear_pointer (&self->after, gf_table_unref);
  gf_update_plan_free (self->plan);
  g_free (self->before_of);
  g_free (self->export_of);
  g_free (self->changed_cells);
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_array_unref (self->rows[i]);
  g_free (self);
}

/**
 * gf_update_get_table:
 * @self: an update
 *
 * Returns: (transfer none): the customers after
 */
GfTable *
gf_update_get_table (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->after;
}

/**
 * gf_update_get_before:
 * @self: an update
 *
 * Returns: (transfer none): the customers before
 */
GfTable *
gf_update_get_before (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

/**
 * gf_update_get_export:
 * @self: an update
 *
 * Returns: (transfer none): the new export that it was made of, which the columns of the plan are of
 */
GfTable *
gf_update_get_export (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->other;
}

/**
 * gf_update_get_plan:
 * @self: an update
 *
 * Returns: (transfer none): the plan that it followed
 */
const GfUpdatePlan *
gf_update_get_plan (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/**
 * gf_update_count:
 * @self: an update
 * @kind: new, changed or gone
 *
 * Returns: how many customers are
 */
gsize
gf_update_count (const GfUpdate *self,
                 GfUpdateKind    kind)
{
  g_return_val_if_fail (self != NULL && (guint) kind < G_N_ELEMENTS (self->rows), 0);

  return self->rows[kind]->len;
}

/**
 * gf_update_get_row:
 * @self: an update
 * @kind: new, changed or gone
 * @index: from 0, below gf_update_count()
 *
 * Returns: the row of that customer: of the table after, but for one that is gone of that before
 */
gsize
gf_update_get_row (const GfUpdate *self,
                   GfUpdateKind    kind,
                   gsize           index)
{
  g_return_val_if_fail (self != NULL && (guint) kind < G_N_ELEMENTS (self->rows), GF_NO_ROW);
  g_return_val_if_fail (index < self->rows[kind]->len, GF_NO_ROW);

  return g_array_index (self->rows[kind], gsize, index);
}

/**
 * gf_update_get_row_before:
 * @self: an update
 * @row: a row of the table after
 *
 * Returns: the row of the same customer before; %GF_NO_ROW if new
 */
gsize
gf_update_get_row_before (const GfUpdate *self,
                          gsize           row)
{
  g_return_val_if_fail (self != NULL && row < self->n_after, GF_NO_ROW);

  return self->before_of[row];
}

/**
 * gf_update_is_changed:
 * @self: an update
 * @row: a row of the table after
 * @column: a column of it
 *
 * Says whether a cell changed, so that before and after can be shown beside each other: the texts are
 * those of both tables.
 *
 * Returns: whether it did; never in new rows and new columns
 */
gboolean
gf_update_is_changed (const GfUpdate *self,
                      gsize           row,
                      guint           column)
{
  g_return_val_if_fail (self != NULL && row < self->n_after, FALSE);

  gsize before = self->before_of[row];

  if (before == GF_NO_ROW || column >= gf_table_get_n_columns (self->before))
    return FALSE;

  return strcmp (gf_column_get_text (gf_table_get_column (self->before, column), before),
                 gf_column_get_text (gf_table_get_column (self->after, column), row)) != 0;
}

/**
 * gf_update_count_changed_cells:
 * @self: an update
 * @column: a column of the table before
 *
 * Returns: how many of its cells changed
 */
gsize
gf_update_count_changed_cells (const GfUpdate *self,
                               guint           column)
{
  g_return_val_if_fail (self != NULL && column < gf_table_get_n_columns (self->before), 0);

  return self->changed_cells[column];
}

/**
 * gf_update_count_kept_cells:
 * @self: an update
 *
 * Returns: how many cells kept what they say although the export leaves them empty
 */
gsize
gf_update_count_kept_cells (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_kept_cells;
}

/**
 * gf_update_count_repeated:
 * @self: an update
 *
 * Returns: how many rows of the export have a key that more of them have than customers do; they are
 *   new rows
 */
gsize
gf_update_count_repeated (const GfUpdate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_repeated;
}
