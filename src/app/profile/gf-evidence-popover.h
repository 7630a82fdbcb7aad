/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-statement.h"

G_BEGIN_DECLS

GtkWidget *gf_evidence_popover_new (GfStatement *statement);

G_END_DECLS
