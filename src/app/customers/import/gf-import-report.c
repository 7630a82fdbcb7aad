/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-report.h"

#include "gf-format.h"
#include "gf-date.h"
#include "gf-note-list.h"

#include <glib/gi18n-lib.h>

/* What the last import did, as it is kept with the project. */

static void
save_cb (GtkButton  *button,
         GfNoteList *list)
{
  gf_note_list_save (list, g_object_get_data (G_OBJECT (list), "gf-parent"));
}

/* "HubSpot companies, acme.csv, 12 November" */
static char *
dup_origin (GfCustomers *customers)
{
  const char *source = gf_customers_get_source (customers);
  const char *file = gf_customers_get_source_file (customers);
  const char *imported = gf_customers_get_imported (customers);
  GString *text = g_string_new (source);
  gint32 days;

  if (*file != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", file);
  if (gf_days_from_iso (imported, &days))
    {
      g_autofree char *date = gf_format_date (days);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", date);
    }

  return g_string_free (text, FALSE);
}

/**
 * gf_import_report_present:
 * @parent: any widget of the window
 * @project: a project with customers
 *
 * Shows what the last import left otherwise than it was in the file, and what it did.
 */
void
gf_import_report_present (GtkWidget *parent,
                          GfProject *project)
{
  GfCustomers *customers;
  AdwDialog *dialog;
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *list = gf_note_list_new ();
  GtkWidget *title;
  GListModel *notes;
  g_autofree char *origin = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && GF_IS_PROJECT (project));

  customers = gf_project_get_customers (project);
  notes = G_LIST_MODEL (gf_customers_get_notes (customers));
  origin = dup_origin (customers);
  title = adw_window_title_new (_("Import Report"), origin);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  if (g_list_model_get_n_items (notes) > 0)
    {
      GtkWidget *save = gtk_button_new_with_label (_("Save List…"));

      gf_note_list_show (GF_NOTE_LIST (list), notes, (guint64) gf_customers_get_n_notes (customers));
      g_object_set_data (G_OBJECT (list), "gf-parent", parent);
      g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), list, 0);
      adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
      adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), list);
    }
  else
    {
      GtkWidget *nothing = adw_status_page_new ();

      g_object_ref_sink (list);
      g_object_unref (list);
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "object-select-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Everything Came In as It Was"));
      adw_status_page_set_description (ADW_STATUS_PAGE (nothing),
                                       *gf_customers_get_imported (customers) != '\0'
                                         ? _("No cell was left empty and no row was changed.")
                                         : _("No list was imported yet."));
      adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), nothing);
    }

  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, _("Import Report"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, toolbar);
  adw_dialog_present (dialog, parent);
}
