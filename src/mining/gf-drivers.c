/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drivers.h"

#include "gf-driver-model.h"
#include "gf-fisher.h"
#include "gf-parallel.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MATTERS_P 0.05
/* More attributes at once nobody can act on, and few lists can tell. */
#define MOST_CHOSEN 8
#define Z_95 1.959963984540054

struct _GfDrivers
{
  gatomicrefcount ref_count;
  GArray *drivers;         /* GfDriver, the clearest first */
};

/* The search for the attributes that matter. */
typedef struct
{
  GfDriverModel model;
  guint n;                 /* attributes */
  gboolean *chosen;
  GfDriver *drivers;       /* of each attribute */
  double likelihood;       /* of the chosen ones */
  GCancellable *cancellable;
  int stopped;             /* atomic */
} Search;

G_DEFINE_BOXED_TYPE (GfDrivers, gf_drivers, gf_drivers_ref, gf_drivers_unref)

static void
clear_driver_cb (gpointer data)
{
  GfDriver *driver = data;

  g_clear_pointer (&driver->column, g_free);
  g_clear_pointer (&driver->selector, gf_selector_unref);
  g_clear_pointer (&driver->against, gf_selector_unref);
}

static void
search_clear (Search *self)
{
  for (guint i = 0; self->drivers != NULL && i < self->n; i++)
    clear_driver_cb (&self->drivers[i]);
  g_free (self->drivers);
  g_free (self->chosen);
  gf_driver_model_clear (&self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static GfSelector *
piece_selector (const GfDriverAttribute *attribute,
                guint                    piece)
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

/* What an attribute of a fit adds, by its clearest piece. The p of the attribute is put in the place of its q. */
static void
fill_driver (Search            *self,
             guint              i,
             const GfDriverFit *fit,
             double             without)
{
  const GfDriverAttribute *attribute = gf_driver_model_get (&self->model, i);
  GfDriverEffect effect = gf_driver_fit_find_effect (fit, &self->model, i);
  GfDriver *driver = &self->drivers[i];

  clear_driver_cb (driver);
  driver->column = g_strdup (gf_column_get_name (attribute->atoms->column));
  driver->selector = piece_selector (attribute, effect.piece);
  if (effect.against != G_MAXUINT)
    driver->against = piece_selector (attribute, effect.against);
  driver->odds = exp (effect.log_odds);
  driver->low = exp (effect.log_odds - Z_95 * effect.error);
  driver->high = exp (effect.log_odds + Z_95 * effect.error);
  driver->q = gf_driver_fit_get_p (fit, &self->model, i, without);
}

static gboolean
fit_with (Search         *self,
          const gboolean *with,
          GfDriverFit    *fit)
{
  if (gf_driver_model_fit (&self->model, with, fit, self->cancellable, NULL))
    return TRUE;
  g_atomic_int_set (&self->stopped, TRUE);

  return FALSE;
}

/* Adds one attribute to the chosen ones, to see what it does there. */
static void
try_cb (guint    index,
        gpointer user_data)
{
  Search *self = user_data;
  g_autofree gboolean *with = g_memdup2 (self->chosen, self->n * sizeof (gboolean));
  g_auto (GfDriverFit) fit = { 0 };

  if (self->chosen[index])
    return;

  with[index] = TRUE;
  if (!fit_with (self, with, &fit))
    return;
  fill_driver (self, index, &fit, self->likelihood);
}

static gboolean
try_all (Search *self)
{
  g_auto (GfDriverFit) fit = { 0 };

  if (!fit_with (self, self->chosen, &fit))
    return FALSE;
  self->likelihood = fit.logistic.log_likelihood;
  gf_parallel_for (self->n, gf_atoms_choose_threads (self->model.rows->len), try_cb, self);

  return !g_atomic_int_get (&self->stopped);
}

static gboolean
is_clear (const Search *self,
          double        p)
{
  return p * self->n < MATTERS_P;
}

/* One attribute after the other, the clearest first, as long as it adds something in spite of all there were to choose
 * from. Afterwards the drivers of all others say what they would add. */
static gboolean
choose (Search *self)
{
  for (guint n_chosen = 0;; n_chosen++)
    {
      guint clearest = self->n;

      if (!try_all (self))
        return FALSE;
      for (guint i = 0; i < self->n; i++)
        if (!self->chosen[i] && (clearest == self->n || self->drivers[i].q < self->drivers[clearest].q))
          clearest = i;
      if (n_chosen == MOST_CHOSEN || clearest == self->n || !is_clear (self, self->drivers[clearest].q))
        return TRUE;

      self->chosen[clearest] = TRUE;
    }
}

/* Whether @other could stand where @chosen does, and would leave it nothing to add. Fills its driver if so. */
static gboolean
stands_in (Search         *self,
           guint           chosen,
           guint           other,
           const gboolean *rest,
           double          rest_likelihood)
{
  g_autofree gboolean *with = g_memdup2 (rest, self->n * sizeof (gboolean));
  g_auto (GfDriverFit) fit = { 0 };
  g_auto (GfDriverFit) both = { 0 };

  with[other] = TRUE;
  if (!fit_with (self, with, &fit) ||
      !is_clear (self, gf_driver_fit_get_p (&fit, &self->model, other, rest_likelihood)))
    return FALSE;

  with[chosen] = TRUE;
  if (!fit_with (self, with, &both) ||
      gf_driver_fit_get_p (&both, &self->model, chosen, fit.logistic.log_likelihood) < MATTERS_P)
    return FALSE;

  fill_driver (self, other, &fit, rest_likelihood);

  return TRUE;
}

/* What each chosen attribute adds to the other chosen ones, and who could stand in for it. */
static gboolean
look_at_chosen (Search *self)
{
  g_auto (GfDriverFit) all = { 0 };

  if (!fit_with (self, self->chosen, &all))
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree gboolean *rest = g_memdup2 (self->chosen, self->n * sizeof (gboolean));
      g_auto (GfDriverFit) without = { 0 };

      if (!self->chosen[i])
        continue;
      rest[i] = FALSE;
      if (!fit_with (self, rest, &without))
        return FALSE;
      fill_driver (self, i, &all, without.logistic.log_likelihood);
      for (guint k = 0; k < self->n; k++)
        if (!self->chosen[k] && self->drivers[k].family == k &&
            stands_in (self, i, k, rest, without.logistic.log_likelihood))
          self->drivers[k].family = i;
      if (g_atomic_int_get (&self->stopped))
        return FALSE;
    }

  return TRUE;
}

static guint
count_family (const Search *self,
              guint         family)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->drivers[i].family == family;

  return n;
}

static void
judge (Search *self)
{
  g_autofree double *p = g_new (double, self->n + 1);
  g_autofree double *q = g_new (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    p[i] = self->drivers[i].q;
  gf_benjamini_hochberg (p, self->n, q);

  for (guint i = 0; i < self->n; i++)
    {
      GfDriver *driver = &self->drivers[i];
      gboolean clear = q[driver->family] < MATTERS_P &&
                       (self->drivers[driver->family].low > 1.0 || self->drivers[driver->family].high < 1.0);

      driver->q = q[i];
      if (count_family (self, driver->family) > 1)
        driver->verdict = clear ? GF_DRIVER_INSEPARABLE : GF_DRIVER_UNCLEAR;
      else
        driver->verdict = clear && self->chosen[i] ? GF_DRIVER_MATTERS : GF_DRIVER_UNCLEAR;
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
 * Asks which attributes matter when all are looked at together. Of a list with fifteen best customers the effects of
 * forty levels at once cannot be told, however they are drawn towards none: the one that matters pays for all others.
 * So attributes join a logistic regression one after the other, the clearest first, as long as its p times the
 * number of attributes is below 0.05 (Foster, George 1994, The Risk Inflation Criterion for Multiple Regression,
 * Annals of Statistics 22). The effects are drawn a little towards none by a normal prior with standard deviation 2.5
 * (the usual scale since Gelman, Jakulin, Pittau, Su 2008, Annals of Applied Statistics 2), so that a level without any
 * hit has a finite one.
 *
 * Those that joined matter if they still add something to all others that did. One that could have joined in the place
 * of another, and with which that one would have had nothing to add (p of 0.05 or more), cannot be told apart from it.
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

  g_autoptr (GPtrArray) columns = gf_mining_choose_columns (table, options, error);
  g_auto (Search) search = { .cancellable = cancellable };

  if (columns == NULL)
    return NULL;

  gf_driver_model_init (&search.model, options, target);
  for (guint i = 0; i < columns->len; i++)
    if (options->attributes != NULL ||
        gf_column_get_role (g_ptr_array_index (columns, i)) != GF_ROLE_DATE)
      gf_driver_model_add (&search.model, g_ptr_array_index (columns, i), target);

  gsize n_hits = search.model.n_compared_hits;
  if (n_hits < GF_MIN_HITS || search.model.n_compared - n_hits < GF_MIN_HITS || search.model.attributes->len == 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY,
                   _("There are too few customers or attributes to ask which matter together."));
      return NULL;
    }

  gf_driver_model_fill (&search.model, target);
  search.n = search.model.attributes->len;
  search.chosen = g_new0 (gboolean, search.n);
  search.drivers = g_new0 (GfDriver, search.n);
  for (guint i = 0; i < search.n; i++)
    search.drivers[i].family = i;
  if (!choose (&search) || !look_at_chosen (&search))
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The effects of these columns cannot be told."));
      return NULL;
    }
  judge (&search);

  GfDrivers *self = g_new0 (GfDrivers, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->drivers = g_array_new (FALSE, FALSE, sizeof (GfDriver));
  g_array_set_clear_func (self->drivers, clear_driver_cb);
  g_array_append_vals (self->drivers, search.drivers, search.n);
  g_clear_pointer (&search.drivers, g_free);
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
