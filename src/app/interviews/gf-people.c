/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-people.h"

#include <glib/gi18n-lib.h>

struct _GfPeople
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *marks;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (GfPeople, gf_people, GTK_TYPE_WIDGET)

static void
gf_people_dispose (GObject *object)
{
  GfPeople *self = GF_PEOPLE (object);

  g_clear_pointer (&self->marks, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (gf_people_parent_class)->dispose (object);
}

static void
gf_people_class_init (GfPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_people_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "people");
}

static void
gf_people_init (GfPeople *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);

  self->words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->words, "numeric");
  gtk_widget_set_visible (self->words, FALSE);
}

/**
 * gf_people_get_shape:
 * @kind: a kind of interview
 *
 * Returns: the shape that stands for one person
 */
GfMarkShape
gf_people_get_shape (GfInterviewKind kind)
{
  switch (kind)
    {
    case GF_INTERVIEW_HAPPY:
      return GF_MARK_DISC;

    case GF_INTERVIEW_CHURNED:
      return GF_MARK_DIAMOND;

    case GF_INTERVIEW_LOST:
    case GF_INTERVIEW_PROSPECT:
    default:
      return GF_MARK_SQUARE;
    }
}

/**
 * gf_people_get_role:
 * @kind: a kind of interview
 *
 * Returns: the meaning of the colour
 */
GfDataRole
gf_people_get_role (GfInterviewKind kind)
{
  switch (kind)
    {
    case GF_INTERVIEW_HAPPY:
      return GF_DATA_BEST;

    case GF_INTERVIEW_CHURNED:
      return GF_DATA_BAD;

    case GF_INTERVIEW_LOST:
    case GF_INTERVIEW_PROSPECT:
    default:
      return GF_DATA_OTHER;
    }
}

/**
 * gf_people_new:
 * @kind: who they are
 * @size: the width of a mark in logical pixels
 *
 * Returns: (transfer floating): nobody
 */
GtkWidget *
gf_people_new (GfInterviewKind kind,
               float           size)
{
  GfPeople *self = g_object_new (GF_TYPE_PEOPLE, NULL);

  self->marks = gf_marks_new (gf_people_get_shape (kind), size);
  gtk_widget_set_parent (self->marks, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gf_people_set_kind (self, kind);

  return GTK_WIDGET (self);
}

/**
 * gf_people_set_kind:
 * @kind: who they are
 *
 * Sets shape and colour.
 */
void
gf_people_set_kind (GfPeople       *self,
                    GfInterviewKind kind)
{
  g_return_if_fail (GF_IS_PEOPLE (self));

  gf_marks_set_look (GF_MARKS (self->marks), gf_people_get_shape (kind), gf_people_get_role (kind));
}

/**
 * gf_people_set:
 * @count: how many there are
 * @target: how many there shall be; 0 for no target
 *
 * Sets the people.
 */
void
gf_people_set (GfPeople *self,
               guint     count,
               guint     target)
{
  guint n = MAX (count, target);
  gboolean many = n > GF_PEOPLE_MAX_MARKS;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GF_IS_PEOPLE (self));

  words = g_strdup_printf (ngettext ("%u person", "%u people", count), count);
  if (target > 0)
    /* Translators: people asked, of how many wanted: “2 of 5” */
    name = g_strdup_printf (_("%u of %u"), count, target);
  else
    name = g_strdup (words);

  gf_marks_set (GF_MARKS (self->marks), many ? 1 : count, many ? 1 : n);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, many);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
