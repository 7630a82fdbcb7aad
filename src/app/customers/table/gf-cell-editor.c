/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cell-editor.h"

#include "gf-column-input.h"

/* What was typed for a cell before the editor came there.
 *
 *   text   NULL when nothing was, so that the cell keeps what it says
 *   move   where it went on to; GF_CELL_STAY while the cell is still being typed
 */
typedef struct
{
  char *text;
  GfCellMove move;
} Ahead;

struct _GfCellEditor
{
  GtkPopover parent_instance;

  /* Owned by the widget tree */
  GtkEditable *entry;
  GtkLabel *problem;

  /* Owned references */
  GfColumn *column;

  GQueue ahead;         /* of Ahead */
  gboolean moving;      /* on the way to the next cell: what is typed now is for that */
  gboolean touched;     /* something was typed on the way */
  gboolean settled;
};

G_DEFINE_FINAL_TYPE (GfCellEditor, gf_cell_editor, GTK_TYPE_POPOVER)

enum
{
  TYPED,
  REFUSED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (GfCellEditor *self,
              const char   *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  if (problem == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
ahead_free (gpointer data)
{
  Ahead *ahead = data;

  g_free (ahead->text);
  g_free (ahead);
}

/* Keeps what the entry says for a cell that comes later. */
static void
keep_for_later (GfCellEditor *self,
                GfCellMove    move)
{
  Ahead *ahead = g_new (Ahead, 1);

  ahead->text = self->touched ? g_strdup (gtk_editable_get_text (self->entry)) : NULL;
  ahead->move = move;
  g_queue_push_tail (&self->ahead, ahead);
  gtk_editable_set_text (self->entry, "");
  self->touched = FALSE;
}

/* Takes what the cell shall say. With another cell to go to the entry stays open, so that no key is lost. */
static void
finish (GfCellEditor *self,
        GfCellMove    move)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->moving)
    {
      keep_for_later (self, move);
      return;
    }

  text = gf_column_take_input (self->column, gtk_editable_get_text (self->entry), &error);
  if (text == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  gtk_editable_set_text (self->entry, "");
  self->moving = TRUE;
  self->touched = FALSE;
  g_signal_emit (self, signals[TYPED], 0, text, move);
}

static void
activate_cb (GfCellEditor *self)
{
  finish (self, GF_CELL_BELOW);
}

static gboolean
key_cb (GfCellEditor    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      gf_cell_editor_close (self);
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      finish (self, state & GDK_SHIFT_MASK ? GF_CELL_PREVIOUS : GF_CELL_NEXT);
      return GDK_EVENT_STOP;

    case GDK_KEY_ISO_Left_Tab:
      finish (self, GF_CELL_PREVIOUS);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A click elsewhere. */
static void
closed_cb (GfCellEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->settled || self->moving)
    return;

  self->settled = TRUE;
  text = gf_column_take_input (self->column, gtk_editable_get_text (self->entry), &error);
  if (text != NULL)
    g_signal_emit (self, signals[TYPED], 0, text, GF_CELL_STAY);
  else
    g_signal_emit (self, signals[REFUSED], 0, error->message);
}

static void
changed_cb (GfCellEditor *self)
{
  self->touched = TRUE;
  show_problem (self, NULL);
}

static void
gf_cell_editor_finalize (GObject *object)
{
  g_clear_pointer (&GF_CELL_EDITOR (object)->column, gf_column_unref);
  g_queue_clear_full (&GF_CELL_EDITOR (object)->ahead, ahead_free);

  G_OBJECT_CLASS (gf_cell_editor_parent_class)->finalize (object);
}

static void
gf_cell_editor_class_init (GfCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_cell_editor_finalize;

  /**
   * GfCellEditor::typed:
   * @text: what the cell shall say
   * @move: a #GfCellMove
   */
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  /**
   * GfCellEditor::refused:
   * @problem: why the column cannot read what was typed
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * GfCellEditor::left:
   *
   * Escape gave up what was typed.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
gf_cell_editor_init (GfCellEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->settled = TRUE;
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 12);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_max_width_chars (self->problem, 28);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell-editor");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * gf_cell_editor_new:
 *
 * Returns: (transfer floating): a closed editor
 */
GtkWidget *
gf_cell_editor_new (void)
{
  return g_object_new (GF_TYPE_CELL_EDITOR, NULL);
}

/* What was typed for this cell on the way to it, and perhaps already left. Returns whether there was such. */
static gboolean
take_ahead (GfCellEditor *self,
            const char   *said)
{
  Ahead *ahead = g_queue_pop_head (&self->ahead);
  g_autofree char *text = NULL;

  if (ahead == NULL)
    {
      if (!self->touched)
        return FALSE;
      text = g_strdup (gtk_editable_get_text (self->entry));
    }
  else
    {
      if (self->touched)
        keep_for_later (self, GF_CELL_STAY);
      text = g_strdup (ahead->text != NULL ? ahead->text : said);
    }

  self->moving = FALSE;
  gtk_editable_set_text (self->entry, text);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (self->entry, -1);
  if (ahead != NULL && ahead->move != GF_CELL_STAY)
    finish (self, ahead->move);
  g_clear_pointer (&ahead, ahead_free);

  return TRUE;
}

/**
 * gf_cell_editor_open:
 * @column: the column of the cell
 * @text: what the cell says
 * @width: how wide the cell is, which the editor covers
 * @height: how high the cell is
 *
 * Lets the user change the text. What was typed since the cell before was left is taken as typed here.
 */
void
gf_cell_editor_open (GfCellEditor *self,
                     GfColumn     *column,
                     const char   *text,
                     int           width,
                     int           height)
{
  g_return_if_fail (GF_IS_CELL_EDITOR (self) && column != NULL && text != NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self->entry), width, height);

  gf_column_ref (column);
  g_clear_pointer (&self->column, gf_column_unref);
  self->column = column;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gf_column_get_name (column), -1);
  show_problem (self, NULL);
  self->settled = FALSE;
  gtk_popover_popup (GTK_POPOVER (self));
  if (self->moving && take_ahead (self, text))
    return;

  self->moving = FALSE;
  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * gf_cell_editor_replace:
 * @text: what was typed
 *
 * Begins the text of the cell that is open anew.
 */
void
gf_cell_editor_replace (GfCellEditor *self,
                        const char   *text)
{
  g_return_if_fail (GF_IS_CELL_EDITOR (self) && text != NULL);

  gtk_editable_set_text (self->entry, text);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/**
 * gf_cell_editor_close:
 *
 * Closes it; what it says is given up.
 */
void
gf_cell_editor_close (GfCellEditor *self)
{
  g_return_if_fail (GF_IS_CELL_EDITOR (self));

  self->settled = TRUE;
  self->moving = FALSE;
  g_queue_clear_full (&self->ahead, ahead_free);
  gtk_popover_popdown (GTK_POPOVER (self));
}
