/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-similarity.h"

/* Values to three places as published: W. E. Winkler, “Advanced methods for record linkage” (1994),
   table 1, those pairs that it compares without its further adjustments; DIXON is from Winkler
   (1990). */
static const struct
{
  const char *a, *b;
  double jaro, jaro_winkler;
} published[] = {
  { "SHACKLEFORD", "SHACKELFORD", 0.970, 0.982 },
  { "DUNNINGHAM", "CUNNIGHAM", 0.896, 0.896 },
  { "NICHLESON", "NICHULSON", 0.926, 0.956 },
  { "JONES", "JOHNSON", 0.790, 0.832 },
  { "MASSEY", "MASSIE", 0.889, 0.933 },
  { "ABROMS", "ABRAMS", 0.889, 0.922 },
  { "JERALDINE", "GERALDINE", 0.926, 0.926 },
  { "MARHTA", "MARTHA", 0.944, 0.961 },
  { "MICHELLE", "MICHAEL", 0.869, 0.921 },
  { "JULIES", "JULIUS", 0.889, 0.933 },
  { "TANYA", "TONYA", 0.867, 0.880 },
  { "DWAYNE", "DUANE", 0.822, 0.840 },
  { "SEAN", "SUSAN", 0.783, 0.805 },
  { "JON", "JOHN", 0.917, 0.933 },
  { "DIXON", "DICKSONX", 0.767, 0.813 },
};

static void
test_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_test_message ("%s %s", published[i].a, published[i].b);
      g_assert_cmpfloat_with_epsilon (gf_similarity_jaro (published[i].a, published[i].b),
                                      published[i].jaro, 0.00051);
      g_assert_cmpfloat_with_epsilon (gf_similarity_jaro_winkler (published[i].a, published[i].b),
                                      published[i].jaro_winkler, 0.00051);
      g_assert_cmpfloat_with_epsilon (gf_similarity_jaro (published[i].b, published[i].a),
                                      published[i].jaro, 0.00051);
    }
}

static void
test_ends (void)
{
  g_autofree char *a = g_strnfill (500, 'a');
  g_autofree char *b = g_strnfill (500, 'b');

  g_assert_cmpfloat (gf_similarity_jaro_winkler ("", ""), ==, 1);
  g_assert_cmpfloat (gf_similarity_jaro_winkler ("", "x"), ==, 0);
  g_assert_cmpfloat (gf_similarity_jaro_winkler ("x", ""), ==, 0);
  g_assert_cmpfloat (gf_similarity_jaro_winkler ("müller", "müller"), ==, 1);
  g_assert_cmpfloat (gf_similarity_jaro_winkler (a, a), ==, 1);
  g_assert_cmpfloat (gf_similarity_jaro_winkler (a, b), ==, 0);
  /* A letter is one letter however many bytes it has. */
  g_assert_cmpfloat_with_epsilon (gf_similarity_jaro_winkler ("müller", "muller"),
                                  gf_similarity_jaro_winkler ("mxller", "muller"), 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/similarity/published-values", test_published);
  g_test_add_func ("/similarity/ends-of-the-scale", test_ends);

  return g_test_run ();
}
