/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GF_TYPE_PREFERENCES_DIALOG (gf_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfPreferencesDialog, gf_preferences_dialog, GF, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

GfPreferencesDialog *gf_preferences_dialog_new (void);

G_END_DECLS
