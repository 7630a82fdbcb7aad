/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* # How to add a page, or a view to one
 *
 * A step (Customers, Interviews ...) is a #GfStepPage. It holds one or more views, each a
 * #GfStepView with a class, a file pair and a Blueprint of its own. The frame round them (header
 * bar with undo, switcher or title and tools; the pane; banner; progress; Back, hint and Next; the
 * narrow forms of all that) exists once, in GfStepFrame; you only fill in properties.
 *
 * 1. Files, in a folder per step:
 *
 *      src/app/market/gf-market-page.[ch]     ui/market/gf-market-page.blp
 *      src/app/market/gf-market-view.[ch]     ui/market/gf-market-view.blp
 *      src/app/market/meson.build:
 *        app_includes += include_directories('.')
 *        app_sources += files('gf-market-page.c', 'gf-market-view.c')
 *        app_blueprints += ['market/gf-market-page', 'market/gf-market-view']
 *
 *    One line "subdir('market')" in src/app/meson.build and one line in the table of gf-steps.c
 *    make it part of the window. Then run po/check-potfiles.py --write.
 *
 * 2. The page (ui/market/gf-market-page.blp):
 *
 *      template $GfMarketPage: $GfStepPage {
 *        $GfMarketView {
 *          view-name: "overview";
 *          title: _("Overview");
 *          icon-name: "gf-market-symbolic";
 *        }
 *        $GfQuestionsView { ... }
 *      }
 *
 *    Its class_init g_type_ensure()s the views, sets the template (GF_RESOURCE_BASE
 *    "/ui/gf-market-page.ui": flat, without the folder), and overrides #GfStepPageClass.update to
 *    say in at most 24 signs how things stand:
 *
 *      gf_step_page_set_status (page, GF_STEP_STATE_STARTED, _("3 competitors"));
 *
 *    The title and the icon of the page come from the table in gf-steps.c. A view whose "visible"
 *    is FALSE is not offered and not walked through (Customers is empty, or has three views).
 *
 * 3. A view (ui/market/gf-market-view.blp) is a bin: its child is the content, and scrolls by
 *    itself.
 *
 *      template $GfMarketView: $GfStepView {
 *        primary: add_button;                  // the blue button, wherever it stands
 *        tools: Button add_button { ... };     // in the header bar; a Box for several
 *        pane: ScrolledWindow { ... };         // details of the selection, or a summary
 *        intro: intro;                         // for "About This Step" and F1
 *
 *        child: ScrolledWindow {
 *          hscrollbar-policy: never;
 *          Adw.Clamp {
 *            maximum-size: 860;
 *            styles ["page"]                   // the margins of a page
 *            Box {
 *              orientation: vertical;
 *              spacing: 18;
 *              $GfIntroCard intro { topic: "market"; phrase: _("..."); text: _("..."); }
 *              ...
 *            }
 *          }
 *        };
 *      }
 *
 *    Without a primary, Next is blue. Give the view's own child no id and bind it to no field: the
 *    bin owns it, and gtk_widget_dispose_template() would take it away under the bin.
 *
 *    The class overrides #GfStepViewClass.update, which runs (once per frame, only while the view
 *    is visible) after anything in the project changed: read the project, set hint, complete,
 *    banner, labels. Use project_changed to bind list models, which then follow by themselves.
 *    Bind to #GfStepView:narrow what must change on a phone.
 *
 *      hint      the next most useful thing, from the data      gf_step_view_set_hint()
 *      complete  the blue moves to Next                         gf_step_view_set_complete()
 *      banner    a state that needs attention                   gf_step_view_set_banner()
 *      busy      long work: progress, Stop at the foot          gf_step_view_set_busy(), "stop"
 *      pane      stands open when wide; on activating a row     gf_step_view_show_pane()
 *
 * 4. Drill-in: gf_step_view_push (GTK_WIDGET (self), view) puts another #GfStepView over the step,
 *    in the same kind of frame. Escape and Back return. #GfStepView:next-label and the vfunc
 *    "next" make its Next button ("Jonas Lindqvist").
 *
 * 5. Keys: install these with gtk_widget_class_install_action() on the class of your view, and
 *    the keys of the window find them:
 *
 *      view.search  Ctrl+F      view.export  Ctrl+E (Profile)
 *      view.add     Ctrl+N      view.print   Ctrl+P (Profile)
 *
 *    They are found from the tools and the pane as well; switch them with
 *    gf_step_view_set_action_enabled(). Customers' page has page.import, page.import-file ("s": an
 *    URI, also of files dropped on the window) and page.paste. The action win.go ("s": "market",
 *    "customers/findings") goes elsewhere.
 *
 * 6. Words to the user: gf_toast(), gf_toast_undo(), gf_show_error() of gf-feedback.h; results
 *    that a screen reader would miss: gf_announce(). Every change of the project is
 *    undone with Ctrl+Z by itself.
 *
 * 7. Colours of data: the CSS classes data-best, data-same, data-bad, data-other, data-us,
 *    data-done and data-attention, and gf_data_color_get() for what is drawn. Widgets, in
 *    src/app/widgets: gf-interval-bar, gf-verdict-label, gf-marks, gf-pips, gf-chip (in an
 *    AdwWrapBox), gf-intro-card.
 */

/**
 * GfStepState:
 * @GF_STEP_STATE_EMPTY: nothing there yet (dashed ring)
 * @GF_STEP_STATE_STARTED: under way (half disc)
 * @GF_STEP_STATE_DONE: has what it needs (filled disc with tick)
 * @GF_STEP_STATE_ATTENTION: something should be looked at (triangle)
 *
 * How far a step is.
 */
typedef enum
{
  GF_STEP_STATE_EMPTY,
  GF_STEP_STATE_STARTED,
  GF_STEP_STATE_DONE,
  GF_STEP_STATE_ATTENTION,
} GfStepState;

#define GF_TYPE_STEP_STATE (gf_step_state_get_type ())
GType gf_step_state_get_type (void);

#define GF_TYPE_STEP_PAGE (gf_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (GfStepPage, gf_step_page, GF, STEP_PAGE, AdwNavigationPage)

/**
 * GfStepPageClass:
 * @project_changed: the project was set, replaced or unset
 * @update: something in the project changed; set the status. Once per frame at most, also while
 * the page
 *   is not the visible one, so keep it cheap.
 */
struct _GfStepPageClass
{
  AdwNavigationPageClass parent_class;

  void (*project_changed) (GfStepPage *self);
  void (*update)          (GfStepPage *self);

  gpointer padding[8];
};

GfProject   *gf_step_page_get_project      (GfStepPage  *self);
void         gf_step_page_set_project      (GfStepPage  *self,
                                            GfProject   *project);

const char  *gf_step_page_get_status       (GfStepPage  *self);
GfStepState  gf_step_page_get_state        (GfStepPage  *self);
void         gf_step_page_set_status       (GfStepPage  *self,
                                            GfStepState  state,
                                            const char  *status);

void         gf_step_page_add_view         (GfStepPage  *self,
                                            GfStepView  *view);
GfStepView  *gf_step_page_get_visible_view (GfStepPage  *self);
gboolean     gf_step_page_show_view        (GfStepPage  *self,
                                            const char  *name);

void         gf_step_page_push             (GfStepPage  *self,
                                            GfStepView  *view);
gboolean     gf_step_page_pop              (GfStepPage  *self);
void         gf_step_view_push             (GtkWidget   *widget,
                                            GfStepView  *view);

/* For the window */
const char  *gf_step_page_get_step         (GfStepPage  *self);
void         gf_step_page_set_width_class  (GfStepPage  *self,
                                            GfWidth      width);
guint        gf_step_page_get_n_views      (GfStepPage  *self);
GfStepView  *gf_step_page_get_view         (GfStepPage  *self,
                                            guint        position);
int          gf_step_page_get_position     (GfStepPage  *self);
gboolean     gf_step_page_get_pushed       (GfStepPage  *self);
void         gf_step_page_set_walk         (GfStepPage  *self,
                                            const char  *back_label,
                                            const char  *next_label);
void         gf_step_page_set_notice       (GfStepPage  *self,
                                            const char  *title,
                                            const char  *button_label,
                                            const char  *action_name);
gboolean     gf_step_page_show_about       (GfStepPage  *self);
gboolean     gf_step_page_toggle_pane      (GfStepPage  *self);
GtkWidget   *gf_step_page_get_area         (GfStepPage  *self,
                                            guint        area);

G_END_DECLS
