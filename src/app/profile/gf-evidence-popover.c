/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-evidence-popover.h"

#include "gf-draft.h"
#include "gf-format.h"
#include "gf-popover-search.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"

#include <glib/gi18n.h>
#include <math.h>

/* A popover that lists what a statement could rest on: what was found about the customers, what was
 * said in interviews, the market, and a note of one's own. Choosing one links it. */

#define MAX_FINDINGS 12

typedef struct
{
  GfStatement *statement;
  GtkWidget *popover;
  GtkListBox *list;
  GtkEditable *search;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_object_unref (choices->statement);
  g_free (choices);
}

static GfProject *
find_project (GfStatement *statement)
{
  GfRecord *record = GF_RECORD (statement);

  while (record != NULL && !GF_IS_PROJECT (record))
    record = gf_record_get_parent (record);

  return (GfProject *) record;
}

static void
take_choice (Choices    *choices,
             GfEvidence *evidence,
             const char *title,
             const char *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_wrap (GTK_LABEL (first), TRUE);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dimmed");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data_full (G_OBJECT (row), "evidence", evidence, g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "words", g_utf8_casefold (title, -1), g_free);
  gtk_list_box_append (choices->list, row);
}

static void
add_findings (Choices    *choices,
              GfProject  *project,
              GfFindings *findings,
              const char *today)
{
  guint n = findings != NULL ? gf_findings_get_n_traits (findings) : 0;
  gboolean best = findings != NULL && gf_findings_get_against (findings) == GF_AGAINST_BEST;

  for (guint i = 0; i < MIN (n, MAX_FINDINGS); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);
      GfEvidence *evidence =
        gf_evidence_new_from_finding (finding, gf_project_get_table (project), today);
      g_autofree char *count = gf_format_count ((guint64) gf_evidence_get_count (evidence));
      g_autofree char *of = gf_format_count ((guint64) gf_evidence_get_of (evidence));
      g_autofree char *note =
        g_strdup_printf (best ? _("%s of %s are among the best") : _("%s of %s are bad fits"), count, of);

      take_choice (choices, evidence, gf_evidence_get_text (evidence), note);
    }
}

static void
add_themes (Choices    *choices,
            GfProject  *project,
            const char *today)
{
  GListModel *themes = G_LIST_MODEL (gf_project_get_themes (project));
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (project));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (GfTheme) theme = g_list_model_get_item (themes, i);
      g_autoptr (GfStatement) words = gf_statement_new_from_theme (theme, interviews, today);
      g_autoptr (GfEvidence) evidence = NULL;

      if (words == NULL)
        continue;

      evidence = g_list_model_get_item (G_LIST_MODEL (gf_statement_get_evidence (words)), 0);
      g_autofree char *note =
        g_strdup_printf (_("said by %d of %d"), (int) gf_evidence_get_count (evidence),
                         (int) gf_evidence_get_of (evidence));
      take_choice (choices, gf_record_copy (GF_RECORD (evidence)), gf_theme_get_name (theme), note);
    }
}

static void
add_competitors (Choices    *choices,
                 GfProject  *project,
                 const char *today)
{
  GListModel *competitors = G_LIST_MODEL (gf_project_get_competitors (project));

  for (guint i = 0; i < g_list_model_get_n_items (competitors); i++)
    {
      g_autoptr (GfCompetitor) competitor = g_list_model_get_item (competitors, i);
      GfEvidence *evidence = gf_evidence_new ();

      gf_evidence_set_kind (evidence, GF_EVIDENCE_MARKET);
      gf_evidence_set_target (evidence, gf_record_get_id (GF_RECORD (competitor)));
      gf_evidence_set_text (evidence, gf_competitor_get_name (competitor));
      gf_evidence_set_clear (evidence,
                             g_strv_length ((char **) gf_competitor_get_sources (competitor)) > 0);
      gf_evidence_set_date (evidence, today);
      take_choice (choices, evidence, gf_competitor_get_name (competitor), _("Competitor"));
    }
}

static void
link_evidence (Choices    *choices,
               GfEvidence *evidence)
{
  g_list_store_append (gf_statement_get_evidence (choices->statement), evidence);
  gtk_popover_popdown (GTK_POPOVER (choices->popover));
}

static void
row_activated_cb (Choices       *choices,
                  GtkListBoxRow *row)
{
  link_evidence (choices, g_object_get_data (G_OBJECT (row), "evidence"));
}

/* What was typed and stands in no list is a source of our own. */
static void
search_activated_cb (Choices *choices)
{
  const char *text = gtk_editable_get_text (choices->search);
  g_autofree char *today = gf_today ();
  g_autoptr (GfEvidence) evidence = NULL;
  GtkListBoxRow *first = NULL;

  for (guint i = 0; first == NULL && gtk_list_box_get_row_at_index (choices->list, (int) i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (choices->list, (int) i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        first = row;
    }

  if (first != NULL)
    {
      row_activated_cb (choices, first);
      return;
    }
  if (*text == '\0')
    return;

  evidence = gf_evidence_new ();
  gf_evidence_set_kind (evidence, GF_EVIDENCE_OWN);
  gf_evidence_set_text (evidence, text);
  gf_evidence_set_date (evidence, today);
  link_evidence (choices, evidence);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  Choices *choices = user_data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (choices->search), -1);

  return strstr (g_object_get_data (G_OBJECT (row), "words"), wanted) != NULL;
}

static void
search_changed_cb (Choices *choices)
{
  gtk_list_box_invalidate_filter (choices->list);
}

/**
 * gf_evidence_popover_new:
 * @statement: a line of a profile that is in a project
 *
 * Offers what a line could rest on.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
gf_evidence_popover_new (GfStatement *statement)
{
  g_return_val_if_fail (GF_IS_STATEMENT (statement), NULL);

  GfProject *project = find_project (statement);
  g_autofree char *today = gf_today ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *empty = gtk_label_new (_("Press Enter to note this as a source of your own"));
  Choices *choices = g_new0 (Choices, 1);

  choices->statement = g_object_ref (statement);
  choices->popover = popover;
  choices->list = GTK_LIST_BOX (list);
  choices->search = GTK_EDITABLE (search);
  g_object_set_data_full (G_OBJECT (popover), "choices", choices, choices_free);

  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (search), _("Find evidence, or name a source"));
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_widget_set_margin_top (empty, 12);
  gtk_widget_set_margin_bottom (empty, 12);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), empty);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_row, choices, NULL);

  if (project != NULL)
    {
      GfAnalysis *analysis = gf_project_get_analysis (project);

      add_findings (choices, project, gf_analysis_get_findings (analysis), today);
      add_findings (choices, project, gf_analysis_get_bad_findings (analysis), today);
      add_themes (choices, project, today);
      add_competitors (choices, project, today);
    }

  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), choices);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_changed_cb), choices);
  gf_popover_search_closes (GTK_SEARCH_ENTRY (search));
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activated_cb), choices);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_size_request (scrolled, 300, -1);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
