/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-best-shares.h"

struct _GfBestShares
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *list;

  GStrv shown;            /* what the list says */
};

G_DEFINE_FINAL_TYPE (GfBestShares, gf_best_shares, ADW_TYPE_BIN)

static void
gf_best_shares_dispose (GObject *object)
{
  GfBestShares *self = GF_BEST_SHARES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_BEST_SHARES);
  g_clear_pointer (&self->shown, g_strfreev);

  G_OBJECT_CLASS (gf_best_shares_parent_class)->dispose (object);
}

static void
gf_best_shares_class_init (GfBestSharesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_best_shares_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-best-shares.ui");
  gtk_widget_class_bind_template_child (widget_class, GfBestShares, list);
}

static void
gf_best_shares_init (GfBestShares *self)
{
  self->shown = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_best_shares_set:
 * @sentences: (nullable): what to say; NULL or none hides it
 *
 * Says who brings the money and who takes the work.
 */
void
gf_best_shares_set (GfBestShares       *self,
                    const char * const *sentences)
{
  static const char * const none[] = { NULL };
  const char * const *wanted = sentences != NULL ? sentences : none;

  g_return_if_fail (GF_IS_BEST_SHARES (self));

  if (g_strv_equal (wanted, (const char * const *) self->shown))
    return;

  g_strfreev (self->shown);
  self->shown = g_strdupv ((GStrv) wanted);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; self->shown[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->shown[i]);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown[0] != NULL);
}
