/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drivers.h"

#include "gf-association.h"
#include "gf-atoms.h"
#include "gf-fisher.h"
#include "gf-logistic.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#define MOST_ROWS 20000
#define MOST_LEVELS 12
/* A piece whose customers have fewer hits in the mean cannot be told from nothing. */
#define EXPECTED_HITS 2.0
#define PRIOR_DEVIATION 1.0
#define SAME_V 0.7
#define MATTERS_Q 0.05
#define Z_95 1.959963984540054

struct _GfDrivers
{
  gatomicrefcount ref_count;
  GArray *drivers;         /* GfDriver, the clearest first */
};

/* An attribute in the model: some of its pieces as yes/no values. */
typedef struct
{
  GfAtoms *atoms;
  GArray *pieces;          /* guint */
  gsize first;             /* its first coefficient; the intercept is 0 */
  guint family;
} Attribute;

typedef struct
{
  const GfBitset *among;   /* the customers to compare; NULL: all */
  gsize n_compared;
  gsize n_compared_hits;
  GArray *attributes;      /* Attribute */
  GArray *rows;            /* guint32: the customers looked at */
  double *values;          /* rows x n_values */
  guint8 *hits;
  gsize n_values;
  GfLogistic fit;
} Model;

G_DEFINE_BOXED_TYPE (GfDrivers, gf_drivers, gf_drivers_ref, gf_drivers_unref)

static void
clear_attribute_cb (gpointer data)
{
  Attribute *attribute = data;

  gf_atoms_free (attribute->atoms);
  g_array_unref (attribute->pieces);
}

static void
model_clear (Model *self)
{
  g_array_unref (self->attributes);
  g_array_unref (self->rows);
  g_free (self->values);
  g_free (self->hits);
  gf_logistic_clear (&self->fit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static void
clear_driver_cb (gpointer data)
{
  GfDriver *driver = data;

  g_free (driver->column);
  gf_selector_unref (driver->selector);
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
 * what the others are held against; else all the rest is. */
static GArray *
choose_pieces (const GfAtoms *atoms,
               gsize          n_rows,
               gsize          n_hits)
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
    g_array_remove_index (pieces, 0);

  return pieces;
}

static void
add_attribute (Model          *self,
               GfColumn       *column,
               const GfBitset *target)
{
  Attribute attribute = { gf_atoms_new (column), NULL, self->n_values + 1, self->attributes->len };

  if (attribute.atoms == NULL)
    return;

  gf_atoms_count (attribute.atoms, target, self->among);
  attribute.pieces = choose_pieces (attribute.atoms, self->n_compared, self->n_compared_hits);
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
fill_values (Model          *self,
             const GfBitset *target)
{
  self->values = g_new (double, self->rows->len * self->n_values + 1);
  self->hits = g_new (guint8, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gsize row = g_array_index (self->rows, guint32, i);
      double *line = self->values + i * self->n_values;

      self->hits[i] = gf_bitset_get (target, row);
      for (guint k = 0; k < self->attributes->len; k++)
        {
          const Attribute *attribute = &g_array_index (self->attributes, Attribute, k);

          for (guint j = 0; j < attribute->pieces->len; j++)
            line[attribute->first - 1 + j] = is_piece (attribute->atoms,
                                                       g_array_index (attribute->pieces, guint, j), row);
        }
    }
}

/* Adds about @n of the @of customers that are hits, or that are not, evenly spread. */
static void
add_rows (Model          *self,
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
choose_rows (Model          *self,
             const GfBitset *target)
{
  gsize n_rows = self->n_compared, n_hits = self->n_compared_hits;
  gsize n = MIN (n_rows, MOST_ROWS);
  gsize in_proportion = (gsize) ((double) n * (double) n_hits / (double) MAX (n_rows, 1));
  gsize hits = MIN (n_hits, MAX (in_proportion, n / 10));

  add_rows (self, target, TRUE, n_hits, hits);
  add_rows (self, target, FALSE, n_rows - n_hits, MIN (n - hits, n_rows - n_hits));
}

static guint32 *
dup_codes (const Model     *self,
           const Attribute *attribute)
{
  guint32 *codes = g_new (guint32, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    codes[i] = gf_atoms_get (attribute->atoms, g_array_index (self->rows, guint32, i));

  return codes;
}

static void
join_families (Model *self,
               guint  a,
               guint  b)
{
  guint from = g_array_index (self->attributes, Attribute, MAX (a, b)).family;
  guint to = g_array_index (self->attributes, Attribute, MIN (a, b)).family;

  for (guint i = 0; i < self->attributes->len; i++)
    {
      Attribute *attribute = &g_array_index (self->attributes, Attribute, i);

      if (attribute->family == from)
        attribute->family = to;
    }
}

static gboolean
find_families (Model        *self,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const Attribute *attribute = &g_array_index (self->attributes, Attribute, i);

      g_ptr_array_add (codes, attribute->atoms->codes != NULL ? dup_codes (self, attribute) : NULL);
    }

  for (guint a = 0; a < codes->len; a++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint b = a + 1; b < codes->len; b++)
        if (codes->pdata[a] != NULL && codes->pdata[b] != NULL &&
            gf_cramers_v (codes->pdata[a], g_array_index (self->attributes, Attribute, a).atoms->n_atoms,
                          codes->pdata[b], g_array_index (self->attributes, Attribute, b).atoms->n_atoms,
                          self->rows->len) >= SAME_V)
          join_families (self, a, b);
    }

  return TRUE;
}

static GfSelector *
piece_selector (const Attribute *attribute,
                guint            piece)
{
  const GfAtoms *atoms = attribute->atoms;
  const char *name = gf_column_get_name (atoms->column);

  if (atoms->kind == GF_ATOMS_MEMBERS)
    return gf_selector_new_contains (name, gf_atoms_get_text (atoms, piece));
  if (atoms->kind == GF_ATOMS_BANDS)
    return gf_selector_new_range (name, piece == 0 ? NAN : atoms->edges[piece - 1],
                                  piece + 1 == atoms->n_atoms ? NAN : atoms->edges[piece]);

  return gf_selector_new_is (name, gf_atoms_get_text (atoms, piece));
}

/* What the attribute adds, by its clearest piece. The p of the attribute is put in the place of its q: all pieces
 * may add a little or one of them much, so both are asked, and the p is twice the lesser one (Bonferroni). */
static GfDriver
make_driver (const Model     *self,
             const Attribute *attribute)
{
  gsize clearest = attribute->first;
  double clearness = -1.0;

  for (guint j = 0; j < attribute->pieces->len; j++)
    {
      gsize k = attribute->first + j;
      double z = fabs (self->fit.coefficients[k]) / gf_logistic_get_error (&self->fit, k);

      if (z > clearness)
        {
          clearness = z;
          clearest = k;
        }
    }

  double b = self->fit.coefficients[clearest], error = gf_logistic_get_error (&self->fit, clearest);
  double wald = gf_logistic_wald (&self->fit, attribute->first, attribute->pieces->len);
  double n = attribute->pieces->len;
  double together = isnan (wald) ? 1.0 : gsl_cdf_chisq_Q (wald, n);
  double one = 2.0 * n * gsl_cdf_ugaussian_Q (clearness);

  return (GfDriver) {
    .column = g_strdup (gf_column_get_name (attribute->atoms->column)),
    .selector = piece_selector (attribute, g_array_index (attribute->pieces, guint,
                                                          clearest - attribute->first)),
    .odds = exp (b), .low = exp (b - Z_95 * error), .high = exp (b + Z_95 * error),
    .q = fmin (1.0, n > 1.0 ? 2.0 * fmin (together, one) : one),
    .family = attribute->family,
  };
}

static gsize
count_family (const GArray *drivers,
              guint         family)
{
  gsize n = 0;

  for (guint i = 0; i < drivers->len; i++)
    n += g_array_index (drivers, GfDriver, i).family == family;

  return n;
}

/* A family is judged as one: that its members share the credit hides it from each of them. */
static double
family_p (const Model *self,
          guint        family)
{
  double least = 1.0;
  guint n = 0;

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const Attribute *attribute = &g_array_index (self->attributes, Attribute, i);
      gsize hits = 0, rows = 0;

      if (attribute->family != family)
        continue;
      n++;
      /* by itself: the clearest of its pieces, by the exact test */
      for (guint j = 0; j < attribute->atoms->n_atoms; j++)
        {
          hits += attribute->atoms->hits[j];
          rows += attribute->atoms->rows[j];
        }
      for (guint j = 0; j < attribute->atoms->n_atoms; j++)
        {
          gsize a = attribute->atoms->hits[j], b = attribute->atoms->rows[j] - a;
          double p = gf_fisher_p (a, b, hits - a, rows - hits - b) * attribute->atoms->n_atoms;

          least = fmin (least, p);
        }
    }

  return fmin (1.0, least * n);
}

static void
judge (const Model *self,
       GArray      *drivers)
{
  g_autofree double *p = g_new (double, drivers->len + 1);
  g_autofree double *q = g_new (double, drivers->len + 1);

  for (guint i = 0; i < drivers->len; i++)
    p[i] = g_array_index (drivers, GfDriver, i).q;
  gf_benjamini_hochberg (p, drivers->len, q);

  for (guint i = 0; i < drivers->len; i++)
    {
      GfDriver *driver = &g_array_index (drivers, GfDriver, i);
      gboolean alone = count_family (drivers, driver->family) == 1;

      driver->q = q[i];
      if (alone)
        driver->verdict = q[i] < MATTERS_Q && (driver->low > 1.0 || driver->high < 1.0)
                              ? GF_DRIVER_MATTERS : GF_DRIVER_UNCLEAR;
      else
        driver->verdict = family_p (self, driver->family) * drivers->len < MATTERS_Q
                              ? GF_DRIVER_INSEPARABLE : GF_DRIVER_UNCLEAR;
    }
}

static int
compare_drivers_cb (gconstpointer a,
                    gconstpointer b)
{
  const GfDriver *x = a, *y = b;

  if (x->verdict != y->verdict)
    return x->verdict < y->verdict ? -1 : 1;
  if (x->verdict == GF_DRIVER_INSEPARABLE && x->family != y->family)
    return x->family < y->family ? -1 : 1;
  if (x->q != y->q)
    return x->q < y->q ? -1 : 1;

  return g_strcmp0 (x->column, y->column);
}

/**
 * gf_drivers_find:
 * @table: the customers
 * @target: those that count as hits
 * @options: which attributes to look at and which customers to compare; nothing else of it is asked
 * @cancellable: (nullable): to stop
 * @error: set when stopped, with fewer than 8 hits or others, without attributes, or when a column that was
 *   asked for is not there
 *
 * Asks which attributes matter when all are looked at together. The effects are those of a logistic
 * regression with a normal prior (gf_logistic_fit()); whether an attribute matters is judged by Wald's test of
 * all its effects and of the clearest one, corrected for all attributes (Benjamini, Hochberg). Attributes that cannot be told apart are
 * judged as one, by the clearest of them alone.
 *
 * Returns: (transfer full) (nullable): one driver for each attribute, those that matter first
 */
GfDrivers *
gf_drivers_find (GfTable               *table,
                 const GfBitset        *target,
                 const GfMiningOptions *options,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_return_val_if_fail (table != NULL && target != NULL && options != NULL, NULL);

  gsize n_rows = gf_mining_options_count_rows (options, target);
  gsize n_hits = gf_mining_options_count_hits (options, target);
  g_autoptr (GPtrArray) columns = gf_mining_choose_columns (table, options, error);
  g_auto (Model) model = {
    .among = options->among,
    .n_compared = n_rows,
    .n_compared_hits = n_hits,
    .attributes = g_array_new (FALSE, FALSE, sizeof (Attribute)),
    .rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };

  g_array_set_clear_func (model.attributes, clear_attribute_cb);
  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < columns->len; i++)
    if (options->attributes != NULL ||
        gf_column_get_role (g_ptr_array_index (columns, i)) != GF_ROLE_DATE)
      add_attribute (&model, g_ptr_array_index (columns, i), target);
  if (n_hits < GF_MIN_HITS || n_rows - n_hits < GF_MIN_HITS || model.attributes->len == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                   _("There are too few customers or attributes to ask which matter together."));
      return NULL;
    }

  choose_rows (&model, target);
  fill_values (&model, target);
  if (!find_families (&model, cancellable, error) ||
      !gf_logistic_fit (&model.fit, model.values, model.rows->len, model.n_values, model.hits,
                        PRIOR_DEVIATION, cancellable, error))
    return NULL;

  GfDrivers *self = g_new0 (GfDrivers, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->drivers = g_array_new (FALSE, FALSE, sizeof (GfDriver));
  g_array_set_clear_func (self->drivers, clear_driver_cb);
  for (guint i = 0; i < model.attributes->len; i++)
    {
      GfDriver driver = make_driver (&model, &g_array_index (model.attributes, Attribute, i));

      g_array_append_val (self->drivers, driver);
    }
  judge (&model, self->drivers);
  g_array_sort (self->drivers, compare_drivers_cb);

  return self;
}

/**
 * gf_drivers_ref:
 * @self: drivers
 *
 * Returns: (transfer full): @self
 */
GfDrivers *
gf_drivers_ref (GfDrivers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_drivers_unref:
 * @self: (transfer full): drivers
 *
 * Gives a reference back; safe from any thread.
 */
void
gf_drivers_unref (GfDrivers *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->drivers);
  g_free (self);
}

/**
 * gf_drivers_get_n:
 * @self: drivers
 *
 * Returns: how many attributes were looked at
 */
guint
gf_drivers_get_n (const GfDrivers *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->drivers->len;
}

/**
 * gf_drivers_get:
 * @self: drivers
 * @i: which one
 *
 * Returns: (transfer none): a driver
 */
const GfDriver *
gf_drivers_get (const GfDrivers *self,
                guint            i)
{
  g_return_val_if_fail (self != NULL && i < self->drivers->len, NULL);

  return &g_array_index (self->drivers, GfDriver, i);
}

/**
 * gf_drivers_dup_family:
 * @self: drivers
 * @i: which one
 *
 * Returns: (transfer full): the names of the other attributes it cannot be told from, none for most
 */
GStrv
gf_drivers_dup_family (const GfDrivers *self,
                       guint            i)
{
  g_return_val_if_fail (self != NULL && i < self->drivers->len, NULL);

  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const GfDriver *driver = gf_drivers_get (self, i);

  for (guint k = 0; k < self->drivers->len; k++)
    if (k != i && gf_drivers_get (self, k)->family == driver->family)
      g_strv_builder_add (names, gf_drivers_get (self, k)->column);

  return g_strv_builder_end (names);
}
