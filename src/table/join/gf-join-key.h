/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells that a row of one file and a row of another are the same customer. In the order in which
 * they are believed:
 *
 *   id       the number or code of the program that wrote the files: exact but for blanks, an
 *            apostrophe before it and “.0” behind it; an 18-character Salesforce id, known by its last
 *            three, is cut to the 15 that reports show
 *   address  the same e-mail address, in any case
 *   domain   the web site: without scheme, user, www, port and path, in any case; none if many have
 *            pages there (data/words/shared-hosts.txt)
 *   e-mail   the domain of an e-mail address, if it is a company's own (data/words/free-mail.txt), or
 *            of a web site on the other side
 *   name     without case, accents, punctuation and legal forms (data/words/legal-forms.txt), if it is
 *            not the same name as it is written, see GfNameStep
 */
typedef enum
{
  GF_KEY_ID,
  GF_KEY_ADDRESS,
  GF_KEY_DOMAIN,
  GF_KEY_EMAIL,
  GF_KEY_NAME,
} GfKeyKind;

#define GF_KEY_N_KINDS 5

/* Names are compared in steps: “Müller KG” is itself before it is “Müller GmbH”. */
typedef enum
{
  GF_NAME_AS_WRITTEN,   /* but for case and blanks at its ends */
  GF_NAME_SPELLED,      /* without accents and punctuation, with its legal form */
  GF_NAME_FOLDED,       /* as gf_key_fold() gives it */
} GfNameStep;

const char *gf_key_kind_get_nick (GfKeyKind   kind);
char       *gf_key_fold          (GfKeyKind   kind,
                                  const char *text,
                                  gsize       length);
guint       gf_key_count_steps   (GfKeyKind   kind);
char       *gf_key_fold_step     (GfKeyKind   kind,
                                  guint       step,
                                  const char *text,
                                  gsize       length);
gboolean    gf_key_is_free_mail  (const char *domain);

G_END_DECLS
