/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-driver-list.h"
#include "gf-finding-list.h"
#include "gf-finding-pane.h"
#include "gf-findings-view.h"
#include "gf-project-analysis.h"
#include "gf-rule-card.h"

G_BEGIN_DECLS

/* Whom the findings are about. */
typedef enum
{
  GF_LOOK_BEST,
  GF_LOOK_BAD,
  GF_N_LOOKS,
} GfLook;

/* What is listed. */
typedef enum
{
  GF_FINDINGS_TRAITS,
  GF_FINDINGS_COMBINATIONS,
  GF_FINDINGS_TOGETHER,
} GfFindingsKind;

struct _GfFindingsView
{
  GfStepView parent_instance;

  /* Template widgets */
  GfRuleCard *card;
  AdwWrapBox *switches;
  GtkWidget *kinds;
  GtkMenuButton *sort_button;
  GtkToggleButton *search_button;
  GtkEditable *search;
  AdwStatusPage *status;
  GtkButton *status_button;
  GtkWidget *results;
  GfFindingList *list;
  GfDriverList *drivers;
  GtkLabel *luck;
  GtkLabel *notes;
  GfFindingPane *pane;

  /* Owned references */
  GfAnalysis *analysis;
  GfLuckWatch *luck_watch;             /* NULL until the findings are looked at */
  GfDriversWatch *drivers_watch;       /* NULL until what matters together is looked at */
  GfTable *table;                      /* the customers that the findings are of */
  GPtrArray *rules[GF_N_LOOKS];        /* of GfSelector */
  GfFinding *rule;                     /* the rule looked at, as a finding; NULL for none */
  GfFinding *selected;

  GfLook look;
  GfFindingsKind kind;
  GfFindingListSort sort;
  gboolean edited[GF_N_LOOKS];         /* the user has changed the rule: it no longer follows the findings */
  gboolean listed;                     /* the list shows the findings as they are */
  guint dim_source;
};

/* gf-findings-rule.c */
GfFindings *_gf_findings_view_get_findings   (GfFindingsView *self);
void        _gf_findings_view_update_rule    (GfFindingsView *self);
void        _gf_findings_view_edit_rule      (GfFindingsView *self,
                                              GPtrArray      *selectors);
GfFinding  *_gf_findings_view_see_other_side (GfFindingsView *self,
                                              GfFinding      *finding);
void        _gf_findings_view_install_rule   (GtkWidgetClass *widget_class);

/* gf-findings-together.c */
void        _gf_findings_view_update_luck     (GfFindingsView *self);
void        _gf_findings_view_update_together (GfFindingsView *self);

G_END_DECLS
