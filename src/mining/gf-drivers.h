/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-mining.h"

G_BEGIN_DECLS

/* A second opinion on what matters: all attributes at once.
 *
 *   model:    logistic regression of being a hit; levels, members and bands are yes/no values
 *   chosen:   attributes join one after the other, the clearest first, as long as the next one adds something in
 *             spite of all that were tried
 *   driver:   one attribute: its clearest condition, how the odds of a hit with it differ from those of all other
 *             customers while the other attributes that matter stay equal, a 95 % interval, and whether it matters after correction for all attributes
 *   family:   where another attribute could stand for it just as well, neither is called the one that matters
 *   cost:     of more than 20,000 customers as many, evenly spaced, with as many rare hits as there are; about a
 *             second at most
 *   owner:    immutable, atomic references; any thread may read
 */
typedef enum
{
  GF_DRIVER_MATTERS,       /* whatever the others are */
  GF_DRIVER_INSEPARABLE,   /* the family matters; which of it cannot be told */
  GF_DRIVER_UNCLEAR,       /* no effect of its own can be told */
} GfDriverVerdict;

typedef struct
{
  char *column;
  GfSelector *selector;    /* its clearest condition */
  GfSelector *against;     /* what that is held against; NULL: all other customers */
  double odds;             /* how many times the odds of a hit are with it */
  double low;
  double high;
  double q;                /* of the attribute, corrected for all attributes */
  guint family;            /* attributes with one number cannot be told apart */
  GfDriverVerdict verdict;
} GfDriver;

typedef struct _GfDrivers GfDrivers;

#define GF_TYPE_DRIVERS (gf_drivers_get_type ())
GType           gf_drivers_get_type     (void) G_GNUC_CONST;
GfDrivers      *gf_drivers_find         (GfTable               *table,
                                         const GfBitset        *target,
                                         const GfMiningOptions *options,
                                         GCancellable          *cancellable,
                                         GError               **error);
GfDrivers      *gf_drivers_ref          (GfDrivers             *self);
void            gf_drivers_unref        (GfDrivers             *self);

guint           gf_drivers_get_n        (const GfDrivers       *self);
const GfDriver *gf_drivers_get          (const GfDrivers       *self,
                                         guint                  i);
GStrv           gf_drivers_dup_family   (const GfDrivers       *self,
                                         guint                  i);
char           *gf_driver_dup_odds      (const GfDriver        *self,
                                         char                 **interval);
char           *gf_drivers_dup_headline (const GfDrivers       *self,
                                         GfAgainst              against);
char           *gf_drivers_dup_sentence (const GfDrivers       *self,
                                         guint                  i,
                                         GfTable               *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfDrivers, gf_drivers_unref)

G_END_DECLS
