/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-gunzip.h"

struct _GfGunzip
{
  GObject parent_instance;

  GConverter *member;
  gboolean between;
};

static void gf_gunzip_converter_init (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GfGunzip, gf_gunzip, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, gf_gunzip_converter_init))

/* Whether another member begins; with fewer than two bytes more are wanted. */
static GConverterResult
look_for_member (GfGunzip        *self,
                 const guint8    *bytes,
                 gsize            length,
                 GConverterFlags  flags,
                 GError         **error)
{
  if (length < 2 && !(flags & G_CONVERTER_INPUT_AT_END))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "");
      return G_CONVERTER_ERROR;
    }
  if (length < 2 || bytes[0] != 0x1f || bytes[1] != 0x8b)
    return G_CONVERTER_FINISHED;

  g_converter_reset (self->member);
  self->between = FALSE;

  return G_CONVERTER_CONVERTED;
}

static GConverterResult
gf_gunzip_convert (GConverter       *converter,
                   const void       *input,
                   gsize             input_size,
                   void             *output,
                   gsize             output_size,
                   GConverterFlags   flags,
                   gsize            *bytes_read,
                   gsize            *bytes_written,
                   GError          **error)
{
  GfGunzip *self = GF_GUNZIP (converter);

  *bytes_read = *bytes_written = 0;
  if (self->between)
    {
      GConverterResult found = look_for_member (self, input, input_size, flags, error);

      if (found != G_CONVERTER_CONVERTED)
        return found;
    }

  GConverterResult result = g_converter_convert (self->member, input, input_size, output, output_size,
                                                 flags, bytes_read, bytes_written, error);
  if (result != G_CONVERTER_FINISHED)
    return result;
  self->between = TRUE;

  return G_CONVERTER_CONVERTED;
}

static void
gf_gunzip_reset (GConverter *converter)
{
  GfGunzip *self = GF_GUNZIP (converter);

  g_converter_reset (self->member);
  self->between = FALSE;
}

static void
gf_gunzip_finalize (GObject *object)
{
  GfGunzip *self = GF_GUNZIP (object);

  g_clear_object (&self->member);

  G_OBJECT_CLASS (gf_gunzip_parent_class)->finalize (object);
}

static void
gf_gunzip_class_init (GfGunzipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gf_gunzip_finalize;
}

static void
gf_gunzip_converter_init (GConverterIface *iface)
{
  iface->convert = gf_gunzip_convert;
  iface->reset = gf_gunzip_reset;
}

static void
gf_gunzip_init (GfGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

/**
 * gf_gunzip_new:
 *
 * Returns: (transfer full): what unpacks gzip, for a #GConverterInputStream
 */
GConverter *
gf_gunzip_new (void)
{
  return g_object_new (GF_TYPE_GUNZIP, NULL);
}
