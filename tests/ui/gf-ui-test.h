/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-application.h"
#include "gf-window.h"

G_BEGIN_DECLS

typedef gboolean (*GfUiCondition) (gpointer data);

void           gf_ui_test_init     (int           *argc,
                                    char        ***argv);
GfApplication *gf_ui_get_app       (void);

void           gf_ui_wait_ms       (guint          ms);
void           gf_ui_settle        (void);
gboolean       gf_ui_wait_until    (GfUiCondition  condition,
                                    gpointer       data);
GfWindow      *gf_ui_new_window    (int            width,
                                    int            height);
void           gf_ui_close_window  (GfWindow      *window);
GtkWidget     *gf_ui_find          (GtkWidget     *root,
                                    GType          type,
                                    const char    *text);
void           gf_ui_press         (GtkWidget     *widget,
                                    guint          keyval);
void           gf_ui_assert_fits   (GtkWidget     *widget,
                                    int            width);
void           gf_ui_picture       (GtkWidget     *window,
                                    const char    *name);

/* A project in a window, shown at one of its steps. */
typedef struct
{
  GfWindow *window;
  GfProject *project;
} GfUiFixture;

void           gf_ui_fixture_open  (GfUiFixture   *self,
                                    const char    *where,
                                    void         (*fill) (GfProject *project));
void           gf_ui_fixture_close (GfUiFixture   *self,
                                    gconstpointer  data);
GtkWidget     *gf_ui_fixture_find  (GfUiFixture   *self,
                                    GType          type,
                                    const char    *text);

/* Waits at most twenty seconds for an expression to become true, and fails the test otherwise. */
#define gf_ui_assert_soon(expression)                                        \
  G_STMT_START {                                                             \
    gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;            \
    gboolean holds;                                                          \
    while (!(holds = (expression)) && g_get_monotonic_time () < until)       \
      gf_ui_wait_ms (10);                                                    \
    if (!holds)                                                              \
      g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,      \
                           "not true within twenty seconds: " #expression);  \
  } G_STMT_END

G_END_DECLS
