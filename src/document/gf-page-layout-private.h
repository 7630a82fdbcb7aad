/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-page-layout.h"
#include "gf-page-node.h"

G_BEGIN_DECLS

const GfNode *gf_page_layout_get_root (const GfPageLayout *self);

G_END_DECLS
