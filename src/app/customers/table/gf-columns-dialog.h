/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *gf_columns_dialog_new (GfProject *project);

G_END_DECLS
