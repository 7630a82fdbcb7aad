/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-driver-model.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define MOST_ROWS 20000
#define MOST_LEVELS 12
/* A piece whose customers have fewer hits in the mean cannot be told from nothing. */
#define EXPECTED_HITS 2.0
/* Wide enough to leave fifteenfold odds alone, and finite where nobody of a level is a hit. */
#define PRIOR_DEVIATION 2.5
/* Two effects are equally clear where rounding alone parts them. */
#define SAME_CLEARNESS 1e-9
#define Z_95 1.959963984540054

static void
clear_attribute_cb (gpointer data)
{
  GfDriverAttribute *attribute = data;

  gf_atoms_free (attribute->atoms);
  g_array_unref (attribute->pieces);
}

static int
compare_size_cb (const void *a,
                 const void *b,
                 void       *user_data)
{
  const GfAtoms *atoms = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;

  if (atoms->rows[i] != atoms->rows[k])
    return atoms->rows[i] > atoms->rows[k] ? -1 : 1;

  return i < k ? -1 : i > k;
}

/* The commonest pieces with customers enough. Where they and the missing cells are all there is, the commonest is
 * what the others are held against, told in @reference; else all the rest is. */
static GArray *
choose_pieces (const GfAtoms *atoms,
               gsize          n_rows,
               gsize          n_hits,
               guint         *reference)
{
  gsize enough = MAX (GF_MIN_ROWS, (gsize) ceil (EXPECTED_HITS * (double) n_rows / (double) MAX (n_hits, 1)));
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize covered = 0;

  for (guint i = 0; i < atoms->n_atoms; i++)
    if (atoms->rows[i] >= enough)
      g_array_append_val (pieces, i);
  g_array_sort_with_data (pieces, compare_size_cb, (gpointer) atoms);
  if (pieces->len > MOST_LEVELS)
    g_array_set_size (pieces, MOST_LEVELS);

  for (guint i = 0; i < pieces->len; i++)
    covered += atoms->rows[g_array_index (pieces, guint, i)];
  if (atoms->kind != GF_ATOMS_MEMBERS && pieces->len > 0 && covered + GF_MIN_ROWS > n_rows)
    {
      *reference = g_array_index (pieces, guint, 0);
      g_array_remove_index (pieces, 0);
    }

  return pieces;
}

/**
 * gf_driver_model_add:
 * @self: a model whose customers are not chosen yet
 * @column: an attribute
 * @target: those that count as hits
 *
 * Adds an attribute; nothing where none of its pieces has customers enough.
 */
void
gf_driver_model_add (GfDriverModel  *self,
                     GfColumn       *column,
                     const GfBitset *target)
{
  GfDriverAttribute attribute = { gf_atoms_new (column), NULL, G_MAXUINT, self->n_values };

  if (attribute.atoms == NULL)
    return;

  gf_atoms_count (attribute.atoms, target, self->among);
  attribute.pieces = choose_pieces (attribute.atoms, self->n_compared, self->n_compared_hits,
                                    &attribute.reference);
  if (attribute.pieces->len == 0)
    {
      clear_attribute_cb (&attribute);
      return;
    }

  self->n_values += attribute.pieces->len;
  g_array_append_val (self->attributes, attribute);
}

static gboolean
is_piece (const GfAtoms *atoms,
          guint          piece,
          gsize          row)
{
  if (atoms->codes != NULL)
    return gf_atoms_get (atoms, row) == piece;

  guint n;
  const guint32 *members = gf_column_get_set (atoms->column, row, &n);

  for (guint i = 0; i < n; i++)
    if (members[i] == piece)
      return TRUE;

  return FALSE;
}

static void
fill_values (GfDriverModel  *self,
             const GfBitset *target)
{
  self->values = g_new (guint8, self->rows->len * self->n_values + 1);
  self->hits = g_new (guint8, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gsize row = g_array_index (self->rows, guint32, i);
      guint8 *line = self->values + i * self->n_values;

      self->hits[i] = gf_bitset_get (target, row);
      for (guint k = 0; k < self->attributes->len; k++)
        {
          const GfDriverAttribute *attribute = &g_array_index (self->attributes, GfDriverAttribute, k);

          for (guint j = 0; j < attribute->pieces->len; j++)
            line[attribute->first + j] = is_piece (attribute->atoms,
                                                       g_array_index (attribute->pieces, guint, j), row);
        }
    }
}

/* Adds about @n of the @of customers that are hits, or that are not, evenly spread. */
static void
add_rows (GfDriverModel  *self,
          const GfBitset *target,
          gboolean        hits,
          gsize           of,
          gsize           n)
{
  gsize seen = 0, added = 0;

  for (gsize i = 0; i < gf_bitset_get_size (target) && added < n; i++)
    {
      guint32 row = (guint32) i;

      if (gf_bitset_get (target, row) != hits || (self->among != NULL && !gf_bitset_get (self->among, row)))
        continue;
      if ((double) seen++ * (double) n < (double) added * (double) of)
        continue;
      g_array_append_val (self->rows, row);
      added++;
    }
}

/* Of very many customers some thousands do, and of rare hits as many as there are up to a tenth of those: how often
 * hits and others are drawn moves the intercept alone (Prentice, Pyke 1979, Biometrika 66). */
static void
choose_rows (GfDriverModel  *self,
             const GfBitset *target)
{
  gsize n_rows = self->n_compared, n_hits = self->n_compared_hits;
  gsize n = MIN (n_rows, MOST_ROWS);
  gsize in_proportion = (gsize) ((double) n * (double) n_hits / (double) MAX (n_rows, 1));
  gsize hits = MIN (n_hits, MAX (in_proportion, n / 10));

  add_rows (self, target, TRUE, n_hits, hits);
  add_rows (self, target, FALSE, n_rows - n_hits, MIN (n - hits, n_rows - n_hits));
}

/**
 * gf_driver_model_init:
 * @self: (out caller-allocates): a model
 * @options: which customers to compare
 * @target: those that count as hits
 *
 * Begins a model without attributes.
 */
void
gf_driver_model_init (GfDriverModel         *self,
                      const GfMiningOptions *options,
                      const GfBitset        *target)
{
  *self = (GfDriverModel) {
    .among = options->among,
    .n_compared = gf_mining_options_count_rows (options, target),
    .n_compared_hits = gf_mining_options_count_hits (options, target),
    .attributes = g_array_new (FALSE, FALSE, sizeof (GfDriverAttribute)),
    .rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };
  g_array_set_clear_func (self->attributes, clear_attribute_cb);
}

/**
 * gf_driver_model_fill:
 * @self: a model with all its attributes
 * @target: those that count as hits
 *
 * Chooses the customers and reads what they are.
 */
void
gf_driver_model_fill (GfDriverModel  *self,
                      const GfBitset *target)
{
  choose_rows (self, target);
  fill_values (self, target);
}

/**
 * gf_driver_model_clear:
 * @self: a model
 *
 * Frees what it holds.
 */
void
gf_driver_model_clear (GfDriverModel *self)
{
  g_clear_pointer (&self->attributes, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->hits, g_free);
}

/**
 * gf_driver_model_get:
 * @self: a model
 * @i: which one
 *
 * Returns: (transfer none): an attribute
 */
const GfDriverAttribute *
gf_driver_model_get (const GfDriverModel *self,
                     guint                i)
{
  return &g_array_index (self->attributes, GfDriverAttribute, i);
}

/* The columns of some attributes side by side; where each attribute begins is told in @first. */
static double *
dup_values (const GfDriverModel *self,
            const gboolean      *with,
            gsize               *first,
            gsize               *n_values)
{
  *n_values = 0;
  for (guint k = 0; k < self->attributes->len; k++)
    if (with[k])
      {
        first[k] = *n_values;
        *n_values += gf_driver_model_get (self, k)->pieces->len;
      }

  double *values = g_new (double, self->rows->len * *n_values + 1);

  for (guint k = 0; k < self->attributes->len; k++)
    {
      const GfDriverAttribute *attribute = gf_driver_model_get (self, k);

      for (guint i = 0; with[k] && i < self->rows->len; i++)
        for (guint j = 0; j < attribute->pieces->len; j++)
          values[i * *n_values + first[k] + j] = self->values[i * self->n_values + attribute->first + j];
    }

  return values;
}

/**
 * gf_driver_model_fit:
 * @self: a filled model
 * @with: (array): for each attribute whether it is looked at
 * @fit: (out caller-allocates): the result
 * @cancellable: (nullable): to stop
 * @error: set when stopped
 *
 * Fits the attributes asked for together: gf_logistic_fit() with a normal prior of standard deviation 2.5.
 *
 * Returns: whether it was not stopped
 */
gboolean
gf_driver_model_fit (const GfDriverModel *self,
                     const gboolean      *with,
                     GfDriverFit         *fit,
                     GCancellable        *cancellable,
                     GError             **error)
{
  gsize n_values;

  fit->first = g_new0 (gsize, self->attributes->len + 1);
  g_autofree double *values = dup_values (self, with, fit->first, &n_values);

  return gf_logistic_fit (&fit->logistic, values, self->rows->len, n_values, self->hits, PRIOR_DEVIATION, cancellable,
                          error);
}

/**
 * gf_driver_fit_clear:
 * @self: a fit
 *
 * Frees what it holds.
 */
void
gf_driver_fit_clear (GfDriverFit *self)
{
  gf_logistic_clear (&self->logistic);
  g_clear_pointer (&self->first, g_free);
}

/* How the log odds with one level differ from the mean of all other customers, or from those with the level that the
 * pieces are held against. That one stands behind the last piece. Members of a set are held against being none. */
static GfDriverEffect
find_effect (const GfDriverFit   *self,
             const GfDriverModel *model,
             guint                attribute,
             guint                level,
             gboolean             against_all)
{
  const GfDriverAttribute *one = gf_driver_model_get (model, attribute);
  const GfLogistic *fit = &self->logistic;
  gsize first = self->first[attribute] + 1, n = one->pieces->len;
  g_autofree double *weights = g_new0 (double, n + 1);
  GfDriverEffect effect = {
    .piece = level < n ? g_array_index (one->pieces, guint, level) : one->reference,
    .against = against_all ? G_MAXUINT : one->reference,
  };
  double variance = 0.0;

  if (against_all && one->atoms->kind != GF_ATOMS_MEMBERS)
    {
      double others = (double) model->n_compared - (double) one->atoms->rows[effect.piece];

      for (guint j = 0; j < n; j++)
        weights[j] = -(double) one->atoms->rows[g_array_index (one->pieces, guint, j)] / fmax (others, 1.0);
    }
  weights[level] = 1.0;

  for (gsize j = 0; j < n; j++)
    {
      effect.log_odds += weights[j] * fit->coefficients[first + j];
      for (gsize k = 0; k < n; k++)
        variance += weights[j] * weights[k] * fit->covariance[(first + j) * fit->n_coefficients + first + k];
    }
  effect.error = sqrt (variance);

  return effect;
}

static double
clearness (const GfDriverEffect *effect)
{
  return fabs (effect->log_odds) / effect->error;
}

/* Of two that are the two sides of one the one with more hits. */
static gboolean
is_clearer (const GfDriverEffect *effect,
            const GfDriverEffect *other)
{
  double more = clearness (effect) - clearness (other);

  return more > SAME_CLEARNESS || (more > -SAME_CLEARNESS && effect->log_odds > 0.0 && other->log_odds < 0.0);
}

static GfDriverEffect
find_clearest (const GfDriverFit   *self,
               const GfDriverModel *model,
               guint                attribute,
               gboolean             against_all)
{
  const GfDriverAttribute *one = gf_driver_model_get (model, attribute);
  guint n = one->pieces->len + (against_all && one->reference != G_MAXUINT ? 1 : 0);
  GfDriverEffect clearest = find_effect (self, model, attribute, 0, against_all);

  for (guint level = 1; level < n; level++)
    {
      GfDriverEffect effect = find_effect (self, model, attribute, level, against_all);

      if (is_clearer (&effect, &clearest))
        clearest = effect;
    }

  return clearest;
}

/**
 * gf_driver_fit_find_effect:
 * @self: a fit
 * @model: the model
 * @attribute: an attribute that was looked at
 *
 * Finds the level, band or member that differs from all other customers by most standard errors. Where none does
 * clearly, because one level says the same in several attributes ("no internet service"), it is the one that differs
 * most from the commonest level.
 *
 * Returns: how it changes the log odds of a hit
 */
GfDriverEffect
gf_driver_fit_find_effect (const GfDriverFit   *self,
                           const GfDriverModel *model,
                           guint                attribute)
{
  GfDriverEffect all = find_clearest (self, model, attribute, TRUE);

  if (clearness (&all) >= Z_95 || gf_driver_model_get (model, attribute)->reference == G_MAXUINT)
    return all;

  GfDriverEffect one = find_clearest (self, model, attribute, FALSE);

  return clearness (&one) >= Z_95 ? one : all;
}

/**
 * gf_driver_fit_get_p:
 * @self: a fit
 * @model: the model
 * @attribute: an attribute that was looked at
 * @without: the log likelihood of the same fit without the attribute
 *
 * Whether the attribute adds anything. Its levels may all add a little, or one of them much, so both are asked, the
 * first by the likelihood ratio (Wilks 1938), the second by Wald's test of the clearest effect times all there were,
 * and the p is twice the lesser one (Bonferroni).
 *
 * Returns: p
 */
double
gf_driver_fit_get_p (const GfDriverFit   *self,
                     const GfDriverModel *model,
                     guint                attribute,
                     double               without)
{
  const GfDriverAttribute *one = gf_driver_model_get (model, attribute);
  double n = one->pieces->len, n_tried = one->reference != G_MAXUINT ? 2.0 * n + 1.0 : n;
  GfDriverEffect clearest = gf_driver_fit_find_effect (self, model, attribute);
  double together = gsl_cdf_chisq_Q (fmax (0.0, 2.0 * (self->logistic.log_likelihood - without)), n);
  double alone = 2.0 * n_tried * gsl_cdf_ugaussian_Q (clearness (&clearest));

  return fmin (1.0, n > 1.0 ? 2.0 * fmin (together, alone) : together);
}
