/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *gf_settings_get      (void);
gboolean   gf_settings_list_has (const char *key,
                                 const char *item);
void       gf_settings_list_set (const char *key,
                                 const char *item,
                                 gboolean    present);

G_END_DECLS
