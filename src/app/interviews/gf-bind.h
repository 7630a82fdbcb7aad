/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-record.h"

G_BEGIN_DECLS

/* What is typed goes into the record, what the record becomes (by undo) comes back, and the cursor stays. */
void gf_bind_editable (GtkEditable *editable,
                       GfRecord    *record,
                       const char  *field);
void gf_bind_buffer   (GtkTextBuffer *buffer,
                       GfRecord      *record,
                       const char    *field);
void gf_buffer_become (GtkTextBuffer *buffer,
                       const char    *text);

G_END_DECLS
