/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-quote-popover.h"

#include "gf-popover-search.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfQuotePopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkEditable *entry;
  GtkListBox *themes;
  GtkListBox *kinds;
  GtkLabel *kinds_title;

  /* Owned references */
  GfProject *project;
  GfQuote *quote;      /* the one to change, NULL to mark new words */
  char *new_name;
};

G_DEFINE_FINAL_TYPE (GfQuotePopover, gf_quote_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "Hours lost for leadership" with the part that was typed in bold. Folding may change the length of a text; then
 * nothing is bold. */
static char *
dup_markup (const char *name,
            const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const char *found = *needle != '\0' ? strstr (folded, needle) : NULL;

  if (found == NULL || g_utf8_strlen (folded, -1) != g_utf8_strlen (name, -1))
    return g_markup_escape_text (name, -1);

  const char *start = g_utf8_offset_to_pointer (name, g_utf8_pointer_to_offset (folded, found));
  const char *end = g_utf8_offset_to_pointer (start, g_utf8_strlen (needle, -1));
  g_autofree char *head = g_markup_escape_text (name, start - name);
  g_autofree char *body = g_markup_escape_text (start, end - start);
  g_autofree char *tail = g_markup_escape_text (end, -1);

  return g_strconcat (head, "<b>", body, "</b>", tail, NULL);
}

static GtkWidget *
append_row (GtkListBox *list,
            const char *icon_name,
            const char *markup,
            const char *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (NULL);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (end != NULL)
    {
      GtkWidget *caption = gtk_label_new (end);

      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dimmed");
      gtk_box_append (GTK_BOX (box), caption);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);

  return row;
}

static void
fill_themes (GfQuotePopover *self)
{
  GListModel *themes = G_LIST_MODEL (gf_project_get_themes (self->project));
  g_autofree char *text = g_strstrip (gtk_editable_get_chars (self->entry, 0, -1));
  g_autofree char *needle = g_utf8_casefold (text, -1);
  gboolean exact = FALSE;

  gtk_list_box_remove_all (self->themes);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (GfTheme) theme = g_list_model_get_item (themes, i);
      g_autofree char *folded = g_utf8_casefold (gf_theme_get_name (theme), -1);
      g_autofree char *markup = NULL;
      gboolean current;
      GtkWidget *row;

      if (strstr (folded, needle) == NULL)
        continue;
      exact = exact || g_str_equal (folded, needle);
      markup = dup_markup (gf_theme_get_name (theme), needle);
      current = self->quote != NULL &&
                g_strcmp0 (gf_quote_get_theme (self->quote), gf_record_get_id (GF_RECORD (theme))) == 0;
      row = append_row (self->themes, current ? "object-select-symbolic" : NULL, markup,
                        gf_theme_kind_get_label (gf_theme_get_kind (theme)));
      g_object_set_data_full (G_OBJECT (row), "theme", g_object_ref (theme), g_object_unref);
    }

  if (*text != '\0' && !exact)
    {
      /* Translators: makes a theme of the name in the placeholder */
      g_autofree char *label = g_markup_printf_escaped (_("New theme “%s”"), text);
      GtkWidget *row = append_row (self->themes, "list-add-symbolic", label, NULL);

      g_object_set_data_full (G_OBJECT (row), "new-name", g_steal_pointer (&text), g_free);
    }
  if (self->quote != NULL && *needle == '\0')
    {
      GtkWidget *row = append_row (self->themes, "user-trash-symbolic", _("Remove This Quote"), NULL);

      g_object_set_data (G_OBJECT (row), "remove", row);
    }

  gtk_list_box_select_row (self->themes, gtk_list_box_get_row_at_index (self->themes, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->themes),
                          gtk_list_box_get_row_at_index (self->themes, 0) != NULL);
}

static void
fill_kinds (GfQuotePopover *self)
{
  gtk_list_box_remove_all (self->kinds);
  for (int kind = GF_THEME_PAIN; kind <= GF_THEME_MISFIT; kind++)
    append_row (self->kinds, NULL, gf_theme_kind_get_label (kind), gf_theme_kind_get_meaning (kind));
}

static void
choose (GfQuotePopover *self,
        GfTheme        *theme)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, theme);
}

static void
ask_kind (GfQuotePopover *self,
          const char     *name)
{
  /* Translators: asked about a new theme whose name is in the placeholder */
  g_autofree char *title = g_strdup_printf (_("What is “%s”?"), name);

  g_set_str (&self->new_name, name);
  gtk_label_set_label (self->kinds_title, title);
  gtk_stack_set_visible_child_name (self->stack, "kinds");
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->kinds, 0)));
}

static void
theme_activated_cb (GfQuotePopover *self,
                    GtkListBoxRow  *row)
{
  GfTheme *theme = g_object_get_data (G_OBJECT (row), "theme");
  const char *name = g_object_get_data (G_OBJECT (row), "new-name");

  if (theme != NULL)
    {
      g_autoptr (GfTheme) kept = g_object_ref (theme);

      choose (self, kept);
    }
  else if (name != NULL)
    {
      ask_kind (self, name);
    }
  else if (g_object_get_data (G_OBJECT (row), "remove") != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      g_signal_emit (self, signals[REMOVED], 0);
    }
}

static void
kind_activated_cb (GfQuotePopover *self,
                   GtkListBoxRow  *row)
{
  g_autoptr (GfTheme) theme = gf_theme_new ();

  gf_theme_set_name (theme, self->new_name);
  gf_theme_set_kind (theme, (GfThemeKind) gtk_list_box_row_get_index (row));
  g_list_store_append (gf_project_get_themes (self->project), theme);
  choose (self, theme);
}

static void
search_changed_cb (GfQuotePopover *self)
{
  if (self->project != NULL)
    fill_themes (self);
}

static void
entry_activated_cb (GfQuotePopover *self)
{
  GtkListBoxRow *row;

  /* The entry tells of its changes a little later. */
  fill_themes (self);
  row = gtk_list_box_get_selected_row (self->themes);
  if (row != NULL)
    theme_activated_cb (self, row);
}

static void
move_selection (GfQuotePopover *self,
                int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->themes);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->themes, index) : NULL;
  GfTheme *theme;
  graphene_rect_t bounds;
  GtkAdjustment *adjustment;

  if (next == NULL)
    return;

  gtk_list_box_select_row (self->themes, next);
  adjustment = gtk_list_box_get_adjustment (self->themes);
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->themes), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  theme = g_object_get_data (G_OBJECT (next), "theme");
  if (theme != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gf_theme_get_name (theme),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (GfQuotePopover *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_selection (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_selection (self, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
back_clicked_cb (GfQuotePopover *self)
{
  gtk_stack_set_visible_child_name (self->stack, "themes");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
gf_quote_popover_dispose (GObject *object)
{
  GfQuotePopover *self = GF_QUOTE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_QUOTE_POPOVER);
  g_clear_object (&self->project);
  g_clear_object (&self->quote);
  g_clear_pointer (&self->new_name, g_free);

  G_OBJECT_CLASS (gf_quote_popover_parent_class)->dispose (object);
}

static void
gf_quote_popover_class_init (GfQuotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_quote_popover_dispose;

  /**
   * GfQuotePopover::chosen:
   * @theme: a theme of the project
   *
   * The words belong to @theme.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GF_TYPE_THEME);
  /**
   * GfQuotePopover::removed:
   *
   * The words shall be no quote any more.
   */
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-quote-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GfQuotePopover, stack);
  gtk_widget_class_bind_template_child (widget_class, GfQuotePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, GfQuotePopover, themes);
  gtk_widget_class_bind_template_child (widget_class, GfQuotePopover, kinds);
  gtk_widget_class_bind_template_child (widget_class, GfQuotePopover, kinds_title);
  gtk_widget_class_bind_template_callback (widget_class, theme_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
gf_quote_popover_init (GfQuotePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);

  gf_popover_search_closes (GTK_SEARCH_ENTRY (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * gf_quote_popover_new:
 *
 * Returns: (transfer floating): the popover; give it a parent and unparent it in dispose
 */
GtkWidget *
gf_quote_popover_new (void)
{
  return g_object_new (GF_TYPE_QUOTE_POPOVER, NULL);
}

/**
 * gf_quote_popover_open:
 * @project: the project with the themes
 * @quote: (nullable): the quote to change, NULL to mark new words
 * @words: where the words are, in the parent's coordinates
 *
 * Asks for a theme.
 */
void
gf_quote_popover_open (GfQuotePopover     *self,
                       GfProject          *project,
                       GfQuote            *quote,
                       const GdkRectangle *words)
{
  g_return_if_fail (GF_IS_QUOTE_POPOVER (self));
  g_return_if_fail (GF_IS_PROJECT (project));

  g_set_object (&self->project, project);
  g_set_object (&self->quote, quote);
  gtk_editable_set_text (self->entry, "");
  gtk_stack_set_visible_child_name (self->stack, "themes");
  fill_themes (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), words);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
