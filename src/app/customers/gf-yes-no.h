/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question's No and Yes, neither pressed until it is answered. */
enum
{
  GF_NO,
  GF_YES,
};

GtkWidget *gf_yes_no_new (const char *question,
                          int         given);

G_END_DECLS
