/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Forward declarations, so that headers of the window need not include each other. */
typedef struct _GfProject GfProject;
typedef struct _GfHistory GfHistory;
typedef struct _GfStore GfStore;
typedef struct _GfWindow GfWindow;
typedef struct _GfIntroCard GfIntroCard;

G_END_DECLS
