/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-rows.h"

#include "gf-customer-cells.h"

#include <glib/gi18n-lib.h>

struct _GfCustomerRows
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkListView *view;

  /* Owned references */
  GfCustomerCells cells;
  GtkSingleSelection *selection;
  GArray *facts;         /* of guint: the columns of the second line */
};

G_DEFINE_FINAL_TYPE (GfCustomerRows, gf_customer_rows, ADW_TYPE_BIN)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define N_FACTS 3

static char *
dup_facts (GfCustomerRows *self,
           gsize           row)
{
  GString *facts = g_string_new (NULL);

  for (guint i = 0; i < self->facts->len; i++)
    {
      const GfColumnLook *look = gf_customer_cells_get_look (&self->cells, (int) g_array_index (self->facts, guint, i));
      g_autofree char *text = look != NULL ? gf_column_look_dup_cell (look, row) : NULL;

      if (text == NULL)
        continue;
      if (facts->len > 0)
        g_string_append (facts, " · ");
      g_string_append (facts, text);
    }

  return g_string_free (facts, FALSE);
}

static void
fill_item (gpointer owner,
           gpointer item,
           int      number)
{
  GfCustomerRows *self = owner;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *mark = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (mark));
  GtkWidget *facts = gtk_widget_get_next_sibling (name);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *name_text = NULL;
  g_autofree char *facts_text = NULL;
  g_autofree char *spoken = NULL;
  const char *mark_name;
  gsize row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->cells.list)))
    return;

  row = gf_customer_list_get_row (self->cells.list, position);
  name_text = gf_table_dup_row_name (gf_customer_list_get_table (self->cells.list), row);
  facts_text = dup_facts (self, row);
  mark_name = gf_customer_cells_fill_mark (&self->cells, GTK_IMAGE (mark), row);
  gtk_label_set_label (GTK_LABEL (name), name_text);
  gtk_label_set_label (GTK_LABEL (facts), facts_text);
  gtk_widget_set_visible (facts, *facts_text != '\0');
  spoken = *mark_name != '\0' ? g_strdup_printf ("%s, %s", name_text, mark_name) : g_strdup (name_text);
  gtk_list_item_set_accessible_label (item, spoken);
  gtk_list_item_set_accessible_description (item, facts_text);
}

static GtkWidget *
new_label (const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_css_classes (label, (const char **) classes);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GfCustomerRows           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), gf_customer_cells_new_mark ());
  gtk_box_append (GTK_BOX (texts), new_label ((const char *[]) { "heading", NULL }));
  gtk_box_append (GTK_BOX (texts), new_label ((const char *[]) { "caption", "dimmed", "numeric", NULL }));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "customer-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GfCustomerRows           *self)
{
  g_hash_table_add (self->cells.bound, item);
  fill_item (self, item, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GfCustomerRows           *self)
{
  g_hash_table_remove (self->cells.bound, item);
}

static void
table_set_cb (GfCustomerRows *self)
{
  gf_customer_cells_update (&self->cells);
}

static void
refreshed_cb (GfCustomerRows *self)
{
  gf_customer_cells_fill_all (&self->cells, fill_item, self);
}

/* Others stand at the places: the first of them are shown. */
static void
moved_cb (GfCustomerRows *self)
{
  if (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view))) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  refreshed_cb (self);
}

static void
activate_cb (GfCustomerRows *self,
             guint           position)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

/* A list view makes its rows whether or not it can be seen: it has some only while it can. */
static void
gf_customer_rows_map (GtkWidget *widget)
{
  GfCustomerRows *self = GF_CUSTOMER_ROWS (widget);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->cells.list));
  GTK_WIDGET_CLASS (gf_customer_rows_parent_class)->map (widget);
}

static void
gf_customer_rows_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gf_customer_rows_parent_class)->unmap (widget);
  gtk_single_selection_set_model (GF_CUSTOMER_ROWS (widget)->selection, NULL);
}

static void
gf_customer_rows_dispose (GObject *object)
{
  GfCustomerRows *self = GF_CUSTOMER_ROWS (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  gf_customer_rows_set_list (self, NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (gf_customer_rows_parent_class)->dispose (object);
}

static void
gf_customer_rows_finalize (GObject *object)
{
  GfCustomerRows *self = GF_CUSTOMER_ROWS (object);

  gf_customer_cells_clear (&self->cells);
  g_array_unref (self->facts);

  G_OBJECT_CLASS (gf_customer_rows_parent_class)->finalize (object);
}

static void
gf_customer_rows_class_init (GfCustomerRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_customer_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = gf_customer_rows_finalize;
  GTK_WIDGET_CLASS (klass)->map = gf_customer_rows_map;
  GTK_WIDGET_CLASS (klass)->unmap = gf_customer_rows_unmap;

  /**
   * GfCustomerRows::row-activated:
   * @position: its place in the list
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gf_customer_rows_init (GfCustomerRows *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gf_customer_cells_init (&self->cells);
  self->facts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Customers"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * gf_customer_rows_set_list:
 * @list: (nullable): the customers
 *
 * Shows them.
 */
void
gf_customer_rows_set_list (GfCustomerRows *self,
                           GfCustomerList *list)
{
  g_return_if_fail (GF_IS_CUSTOMER_ROWS (self));

  if (!gf_customer_cells_set_list (&self->cells, list, self, G_CALLBACK (table_set_cb), G_CALLBACK (moved_cb),
                                   G_CALLBACK (refreshed_cb)))
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  table_set_cb (self);
  refreshed_cb (self);
}

/**
 * gf_customer_rows_set_columns:
 * @columns: (array length=n_columns): columns of the table
 * @n_columns: how many
 *
 * Says which columns are shown, in order: the first three but for the name are on the second line.
 */
void
gf_customer_rows_set_columns (GfCustomerRows *self,
                              const guint    *columns,
                              guint           n_columns)
{
  GfTable *table;

  g_return_if_fail (GF_IS_CUSTOMER_ROWS (self) && self->cells.list != NULL);

  table = gf_customer_list_get_table (self->cells.list);
  g_array_set_size (self->facts, 0);
  for (guint i = 0; table != NULL && i < n_columns && self->facts->len < N_FACTS; i++)
    {
      GfColumnRole role = gf_column_get_role (gf_table_get_column (table, columns[i]));

      if (role != GF_ROLE_NAME && role != GF_ROLE_IDENTIFIER)
        g_array_append_val (self->facts, columns[i]);
    }
  refreshed_cb (self);
}

/**
 * gf_customer_rows_get_facts:
 *
 * Returns: (transfer none) (element-type guint): the columns of the second line; the first is the name
 */
const GArray *
gf_customer_rows_get_facts (GfCustomerRows *self)
{
  g_return_val_if_fail (GF_IS_CUSTOMER_ROWS (self), NULL);

  return self->facts;
}
