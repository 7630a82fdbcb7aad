/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cli.h"
#include "gf-personal.h"

G_BEGIN_DECLS

/* --personal: what becomes of data of people, for the verbs that write what they read. */
#define GF_CLI_PERSONAL_ENTRY(text)                                                          \
  { "personal", 0, 0, G_OPTION_ARG_STRING, (text),                                           \
    N_("What becomes of names, addresses and numbers of people: keep, drop, pseudonymise"), \
    N_("CHOICE") }

gboolean gf_cli_read_personal (const char        *text,
                               GfPersonalChoice  *choice,
                               GError           **error);
void     gf_cli_tell_personal (const GfImport    *import,
                               GfPersonalChoice   choice);

G_END_DECLS
