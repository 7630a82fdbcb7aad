/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GF_TYPE_APPLICATION (gf_application_get_type ())
G_DECLARE_FINAL_TYPE (GfApplication, gf_application, GF, APPLICATION, AdwApplication)

GfApplication *gf_application_new             (GApplicationFlags flags);
char          *gf_application_dup_sample_path (void);

G_END_DECLS
