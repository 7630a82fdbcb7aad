/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-popcount.h"

#define COUNT_AND_BODY                                                                             \
  gsize count = 0;                                                                                 \
                                                                                                   \
  for (gsize i = 0; i < n; i++)                                                                    \
    count += (gsize) __builtin_popcountll (a[i] & b[i]);                                           \
                                                                                                   \
  return count;

static gsize
count_and_plain (const guint64 *a,
                 const guint64 *b,
                 gsize          n)
{
  COUNT_AND_BODY
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__ ((target ("popcnt"))) static gsize
count_and_popcnt (const guint64 *a,
                  const guint64 *b,
                  gsize          n)
{
  COUNT_AND_BODY
}

/* Eight words at once, where the processor counts bits of vectors. */
__attribute__ ((target ("avx512f,avx512vpopcntdq"), optimize ("O3"))) static gsize
count_and_vector (const guint64 *a,
                  const guint64 *b,
                  gsize          n)
{
  COUNT_AND_BODY
}
#endif

/**
 * gf_popcount_choose:
 *
 * Returns: the fastest way that this processor has to count the bits which two strings of words share
 */
GfCountAnd
gf_popcount_choose (void)
{
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
  if (__builtin_cpu_supports ("avx512vpopcntdq"))
    return count_and_vector;
  if (__builtin_cpu_supports ("popcnt"))
    return count_and_popcnt;
#endif

  return count_and_plain;
}
