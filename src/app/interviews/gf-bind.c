/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bind.h"

#include "gf-passages.h"

typedef struct
{
  GfRecord *record;
  const char *field;
  gboolean following;   /* the record's text is on its way into the widget, piece by piece */
} Bound;

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_object_unref (bound->record);
  g_free (bound);
}

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
become (GtkEditable *editable,
        const char  *text)
{
  int start, end, position;
  const char *inserted;
  gsize length;
  g_autofree char *now = gtk_editable_get_chars (editable, 0, -1);

  if (!gf_text_difference (now, text, &start, &end, &inserted, &length))
    return;

  position = start;
  if (end > start)
    gtk_editable_delete_text (editable, start, end);
  if (length > 0)
    gtk_editable_insert_text (editable, inserted, (int) length, &position);
  gtk_editable_set_position (editable, position);
}

static void
record_changed_cb (GObject    *record,
                   GParamSpec *pspec,
                   gpointer    user_data)
{
  GObject *widget = user_data;
  Bound *bound = g_object_get_data (widget, "gf-bound");
  const char *text = gf_record_get_string (GF_RECORD (record), pspec->name);

  bound->following = TRUE;
  if (GTK_IS_EDITABLE (widget))
    become (GTK_EDITABLE (widget), text);
  else
    gf_buffer_become (GTK_TEXT_BUFFER (widget), text);
  bound->following = FALSE;
}

static void
widget_changed_cb (GObject *widget,
                   Bound   *bound)
{
  g_autofree char *text = NULL;

  if (bound->following)
    return;

  text = GTK_IS_EDITABLE (widget) ? gtk_editable_get_chars (GTK_EDITABLE (widget), 0, -1)
                                  : dup_buffer_text (GTK_TEXT_BUFFER (widget));
  gf_record_set_string (bound->record, bound->field, text);
}

static void
bind (GObject    *widget,
      GfRecord   *record,
      const char *field)
{
  Bound *bound = g_new0 (Bound, 1);
  g_autofree char *detailed = g_strconcat ("notify::", field, NULL);

  bound->record = g_object_ref (record);
  bound->field = g_intern_string (field);
  g_object_set_data_full (widget, "gf-bound", bound, bound_free);

  g_signal_connect_object (record, detailed, G_CALLBACK (record_changed_cb), widget, G_CONNECT_DEFAULT);
  g_signal_connect (widget, "changed", G_CALLBACK (widget_changed_cb), bound);
}

/**
 * gf_buffer_become:
 * @buffer: the text of a text view
 * @text: what it shall be
 *
 * Changes no more of the buffer than differs, so that the cursor and the tags of the rest stay.
 */
void
gf_buffer_become (GtkTextBuffer *buffer,
                  const char    *text)
{
  int start, end;
  const char *inserted;
  gsize length;
  g_autofree char *now = NULL;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (text != NULL);

  now = dup_buffer_text (buffer);
  if (!gf_text_difference (now, text, &start, &end, &inserted, &length))
    return;

  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, inserted, (int) length);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &from);
}

/**
 * gf_bind_editable:
 * @editable: an entry, not bound before
 * @record: a record
 * @field: one of its texts
 *
 * Lets the entry edit the field for as long as the entry lives.
 */
void
gf_bind_editable (GtkEditable *editable,
                  GfRecord    *record,
                  const char  *field)
{
  g_return_if_fail (GTK_IS_EDITABLE (editable));
  g_return_if_fail (GF_IS_RECORD (record));

  gtk_editable_set_text (editable, gf_record_get_string (record, field));
  gtk_editable_set_enable_undo (editable, FALSE);
  bind (G_OBJECT (editable), record, field);
}

/**
 * gf_bind_buffer:
 * @buffer: the text of a text view, not bound before
 * @record: a record
 * @field: one of its texts
 *
 * Lets the text view edit the field for as long as the buffer lives.
 */
void
gf_bind_buffer (GtkTextBuffer *buffer,
                GfRecord      *record,
                const char    *field)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (GF_IS_RECORD (record));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, gf_record_get_string (record, field), -1);
  bind (G_OBJECT (buffer), record, field);
}
