/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-xml.h"

#include "gf-table-error.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define DEEPEST 256

struct _GfXml
{
  XML_Parser parser;
  const GfXmlHandler *handler;
  gpointer user_data;
  guint depth;
  gboolean stopped;
  GError *error;
};

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cb (void            *data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  GfXml *self = data;

  if (++self->depth > DEEPEST)
    {
      gf_xml_fail (self, g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                                      _("This file is damaged: its parts are nested without end. "
                                        "Export or download it again.")));
      return;
    }
  self->handler->start (self, local_name (name), attributes, self->user_data);
}

static void
end_cb (void           *data,
        const XML_Char *name)
{
  GfXml *self = data;

  self->depth--;
  if (!self->stopped)
    self->handler->end (self, local_name (name), self->user_data);
}

static void
text_cb (void           *data,
         const XML_Char *text,
         int             length)
{
  GfXml *self = data;

  if (!self->stopped)
    self->handler->text (self, text, (gsize) length, self->user_data);
}

static void
doctype_cb (void           *data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  gf_xml_fail (data, g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                                  _("This file defines abbreviations of its own, which no "
                                    "spreadsheet does and which can be used to harm. It was not "
                                    "read.")));
}

/* Feeds the parser. Returns FALSE with an error, or when the handler stopped it. */
static gboolean
feed (GfXml         *self,
      GfArchive     *archive,
      GCancellable  *cancellable,
      gboolean      *last,
      GError       **error)
{
  void *buffer = XML_GetBuffer (self->parser, CHUNK);
  if (buffer == NULL)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                   _("One cell of this file is too large to be read."));
      return FALSE;
    }

  gssize n = gf_archive_read (archive, buffer, CHUNK, cancellable, error);
  if (n < 0)
    return FALSE;
  *last = n == 0;
  if (XML_ParseBuffer (self->parser, (int) n, *last) == XML_STATUS_OK)
    return TRUE;

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (!self->stopped)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                 _("This file is damaged: one of its parts cannot be read (%s). Export or download "
                   "it again."),
                 XML_ErrorString (XML_GetErrorCode (self->parser)));

  return FALSE;
}

/**
 * gf_xml_read:
 * @archive: an archive
 * @member: which of its members
 * @handler: hears of what is in it
 * @user_data: for @handler
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads a member to its end, or until the handler stops it.
 *
 * Returns: whether it could be read, which it is too when stopped by gf_xml_stop()
 */
gboolean
gf_xml_read (GfArchive          *archive,
             guint               member,
             const GfXmlHandler *handler,
             gpointer            user_data,
             GfProgressFunc      progress,
             gpointer            progress_data,
             GCancellable       *cancellable,
             GError            **error)
{
  GfXml self = { NULL, handler, user_data, 0, FALSE, NULL };
  gboolean last = FALSE, fed = TRUE;

  if (!gf_archive_open_member (archive, member, error))
    return FALSE;

  self.parser = XML_ParserCreate (NULL);
  XML_SetUserData (self.parser, &self);
  XML_SetElementHandler (self.parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (self.parser, text_cb);
  XML_SetStartDoctypeDeclHandler (self.parser, doctype_cb);
  while (fed && !last)
    {
      fed = feed (&self, archive, cancellable, &last, error);
      if (fed && progress != NULL)
        progress (gf_archive_get_share (archive), progress_data);
    }
  XML_ParserFree (self.parser);

  return fed || self.stopped;
}

/**
 * gf_xml_stop:
 * @xml: what is being read
 *
 * Ends the reading, as if the document ended here. For handlers.
 */
void
gf_xml_stop (GfXml *xml)
{
  if (xml->stopped || xml->error != NULL)
    return;

  xml->stopped = TRUE;
  XML_StopParser (xml->parser, XML_FALSE);
}

/**
 * gf_xml_fail:
 * @xml: what is being read
 * @error: (transfer full): why it cannot be read
 *
 * Ends the reading with an error. For handlers.
 */
void
gf_xml_fail (GfXml  *xml,
             GError *error)
{
  if (xml->stopped || xml->error != NULL)
    {
      g_error_free (error);
      return;
    }

  xml->error = error;
  XML_StopParser (xml->parser, XML_FALSE);
}

/**
 * gf_xml_get:
 * @attributes: those of an element
 * @name: a name without prefix
 *
 * Returns: (nullable): the value of the first attribute of that name, whatever its prefix
 */
const char *
gf_xml_get (const char **attributes,
            const char  *name)
{
  for (gsize i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (local_name (attributes[i]), name) == 0)
      return attributes[i + 1];

  return NULL;
}
