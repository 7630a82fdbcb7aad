/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-notes.h"

#include "gf-analysis-run.h"
#include "gf-feedback.h"
#include "gf-preflight.h"
#include "gf-project-analysis.h"
#include "gf-project-derive.h"

#include <glib/gi18n-lib.h>

struct _GfBestNotes
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListBox *list;

  /* Owned references */
  GfProject *project;
  GfTable *table;          /* what was looked at */
  GArray *measures;        /* of GfMeasure */
  GfBitset *best;
  GfBitset *bad;
  GPtrArray *notes;        /* of GfNote */
  GCancellable *looking;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (GfBestNotes, gf_best_notes, GTK_TYPE_BOX)

typedef struct
{
  GfTable *table;
  GArray *measures;
  GfBitset *best;
  GfBitset *bad;
} Look;

static void
look_free (Look *look)
{
  gf_table_unref (look->table);
  g_array_unref (look->measures);
  g_clear_pointer (&look->best, gf_bitset_unref);
  g_clear_pointer (&look->bad, gf_bitset_unref);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Look *look = data;
  GfPreflightRule rule = {
    (const GfMeasure *) (gpointer) look->measures->data, look->measures->len, look->best, look->bad,
    gf_days_today (),
  };

  g_task_return_pointer (task, gf_preflight_find (look->table, &rule),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* A measure of a column that is left out would still count. */
static void
remove_measures (GfCustomers  *customers,
                 const GfNote *note)
{
  GListStore *measures = gf_customers_get_measures (customers);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (measures)); i > 0; i--)
    {
      g_autoptr (GfGoodMeasure) measure = g_list_model_get_item (G_LIST_MODEL (measures), i - 1);

      if (g_strv_contains ((const char * const *) note->columns, gf_good_measure_get_column (measure)))
        g_list_store_remove (measures, i - 1);
    }
}

static void
mend_cb (GtkButton *button,
         gpointer   data)
{
  GfBestNotes *self = data;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "note"));
  const GfNote *note = g_ptr_array_index (self->notes, index);
  GfTable *table = gf_project_get_table (self->project);

  if (table == NULL)
    return;

  g_autoptr (GfTable) mended = gf_preflight_mend (table, note);
  gf_project_take_table (self->project, mended, FALSE, NULL);
  if (note->action == GF_MEND_IGNORE)
    remove_measures (gf_project_get_customers (self->project), note);

  switch (note->action)
    {
    case GF_MEND_IGNORE:
      gf_toast_undo (GTK_WIDGET (self), ngettext ("Column left out", "Columns left out",
                                                  g_strv_length (note->columns)));
      break;
    case GF_MEND_DIVIDE:
      gf_toast_undo (GTK_WIDGET (self), _("Amounts divided by 100"));
      break;
    case GF_MEND_EMPTY_1970:
      gf_toast_undo (GTK_WIDGET (self), _("Cells emptied"));
      break;
    case GF_MEND_NONE:
    default:
      break;
    }
}

static GtkWidget *
create_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
create_icon (GfNoteSeverity severity)
{
  gboolean block = severity == GF_NOTE_BLOCK;
  GtkWidget *icon = gtk_image_new_from_icon_name (block ? "dialog-warning-symbolic"
                                                        : "dialog-information-symbolic");

  gtk_widget_add_css_class (icon, block ? "warning" : "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block ? _("Mend first") : _("Worth knowing"), -1);

  return icon;
}

static GtkWidget *
create_button (GfBestNotes *self,
               guint        index,
               GtkWidget   *words)
{
  const GfNote *note = g_ptr_array_index (self->notes, index);
  GtkWidget *button = gtk_button_new_with_label (gf_mend_action_get_label (note->action));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "note", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (mend_cb), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  words, NULL, -1);

  return button;
}

/* What is doubtful, its mend below, and the button beside both or, in a narrow window, below them. */
static GtkWidget *
create_row (GfBestNotes *self,
            guint        index)
{
  const GfNote *note = g_ptr_array_index (self->notes, index);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *beside = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                   self->narrow ? 6 : 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = create_words (note->words);
  GtkWidget *mend = create_words (note->mend);

  gtk_widget_add_css_class (mend, "caption");
  gtk_widget_add_css_class (mend, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), words);
  gtk_box_append (GTK_BOX (texts), mend);
  gtk_box_append (GTK_BOX (beside), texts);
  if (note->action != GF_MEND_NONE)
    gtk_box_append (GTK_BOX (beside), create_button (self, index, words));
  gtk_box_append (GTK_BOX (box), create_icon (note->severity));
  gtk_box_append (GTK_BOX (box), beside);

  gtk_widget_add_css_class (row, "rule-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, mend, NULL, -1);

  return row;
}

static void
show_notes (GfBestNotes *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    gtk_list_box_append (self->list, create_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->notes != NULL && self->notes->len > 0);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GPtrArray *notes = g_task_propagate_pointer (G_TASK (result), NULL);
  GfBestNotes *self = data;

  /* Stopped: the list may be gone. */
  if (notes == NULL)
    return;

  g_clear_object (&self->looking);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = notes;
  show_notes (self);
}

static void
stop_looking (GfBestNotes *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* The measures' texts belong to records, which the thread must not touch. */
static GArray *
copy_measures (GfCustomers *customers)
{
  g_autoptr (GArray) measures = gf_customers_dup_measures (customers);

  return gf_measures_copy ((const GfMeasure *) (gpointer) measures->data, measures->len);
}

static gboolean
is_same_set (GfBitset *a,
             GfBitset *b)
{
  return a == b || (a != NULL && b != NULL && gf_bitset_get_size (a) == gf_bitset_get_size (b) &&
                    gf_bitset_equal (a, b));
}

/**
 * gf_best_notes_look:
 * @self: the notes
 * @project: the project
 * @analysis: what is known of its customers
 *
 * Looks at the customers, who is best and what makes them good, unless they are those that were looked at last.
 */
void
gf_best_notes_look (GfBestNotes *self,
                    GfProject   *project,
                    GfAnalysis  *analysis)
{
  g_return_if_fail (GF_IS_BEST_NOTES (self) && GF_IS_PROJECT (project) && GF_IS_ANALYSIS (analysis));

  GfTable *table = gf_project_get_table (project);
  GfRanking *ranking = gf_analysis_get_ranking (analysis);
  gboolean fits = table != NULL && ranking != NULL &&
                  gf_ranking_get_n_rows (ranking) == gf_table_get_n_rows (table);
  GfBitset *best = fits ? gf_ranking_get_best (ranking) : NULL;
  GfBitset *bad = gf_analysis_get_bad (analysis);

  if (bad != NULL && (table == NULL || gf_bitset_get_size (bad) != gf_table_get_n_rows (table)))
    bad = NULL;

  g_autoptr (GArray) measures = copy_measures (gf_project_get_customers (project));
  if (self->table == table && is_same_set (self->best, best) && is_same_set (self->bad, bad) &&
      self->measures != NULL && gf_measures_equal (self->measures, measures))
    return;

  stop_looking (self);
  g_set_object (&self->project, project);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->measures, g_array_unref);
  self->measures = g_array_ref (measures);
  if (table == NULL)
    {
      g_clear_pointer (&self->notes, g_ptr_array_unref);
      show_notes (self);
      return;
    }
  self->table = gf_table_ref (table);
  self->best = best != NULL ? gf_bitset_ref (best) : NULL;
  self->bad = bad != NULL ? gf_bitset_ref (bad) : NULL;

  Look *look = g_new0 (Look, 1);
  look->table = gf_table_ref (table);
  look->measures = g_array_ref (measures);
  look->best = best != NULL ? gf_bitset_ref (best) : NULL;
  look->bad = bad != NULL ? gf_bitset_ref (bad) : NULL;

  self->looking = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, self->looking, looked_cb, self);
  g_task_set_source_tag (task, gf_best_notes_look);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

/**
 * gf_best_notes_set_narrow:
 * @self: the notes
 * @narrow: whether the window is as narrow as a phone
 *
 * Puts the buttons below the words.
 */
void
gf_best_notes_set_narrow (GfBestNotes *self,
                          gboolean     narrow)
{
  g_return_if_fail (GF_IS_BEST_NOTES (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show_notes (self);
}

static void
gf_best_notes_dispose (GObject *object)
{
  GfBestNotes *self = GF_BEST_NOTES (object);

  stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_BEST_NOTES);
  g_clear_object (&self->project);
  g_clear_pointer (&self->table, gf_table_unref);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->bad, gf_bitset_unref);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (gf_best_notes_parent_class)->dispose (object);
}

static void
gf_best_notes_class_init (GfBestNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_best_notes_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-best-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBestNotes, list);
}

static void
gf_best_notes_init (GfBestNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
