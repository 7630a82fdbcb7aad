/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-export.h"

#include "gf-writers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_ENUM_TYPE (GfExportFormat, gf_export_format,
                    G_DEFINE_ENUM_VALUE (GF_EXPORT_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (GF_EXPORT_PNG, "png"),
                    G_DEFINE_ENUM_VALUE (GF_EXPORT_SVG, "svg"),
                    G_DEFINE_ENUM_VALUE (GF_EXPORT_HTML, "html"),
                    G_DEFINE_ENUM_VALUE (GF_EXPORT_MARKDOWN, "markdown"))

static const struct
{
  GfExportFormat format;
  const char    *suffix;
  const char    *mime;
} formats[] = {
  { GF_EXPORT_PDF, ".pdf", "application/pdf" },
  { GF_EXPORT_PNG, ".png", "image/png" },
  { GF_EXPORT_SVG, ".svg", "image/svg+xml" },
  { GF_EXPORT_HTML, ".html", "text/html" },
  { GF_EXPORT_HTML, ".htm", "text/html" },
  { GF_EXPORT_MARKDOWN, ".md", "text/markdown" },
  { GF_EXPORT_MARKDOWN, ".markdown", "text/markdown" },
};

typedef struct
{
  GfDocument      *document;
  GFile           *file;
  GfExportFormat   format;
  GfExportOptions  options;
  char           **left_out;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  gf_document_unref (job->document);
  g_object_unref (job->file);
  g_strfreev (job->left_out);
  g_free (job);
}

/**
 * gf_export_format_from_name:
 * @file_name: a file's name
 * @format: (out): what its ending asks for
 *
 * Returns: whether the ending is known
 */
gboolean
gf_export_format_from_name (const char     *file_name,
                            GfExportFormat *format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (file_name != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (file_name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

/** gf_export_format_get_suffix: the ending of a file of @format, with its dot. */
const char *
gf_export_format_get_suffix (GfExportFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return formats[i].suffix;
  return NULL;
}

/** gf_export_format_get_mime: the media type of @format. */
const char *
gf_export_format_get_mime (GfExportFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return formats[i].mime;
  return NULL;
}

static GBytes *
write_page (GfPageLayout *page, GfExportFormat format, const GfExportOptions *options, GError **error)
{
  switch (format)
    {
    case GF_EXPORT_PNG:
      return gf_png_write (page, options->dpi, error);
    case GF_EXPORT_SVG:
      return gf_svg_write (page, error);
    case GF_EXPORT_PDF:
    case GF_EXPORT_HTML:
    case GF_EXPORT_MARKDOWN:
    default:
      return gf_pdf_write (page, error);
    }
}

/**
 * gf_document_export_bytes:
 * @document: a document; sealed by this
 * @format: what to write
 * @options: (nullable): how; %NULL: Brief on A4
 * @left_out: (out) (optional) (transfer full): what found no room on the page, "2 quotes" ...; HTML
 *   and Markdown always hold everything
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Writes @document in memory. Blocks; any thread may call it.
 *
 * Returns: (transfer full): the file's contents, or %NULL
 */
GBytes *
gf_document_export_bytes (GfDocument             *document,
                          GfExportFormat          format,
                          const GfExportOptions  *options,
                          char                 ***left_out,
                          GCancellable           *cancellable,
                          GError                **error)
{
  static const GfExportOptions defaults = { 0 };
  g_autoptr (GfPageLayout) page = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  if (left_out != NULL)
    *left_out = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  gf_document_seal (document);
  if (format == GF_EXPORT_HTML || format == GF_EXPORT_MARKDOWN)
    {
      if (left_out != NULL)
        *left_out = g_new0 (char *, 1);
      return format == GF_EXPORT_HTML ? gf_html_write (document, options->paper)
                                      : gf_markdown_write (document);
    }
  page = gf_page_layout_new (document, options->style, options->paper);
  if (left_out != NULL)
    *left_out = g_strdupv ((char **) gf_page_layout_get_left_out (page));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return write_page (page, format, options, error);
}

/**
 * gf_document_export:
 * @document: a document; sealed by this
 * @file: where to; replaced as a whole or not at all
 * @format: what to write
 * @options: (nullable): how
 * @left_out: (out) (optional) (transfer full): what found no room, as in gf_document_export_bytes()
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Writes @document to @file. Blocks.
 *
 * Returns: whether it was written
 */
gboolean
gf_document_export (GfDocument             *document,
                    GFile                  *file,
                    GfExportFormat          format,
                    const GfExportOptions  *options,
                    char                 ***left_out,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = gf_document_export_bytes (document, format, options, left_out, cancellable, error);
  if (bytes == NULL)
    {
      if (left_out != NULL)
        g_clear_pointer (left_out, g_strfreev);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                               NULL, cancellable, &problem))
    return TRUE;
  name = g_file_get_parse_name (file);
  if (left_out != NULL)
    g_clear_pointer (left_out, g_strfreev);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, problem->domain, problem->code,
                 _("“%s” could not be written: %s. Choose another folder or name."), name,
                 problem->message);
  return FALSE;
}

static void
export_thread_cb (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ExportJob *job = task_data;
  GError *error = NULL;

  if (gf_document_export (job->document, job->file, job->format, &job->options, &job->left_out,
                          cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * gf_document_export_async:
 * @document: a document; sealed by this
 * @file: where to
 * @format: what to write
 * @options: (nullable): how
 * @cancellable: (nullable): to stop
 * @callback: called when done
 * @user_data: for @callback
 *
 * gf_document_export() in a thread of its own.
 */
void
gf_document_export_async (GfDocument             *document,
                          GFile                  *file,
                          GfExportFormat          format,
                          const GfExportOptions  *options,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  g_autoptr (GTask) task = NULL;
  ExportJob *job;

  g_return_if_fail (document != NULL);
  g_return_if_fail (G_IS_FILE (file));

  gf_document_seal (document);
  job = g_new0 (ExportJob, 1);
  job->document = gf_document_ref (document);
  job->file = g_object_ref (file);
  job->format = format;
  if (options != NULL)
    job->options = *options;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gf_document_export_async);
  g_task_set_task_data (task, job, export_job_free);
  g_task_run_in_thread (task, export_thread_cb);
}

/**
 * gf_document_export_finish:
 * @result: what the callback got
 * @left_out: (out) (optional) (transfer full): what found no room
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
gf_document_export_finish (GAsyncResult   *result,
                           char         ***left_out,
                           GError        **error)
{
  ExportJob *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (left_out != NULL)
    *left_out = g_steal_pointer (&job->left_out);
  return g_task_propagate_boolean (G_TASK (result), error);
}
