/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project.h"

struct _GfProject
{
  GfRecord parent_instance;

  /* owned */
  GfTable *table;
};

G_DEFINE_FINAL_TYPE (GfProject, gf_project, GF_TYPE_RECORD)

/* Far above the numbers that the fields take. */
enum
{
  PROP_TABLE = 1000,
};

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("product"),
  GF_FIELD_STRING ("owner"),
  GF_FIELD_RECORD ("customers", gf_customers_get_type),
  GF_FIELD_LIST ("interviews", gf_interview_get_type),
  GF_FIELD_LIST ("themes", gf_theme_get_type),
  GF_FIELD_LIST ("competitors", gf_competitor_get_type),
  GF_FIELD_RECORD ("market", gf_market_get_type),
  GF_FIELD_LIST ("maps", gf_position_map_get_type),
  GF_FIELD_LIST ("criteria", gf_criterion_get_type),
  GF_FIELD_LIST ("segments", gf_segment_get_type),
  GF_FIELD_RECORD ("decision", gf_decision_get_type),
  GF_FIELD_LIST ("profiles", gf_profile_get_type),
  GF_FIELD_LIST ("kpis", gf_kpi_get_type),
  GF_FIELD_LIST ("reviews", gf_review_get_type),
  GF_FIELD_DATE ("next-review"),
};

static GParamSpec *table_pspec;
static void (*get_field) (GObject *, guint, GValue *, GParamSpec *);
static void (*set_field) (GObject *, guint, const GValue *, GParamSpec *);

static void
gf_project_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_TABLE)
    g_value_set_boxed (value, GF_PROJECT (object)->table);
  else
    get_field (object, prop_id, value, pspec);
}

static void
gf_project_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (prop_id == PROP_TABLE)
    gf_project_set_table (GF_PROJECT (object), g_value_get_boxed (value));
  else
    set_field (object, prop_id, value, pspec);
}

static void
gf_project_finalize (GObject *object)
{
  GfProject *self = GF_PROJECT (object);

  g_clear_pointer (&self->table, gf_table_unref);

  G_OBJECT_CLASS (gf_project_parent_class)->finalize (object);
}

static void
gf_project_class_init (GfProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  gf_record_class_install_fields (GF_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));

  get_field = object_class->get_property;
  set_field = object_class->set_property;
  object_class->get_property = gf_project_get_property;
  object_class->set_property = gf_project_set_property;
  object_class->finalize = gf_project_finalize;

  /**
   * GfProject:table:
   *
   * The customers; NULL while there are none.
   */
  table_pspec = g_param_spec_boxed ("table", NULL, NULL, GF_TYPE_TABLE,
                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_TABLE, table_pspec);
}

static void
gf_project_init (GfProject *self)
{
}

/**
 * gf_project_new:
 *
 * Returns: (transfer full): a project that holds nothing yet
 */
GfProject *
gf_project_new (void)
{
  return g_object_new (GF_TYPE_PROJECT, NULL);
}

/**
 * gf_project_get_table:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the customers; NULL while there are none
 */
GfTable *
gf_project_get_table (GfProject *self)
{
  g_return_val_if_fail (GF_IS_PROJECT (self), NULL);

  return self->table;
}

/**
 * gf_project_set_table:
 * @self: a project
 * @table: (nullable): its customers from now on
 *
 * Replaces the customers. The table before lives on where something still holds it, such as undo.
 */
void
gf_project_set_table (GfProject *self,
                      GfTable   *table)
{
  g_return_if_fail (GF_IS_PROJECT (self));

  if (self->table == table)
    return;

  g_autoptr (GfTable) before = g_steal_pointer (&self->table);
  self->table = table != NULL ? gf_table_ref (table) : NULL;

  g_object_notify_by_pspec (G_OBJECT (self), table_pspec);
  g_signal_emit_by_name (self, "changed", self, "table");
}

/* Whether the project is as a new one is, but for the members @except. */
static gboolean
is_as_new (GfProject          *self,
           const char * const *except)
{
  g_autoptr (GfProject) blank = gf_project_new ();
  g_autoptr (JsonNode) a = gf_record_to_json (GF_RECORD (self));
  g_autoptr (JsonNode) b = gf_record_to_json (GF_RECORD (blank));

  for (gsize i = 0; except[i] != NULL; i++)
    {
      json_object_remove_member (json_node_get_object (a), except[i]);
      json_object_remove_member (json_node_get_object (b), except[i]);
    }

  return json_node_equal (a, b);
}

/**
 * gf_project_is_blank:
 * @self: a project
 *
 * Returns: whether nothing was ever put in, so that nothing is lost with it
 */
gboolean
gf_project_is_blank (GfProject *self)
{
  static const char *except[] = { "name", NULL };

  g_return_val_if_fail (GF_IS_PROJECT (self), FALSE);

  return self->table == NULL && is_as_new (self, except);
}

/**
 * gf_project_has_work:
 * @self: a project
 *
 * Returns: whether it holds more than its names, its customers and the rule of who is best: interviews,
 *   competitors, segments, a profile or anything else that a customer list cannot bring back
 */
gboolean
gf_project_has_work (GfProject *self)
{
  static const char *except[] = { "name", "product", "customers", NULL };

  g_return_val_if_fail (GF_IS_PROJECT (self), FALSE);

  return !is_as_new (self, except);
}
