/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-tell-private.h"

void
_gf_tell (GPtrArray  *sentences,
          const char *format,
          ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, args));
  va_end (args);
}
