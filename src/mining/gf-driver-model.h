/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-atoms.h"
#include "gf-logistic.h"
#include "gf-mining-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Logistic regressions of being a hit on some of the attributes; internal to the drivers.
 *
 *   attribute:  its commoner levels, members or bands as yes/no values, held against the commonest one
 *   rows:       of more than 20,000 customers as many, evenly spaced, with as many rare hits as there are
 *   threads:    a filled model may be fitted by several at once
 */
typedef struct
{
  GfAtoms *atoms;
  GArray *pieces;          /* guint */
  guint reference;         /* the piece they are held against; G_MAXUINT where that is all the rest */
  gsize first;             /* its first value */
} GfDriverAttribute;

typedef struct
{
  const GfBitset *among;   /* the customers to compare; NULL: all */
  gsize n_compared;
  gsize n_compared_hits;
  GArray *attributes;      /* GfDriverAttribute */
  GArray *rows;            /* guint32: the customers looked at */
  guint8 *values;          /* rows x n_values */
  guint8 *hits;
  gsize n_values;
} GfDriverModel;

typedef struct
{
  GfLogistic logistic;
  gsize *first;            /* for each attribute that was looked at its first value; the intercept is no value */
} GfDriverFit;

typedef struct
{
  guint piece;             /* of the attribute */
  guint against;           /* another piece, or G_MAXUINT for all other customers */
  double log_odds;         /* with it, less those without */
  double error;
} GfDriverEffect;

void     gf_driver_model_init  (GfDriverModel         *self,
                                const GfMiningOptions *options,
                                const GfBitset        *target);
void     gf_driver_model_add   (GfDriverModel         *self,
                                GfColumn              *column,
                                const GfBitset        *target);
void     gf_driver_model_fill  (GfDriverModel         *self,
                                const GfBitset        *target);
void     gf_driver_model_clear (GfDriverModel         *self);
const GfDriverAttribute *
         gf_driver_model_get   (const GfDriverModel   *self,
                                guint                  i);
gboolean gf_driver_model_fit   (const GfDriverModel   *self,
                                const gboolean        *with,
                                GfDriverFit           *fit,
                                GCancellable          *cancellable,
                                GError               **error);

GfDriverEffect
         gf_driver_fit_find_effect   (const GfDriverFit   *self,
                                      const GfDriverModel *model,
                                      guint                attribute);
double   gf_driver_fit_get_p         (const GfDriverFit   *self,
                                      const GfDriverModel *model,
                                      guint                attribute,
                                      double               without);
void     gf_driver_fit_clear         (GfDriverFit         *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfDriverModel, gf_driver_model_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfDriverFit, gf_driver_fit_clear)

G_END_DECLS
