/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-section-group.h"

#include "gf-grade.h"
#include "gf-statement-row.h"

#include <glib/gi18n.h>

struct _GfSectionGroup
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *title;
  GtkButton *add;
  GtkListBox *list;
  GtkLabel *empty;

  /* Owned */
  GfProfile *profile;
  GfSectionKind kind;
  GListModel *shown;   /* the lines that the list is bound to */
};

G_DEFINE_FINAL_TYPE (GfSectionGroup, gf_section_group, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GfSectionGroup *self = user_data;

  return gf_statement_row_new (gf_profile_find_section (self->profile, self->kind), item);
}

static const char *
get_advice (GfSectionKind kind)
{
  switch (kind)
    {
    case GF_SECTION_COMPANY:
      return _("Industry, size, stage: what a list could be filtered by");
    case GF_SECTION_PEOPLE:
      return _("Who champions, who signs, who can block");
    case GF_SECTION_BUYING:
      return _("How they buy, how long it takes, who pays");
    case GF_SECTION_CHANNELS:
      return _("Where to meet them, and what to say");
    case GF_SECTION_MISFIT:
      return _("Write who is not a fit, so that nobody has to find out twice");
    case GF_SECTION_PAINS:
      return _("What hurts most, in their words");
    case GF_SECTION_TRIGGERS:
      return _("What happens just before they look for help");
    case GF_SECTION_GOAL:
      return _("What they want to be able to do");
    case GF_SECTION_DRIVERS:
      return _("What wins them");
    case GF_SECTION_OBJECTIONS:
      return _("What nearly stops them, and the answer");
    case GF_SECTION_VOICE:
      return _("A sentence from a happy and from a churned customer");
    case GF_SECTION_NUMBERS:
    default:
      return _("Counts that carry the page");
    }
}

static void
add_cb (GfSectionGroup *self)
{
  GfProfileSection *section = gf_profile_ensure_section (self->profile, self->kind);
  GListStore *statements = gf_profile_section_get_statements (section);
  g_autoptr (GfStatement) statement = gf_statement_new ();

  g_list_store_append (statements, statement);
  gf_section_group_sync (self);

  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (self->list,
                                   (int) g_list_model_get_n_items (G_LIST_MODEL (statements)) - 1);
  if (row != NULL)
    gf_statement_row_focus_text (GF_STATEMENT_ROW (row));
}

static void
gf_section_group_dispose (GObject *object)
{
  GfSectionGroup *self = GF_SECTION_GROUP (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_SECTION_GROUP);
  g_clear_object (&self->profile);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (gf_section_group_parent_class)->dispose (object);
}

static void
gf_section_group_class_init (GfSectionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_section_group_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-section-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GfSectionGroup, content);
  gtk_widget_class_bind_template_child (widget_class, GfSectionGroup, title);
  gtk_widget_class_bind_template_child (widget_class, GfSectionGroup, add);
  gtk_widget_class_bind_template_child (widget_class, GfSectionGroup, list);
  gtk_widget_class_bind_template_child (widget_class, GfSectionGroup, empty);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
gf_section_group_init (GfSectionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_section_group_new:
 * @profile: a profile
 * @kind: which of its sections
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
gf_section_group_new (GfProfile     *profile,
                      GfSectionKind  kind)
{
  g_return_val_if_fail (GF_IS_PROFILE (profile), NULL);

  GfSectionGroup *self = g_object_new (GF_TYPE_SECTION_GROUP, NULL);
  const char *title = gf_section_kind_get_title (kind);
  /* Translators: %s is the title of a section. */
  g_autofree char *tooltip = g_strdup_printf (_("Add a Line to “%s”"), title);

  self->profile = g_object_ref (profile);
  self->kind = kind;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->empty, get_advice (kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gf_section_group_sync (self);

  return GTK_WIDGET (self);
}

/**
 * gf_section_group_sync:
 * @self: a group
 *
 * Binds the list to the lines of the section, which undo may have taken away or brought back.
 */
void
gf_section_group_sync (GfSectionGroup *self)
{
  g_return_if_fail (GF_IS_SECTION_GROUP (self));

  GfProfileSection *section = gf_profile_find_section (self->profile, self->kind);
  GListModel *statements =
    section != NULL ? G_LIST_MODEL (gf_profile_section_get_statements (section)) : NULL;
  gboolean any = statements != NULL && g_list_model_get_n_items (statements) > 0;

  if (g_set_object (&self->shown, statements))
    gtk_list_box_bind_model (self->list, statements, statements != NULL ? create_row : NULL, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !any);
}

/**
 * gf_section_group_has_assumption:
 * @self: a group
 *
 * Returns: whether one of its lines rests on nothing yet
 */
gboolean
gf_section_group_has_assumption (GfSectionGroup *self)
{
  g_return_val_if_fail (GF_IS_SECTION_GROUP (self), FALSE);

  for (guint i = 0; self->shown != NULL && i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (GfStatement) statement = g_list_model_get_item (self->shown, i);

      if (gf_statement_get_grade (statement) == GF_GRADE_ASSUMPTION)
        return TRUE;
    }

  return FALSE;
}
