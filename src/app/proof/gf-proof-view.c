/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-proof-view.h"

#include "gf-feedback.h"
#include "gf-kpi-dialog.h"
#include "gf-kpi-row.h"
#include "gf-kpi-words.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

#define ENOUGH_FIGURES 3

struct _GfProofView
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *content;
  GtkWidget *add_button;
  GtkWidget *empty_button;
  GtkLabel *headline;
  GtkListBox *list;

  /* Owned references */
  GtkSizeGroup *values;
  GtkSizeGroup *verdicts;
  GListStore *kpis;
};

G_DEFINE_FINAL_TYPE (GfProofView, gf_proof_view, GF_TYPE_STEP_VIEW)

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  GtkWidget *row = gf_kpi_row_new (GF_KPI (item));

  gf_kpi_row_align (GF_KPI_ROW (row), GF_PROOF_VIEW (data)->values, GF_PROOF_VIEW (data)->verdicts);
  gf_kpi_row_set_narrow (GF_KPI_ROW (row), gf_step_view_get_narrow (GF_STEP_VIEW (data)));

  return row;
}

static void
narrow_cb (GfProofView *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GF_IS_KPI_ROW (row))
      gf_kpi_row_set_narrow (GF_KPI_ROW (row), gf_step_view_get_narrow (GF_STEP_VIEW (self)));
  gf_step_view_queue_update (GF_STEP_VIEW (self));
}

static guint
count_verdicts (GfProofView  *self,
                GfKpiVerdict  from,
                GfKpiVerdict  to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kpis)), count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfKpi) kpi = g_list_model_get_item (G_LIST_MODEL (self->kpis), i);
      GfKpiVerdict verdict = gf_kpi_judge (kpi);

      count += verdict >= from && verdict <= to;
    }

  return count;
}

static char *
dup_headline (guint n_figures,
              guint n_judged,
              guint n_better,
              guint n_worse)
{
  if (n_judged == 0)
    return g_strdup (_("No figure can be judged yet"));
  if (n_better == 0 && n_worse == 0)
    return g_strdup (_("Nothing tells inside from outside yet"));
  if (n_better == 0)
    return g_strdup_printf (ngettext ("%u figure is worse inside the profile",
                                      "%u figures are worse inside the profile", n_worse), n_worse);

  /* Translators: how many figures are better inside the profile, of how many */
  return g_strdup_printf (ngettext ("%u of %u figure is better inside the profile",
                                    "%u of %u figures are better inside the profile", n_figures),
                          n_better, n_figures);
}

static void
update_hint (GfProofView *self,
             guint        n)
{
  const char *hint = _("Bring fresh counts to the next review");

  if (n == 0)
    hint = _("Two or three figures tell whether the profile works");
  else if (n < ENOUGH_FIGURES)
    hint = _("One or two more figures make it harder to fool yourself");
  else if (count_verdicts (self, GF_KPI_VERDICT_TOO_FEW, GF_KPI_VERDICT_TOO_FEW) > 0)
    hint = _("A verdict needs at least 8 inside and 8 outside");
  else if (count_verdicts (self, GF_KPI_VERDICT_WORSE, GF_KPI_VERDICT_WORSE) > 0)
    hint = _("Something is worse inside: look why before you aim further");

  gf_step_view_set_hint (GF_STEP_VIEW (self), hint);
}

/* A phone has room for a sign only. */
static void
update_add_button (GfProofView *self,
                   guint        n)
{
  GtkButton *button = GTK_BUTTON (self->add_button);

  gtk_widget_set_visible (self->add_button, n > 0);
  gtk_widget_set_tooltip_text (self->add_button, _("Add Figure…"));
  if (gf_step_view_get_narrow (GF_STEP_VIEW (self)))
    gtk_button_set_icon_name (button, "list-add-symbolic");
  else
    gtk_button_set_label (button, _("Add Figure…"));
}

static void
gf_proof_view_update (GfStepView *view)
{
  GfProofView *self = GF_PROOF_VIEW (view);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kpis));
  guint n_judged = count_verdicts (self, GF_KPI_VERDICT_BETTER, GF_KPI_VERDICT_WORSE);
  guint n_better = count_verdicts (self, GF_KPI_VERDICT_BETTER, GF_KPI_VERDICT_LEANING);
  guint n_worse = count_verdicts (self, GF_KPI_VERDICT_WORSE, GF_KPI_VERDICT_WORSE);
  g_autofree char *headline = dup_headline (n, n_judged, n_better, n_worse);

  gtk_stack_set_visible_child (self->stack, n == 0 ? self->empty : self->content);
  gtk_label_set_label (self->headline, headline);
  update_add_button (self, n);
  gf_step_view_set_primary (view, n == 0 ? self->empty_button : self->add_button);
  gf_step_view_set_complete (view, n >= ENOUGH_FIGURES);
  update_hint (self, n);
}

static void
gf_proof_view_project_changed (GfStepView *view)
{
  GfProofView *self = GF_PROOF_VIEW (view);
  GfProject *project = gf_step_view_get_project (view);

  g_clear_object (&self->kpis);
  if (project != NULL)
    self->kpis = g_object_ref (gf_project_get_kpis (project));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->kpis), create_row_cb, self, NULL);
}

static void
present (GfProofView *self,
         GfKpi       *kpi)
{
  if (self->kpis != NULL)
    adw_dialog_present (gf_kpi_dialog_new (self->kpis, kpi), GTK_WIDGET (self));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GfProofView   *self)
{
  present (self, gf_kpi_row_get_kpi (GF_KPI_ROW (row)));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  present (GF_PROOF_VIEW (widget), NULL);
}

/* It stands in the header bar, where the actions of the view are not found by themselves. */
static void
add_clicked_cb (GfProofView *self)
{
  present (self, NULL);
}

/* The figure whose row has the focus. */
static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  GfProofView *self = GF_PROOF_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (!GF_IS_KPI_ROW (row))
    return FALSE;

  if (gf_record_list_remove (self->kpis, gf_kpi_row_get_kpi (GF_KPI_ROW (row))))
    gf_toast_undo (widget, _("Figure removed"));

  return TRUE;
}

static void
gf_proof_view_dispose (GObject *object)
{
  GfProofView *self = GF_PROOF_VIEW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_PROOF_VIEW);
  g_clear_object (&self->kpis);
  g_clear_object (&self->values);
  g_clear_object (&self->verdicts);

  G_OBJECT_CLASS (gf_proof_view_parent_class)->dispose (object);
}

static void
gf_proof_view_class_init (GfProofViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_proof_view_dispose;
  GF_STEP_VIEW_CLASS (klass)->update = gf_proof_view_update;
  GF_STEP_VIEW_CLASS (klass)->project_changed = gf_proof_view_project_changed;

  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-proof-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GfProofView, stack);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, empty);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, content);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, add_button);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, headline);
  gtk_widget_class_bind_template_child (widget_class, GfProofView, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gf_proof_view_init (GfProofView *self)
{
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->verdicts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}
