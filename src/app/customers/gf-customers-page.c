/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-page.h"

#include "gf-customers-empty.h"
#include "gf-customers-import.h"
#include "gf-project.h"

#include <glib/gi18n-lib.h>

struct _GfCustomersPage
{
  GfStepPage parent_instance;

  /* Template widgets */
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (GfCustomersPage, gf_customers_page, GF_TYPE_STEP_PAGE)

static void
gf_customers_page_update (GfStepPage *page)
{
  GfTable *table = gf_project_get_table (gf_step_page_get_project (page));
  gsize n = table != NULL ? gf_table_get_n_rows (table) : 0;
  g_autofree char *count = NULL;
  g_autofree char *status = NULL;

  if (n == 0)
    {
      gf_step_page_set_status (page, GF_STEP_STATE_EMPTY, _("None yet"));
      return;
    }

  count = g_strdup_printf ("%'" G_GSIZE_FORMAT, n);
  /* Translators: at most 24 signs */
  status = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) n), count);
  gf_step_page_set_status (page, GF_STEP_STATE_STARTED, status);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gf_customers_import_choose (GF_STEP_PAGE (widget));
}

static void
import_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gf_customers_import_file (GF_STEP_PAGE (widget), file);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gf_customers_import_paste (GF_STEP_PAGE (widget));
}

static void
gf_customers_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_CUSTOMERS_PAGE);

  G_OBJECT_CLASS (gf_customers_page_parent_class)->dispose (object);
}

static void
gf_customers_page_class_init (GfCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_customers_page_dispose;
  GF_STEP_PAGE_CLASS (klass)->update = gf_customers_page_update;

  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);

  g_type_ensure (GF_TYPE_CUSTOMERS_EMPTY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCustomersPage, empty);
}

static void
gf_customers_page_init (GfCustomersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
