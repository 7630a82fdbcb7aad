/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A chip: a few words in a pill, with a button that removes it when it is removable. The button is
 * named "Remove Department: Marketing"; Delete on the chip does the same. Signal "removed" tells
 * the owner, who takes it away.
 *
 *   $GfChip { text: _("Department: Marketing"); removable: true; styles ["best"]
 *             removed => $removed_cb(template); }
 */
#define GF_TYPE_CHIP (gf_chip_get_type ())
G_DECLARE_FINAL_TYPE (GfChip, gf_chip, GF, CHIP, GtkWidget)

GtkWidget  *gf_chip_new           (const char *text,
                                   gboolean    removable);
const char *gf_chip_get_text      (GfChip     *self);
void        gf_chip_set_text      (GfChip     *self,
                                   const char *text);
void        gf_chip_set_icon_name (GfChip     *self,
                                   const char *icon_name);
void        gf_chip_set_removable (GfChip     *self,
                                   gboolean    removable);

G_END_DECLS
