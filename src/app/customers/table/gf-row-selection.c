/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-row-selection.h"

struct _GfRowSelection
{
  GObject parent_instance;

  /* Owned references */
  GListModel *model;
  GtkBitset *selected;

  guint limit;
};

static guint
count_items (GfRowSelection *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return MIN (count_items (GF_ROW_SELECTION (list)), GF_ROW_SELECTION (list)->limit);
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  return position < get_n_items (list) ? g_list_model_get_item (GF_ROW_SELECTION (list)->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return gtk_bitset_contains (GF_ROW_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  return gtk_bitset_ref (GF_ROW_SELECTION (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  GfRowSelection *self = GF_ROW_SELECTION (model);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  GtkBitset *before = self->selected;

  /* Those that are in one of the two, within the mask and the list. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  if (!gtk_bitset_is_empty (changes) && gtk_bitset_get_maximum (changes) >= n_items)
    gtk_bitset_remove_range_closed (changes, n_items, gtk_bitset_get_maximum (changes));
  if (gtk_bitset_is_empty (changes))
    return TRUE;

  /* Who asked for the selection before keeps it as it was. */
  self->selected = gtk_bitset_copy (before);
  gtk_bitset_unref (before);
  gtk_bitset_difference (self->selected, changes);
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (changes),
                                         gtk_bitset_get_maximum (changes) - gtk_bitset_get_minimum (changes) + 1);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GfRowSelection, gf_row_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
change_items (GfRowSelection *self,
              guint           position,
              guint           removed,
              guint           added)
{
  if (removed == 0 && added == 0)
    return;

  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
items_changed_cb (GfRowSelection *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  guint n_after = count_items (self);
  guint n_before = n_after - added + removed;

  if (MAX (n_before, n_after) <= self->limit)
    {
      change_items (self, position, removed, added);
      return;
    }

  n_after = MIN (n_after, self->limit);
  n_before = MIN (n_before, self->limit);
  position = MIN (position, MIN (n_before, n_after));
  change_items (self, position, n_before - position, n_after - position);
}

static void
gf_row_selection_dispose (GObject *object)
{
  GfRowSelection *self = GF_ROW_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (gf_row_selection_parent_class)->dispose (object);
}

static void
gf_row_selection_finalize (GObject *object)
{
  gtk_bitset_unref (GF_ROW_SELECTION (object)->selected);

  G_OBJECT_CLASS (gf_row_selection_parent_class)->finalize (object);
}

static void
gf_row_selection_class_init (GfRowSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_row_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_row_selection_finalize;
}

static void
gf_row_selection_init (GfRowSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->limit = G_MAXUINT;
}

/**
 * gf_row_selection_new:
 * @model: (nullable): a list
 *
 * Returns: (transfer full): the same list, of which any rows can be selected; none is at first
 */
GfRowSelection *
gf_row_selection_new (GListModel *model)
{
  GfRowSelection *self = g_object_new (GF_TYPE_ROW_SELECTION, NULL);

  gf_row_selection_set_model (self, model);

  return self;
}

/**
 * gf_row_selection_set_model:
 * @model: (nullable): another list
 *
 * Shows the rows of @model; none of them is selected.
 */
void
gf_row_selection_set_model (GfRowSelection *self,
                            GListModel     *model)
{
  guint n_before;

  g_return_if_fail (GF_IS_ROW_SELECTION (self));

  if (self->model == model)
    return;

  n_before = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  change_items (self, 0, n_before, g_list_model_get_n_items (G_LIST_MODEL (self)));
}

/**
 * gf_row_selection_get_limit:
 *
 * Returns: how many of the first rows there are at most
 */
guint
gf_row_selection_get_limit (GfRowSelection *self)
{
  g_return_val_if_fail (GF_IS_ROW_SELECTION (self), G_MAXUINT);

  return self->limit;
}

/**
 * gf_row_selection_set_limit:
 * @limit: how many rows, G_MAXUINT for all
 *
 * Shows only the first rows.
 */
void
gf_row_selection_set_limit (GfRowSelection *self,
                            guint           limit)
{
  guint n_before;
  guint n_after;

  g_return_if_fail (GF_IS_ROW_SELECTION (self));

  n_before = g_list_model_get_n_items (G_LIST_MODEL (self));
  self->limit = limit;
  n_after = g_list_model_get_n_items (G_LIST_MODEL (self));
  change_items (self, MIN (n_before, n_after), n_before - MIN (n_before, n_after), n_after - MIN (n_before, n_after));
}
