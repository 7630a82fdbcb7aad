/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *gf_project_dup_name_for (const char *file_name,
                               const char *source);

G_END_DECLS
