/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

void gf_import_report_present (GtkWidget *parent,
                               GfProject *project);

G_END_DECLS
