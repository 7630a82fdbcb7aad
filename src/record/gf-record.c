/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-record-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  /* owned */
  char *id;
  GValue *values;        /* one a field of the class */
  GPtrArray **mirrors;   /* for list fields: what the list held, to let go of what leaves it */
  JsonObject *extras;    /* members of the file that no field names; NULL if none */

  /* borrowed */
  GfRecord *parent;
} GfRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GfRecord, gf_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (gf-record-error-quark, gf_record_error)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit_changed (GfRecord   *self,
              GfRecord   *origin,
              const char *field)
{
  g_signal_emit (self, signals[CHANGED], 0, origin, field);
}

static void
child_changed_cb (GfRecord   *self,
                  GfRecord   *origin,
                  const char *field,
                  GfRecord   *child)
{
  emit_changed (self, origin, field);
}

static void
adopt (GfRecord *self,
       GfRecord *child)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (child);

  priv->parent = self;
  g_signal_connect_object (child, "changed", G_CALLBACK (child_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
let_go (GfRecord *self,
        GfRecord *child)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (child);

  g_signal_handlers_disconnect_by_func (child, child_changed_cb, self);
  if (priv->parent == self)
    priv->parent = NULL;
}

static guint
field_of_list (GfRecord   *self,
               GListModel *list)
{
  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == GF_FIELD_KIND_LIST &&
        g_value_get_object (&priv->values[i]) == (gpointer) list)
      return i;

  g_assert_not_reached ();
}

static void
list_items_changed_cb (GfRecord   *self,
                       guint       position,
                       guint       removed,
                       guint       added,
                       GListModel *list)
{
  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  GfRecordPrivate *priv = gf_record_get_instance_private (self);
  guint field = field_of_list (self, list);
  GPtrArray *mirror = priv->mirrors[field];

  for (guint i = 0; i < removed; i++)
    let_go (self, g_ptr_array_index (mirror, position + i));
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GfRecord) child = g_list_model_get_item (list, position + i);

      gf_record_ensure_id (child);
      adopt (self, child);
      g_ptr_array_insert (mirror, (int) (position + i), g_steal_pointer (&child));
    }

  emit_changed (self, self, klass->fields[field].name);
}

static void
init_value (GfRecord      *self,
            guint          index,
            const GfField *field)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (self);
  GValue *value = &priv->values[index];

  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
    case GF_FIELD_KIND_DATE:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_static_string (value, "");
      break;
    case GF_FIELD_KIND_BOOLEAN:
      g_value_init (value, G_TYPE_BOOLEAN);
      g_value_set_boolean (value, field->initial != 0);
      break;
    case GF_FIELD_KIND_INT:
      g_value_init (value, G_TYPE_INT64);
      g_value_set_int64 (value, (gint64) field->initial);
      break;
    case GF_FIELD_KIND_DOUBLE:
      g_value_init (value, G_TYPE_DOUBLE);
      g_value_set_double (value, field->initial);
      break;
    case GF_FIELD_KIND_ENUM:
      g_value_init (value, field->type ());
      g_value_set_enum (value, (int) field->initial);
      break;
    case GF_FIELD_KIND_STRINGS:
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, g_new0 (char *, 1));
      break;
    case GF_FIELD_KIND_RECORD:
      g_value_init (value, field->type ());
      g_value_take_object (value, g_object_new (field->type (), NULL));
      adopt (self, g_value_get_object (value));
      break;
    case GF_FIELD_KIND_LIST:
      g_value_init (value, G_TYPE_LIST_STORE);
      g_value_take_object (value, g_list_store_new (field->type ()));
      priv->mirrors[index] = g_ptr_array_new_with_free_func (g_object_unref);
      g_signal_connect_object (g_value_get_object (value), "items-changed",
                               G_CALLBACK (list_items_changed_cb), self, G_CONNECT_SWAPPED);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The values are made when they are first asked for: while the base class is initialised, the
 * instance does not know its own class yet. */
static void
ensure_values (GfRecord *self)
{
  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  if (priv->values != NULL)
    return;

  priv->values = g_new0 (GValue, klass->n_fields);
  priv->mirrors = g_new0 (GPtrArray *, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    init_value (self, i, &klass->fields[i]);
}

/* Returns: (transfer none): where the value of a field lives */
GValue *
gf_record_peek_value (GfRecord *self,
                      guint     index)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  ensure_values (self);

  return &priv->values[index];
}

JsonObject **
gf_record_peek_extras (GfRecord *self)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  return &priv->extras;
}

void
gf_record_ensure_id (GfRecord *self)
{
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  if (priv->id != NULL)
    return;

  /* 40 random bits, in 32 signs of which none is mistaken for another. */
  static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
  char id[9] = { 0 };

  for (guint i = 0; i < 8; i++)
    id[i] = alphabet[g_random_int_range (0, 32)];
  priv->id = g_strdup (id);
}

static gboolean
store_text (GValue     *stored,
            const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");

  if (g_str_equal (valid, g_value_get_string (stored)))
    return FALSE;
  g_value_take_string (stored, g_steal_pointer (&valid));

  return TRUE;
}

static gboolean
store_strings (GValue             *stored,
               const char * const *strings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    g_strv_builder_take (builder, g_utf8_make_valid (strings[i], -1));

  g_auto (GStrv) valid = g_strv_builder_end (builder);
  if (g_strv_equal ((const char * const *) valid, g_value_get_boxed (stored)))
    return FALSE;
  g_value_take_boxed (stored, g_steal_pointer (&valid));

  return TRUE;
}

static gboolean
store_int (GValue        *stored,
           const GfField *field,
           gint64         number)
{
  number = CLAMP (number, (gint64) field->minimum, (gint64) field->maximum);
  if (number == g_value_get_int64 (stored))
    return FALSE;
  g_value_set_int64 (stored, number);

  return TRUE;
}

static gboolean
store_double (GValue        *stored,
              const GfField *field,
              double         number)
{
  double before = g_value_get_double (stored);

  /* NaN passes: it is neither above nor below. */
  number = CLAMP (number, field->minimum, field->maximum);
  if (number == before || (isnan (number) && isnan (before)))
    return FALSE;
  g_value_set_double (stored, number);

  return TRUE;
}

static gboolean
store_enum (GValue *stored,
            int     number)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (G_VALUE_TYPE (stored));

  g_return_val_if_fail (g_enum_get_value ((GEnumClass *) klass, number) != NULL, FALSE);

  if (number == g_value_get_enum (stored))
    return FALSE;
  g_value_set_enum (stored, number);

  return TRUE;
}

/* Stores @value if it differs, and tells of it then. What gf_record_check_json() would refuse is
 * never stored, so that no file and no step of the history can be made that cannot be read back:
 * numbers go to the nearest end of their range, bytes that are no UTF-8 are replaced. */
static void
store_value (GfRecord     *self,
             guint         index,
             const GValue *value)
{
  const GfField *field = &GF_RECORD_GET_CLASS (self)->fields[index];
  GValue *stored = gf_record_peek_value (self, index);
  gboolean differs = FALSE;

  switch (field->kind)
    {
    case GF_FIELD_KIND_DATE:
      g_return_if_fail (gf_record_is_date (g_value_get_string (value)));
      G_GNUC_FALLTHROUGH;
    case GF_FIELD_KIND_STRING:
      differs = store_text (stored, g_value_get_string (value));
      break;
    case GF_FIELD_KIND_STRINGS:
      differs = store_strings (stored, g_value_get_boxed (value));
      break;
    case GF_FIELD_KIND_DOUBLE:
      differs = store_double (stored, field, g_value_get_double (value));
      break;
    case GF_FIELD_KIND_BOOLEAN:
      differs = !g_value_get_boolean (value) != !g_value_get_boolean (stored);
      if (differs)
        g_value_copy (value, stored);
      break;
    case GF_FIELD_KIND_INT:
      differs = store_int (stored, field, g_value_get_int64 (value));
      break;
    case GF_FIELD_KIND_ENUM:
      differs = store_enum (stored, g_value_get_enum (value));
      break;
    case GF_FIELD_KIND_RECORD:
    case GF_FIELD_KIND_LIST:
    default:
      g_assert_not_reached ();
    }

  if (!differs)
    return;

  g_object_notify (G_OBJECT (self), field->name);
  emit_changed (self, self, field->name);
}

static void
gf_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  GfRecord *self = GF_RECORD (object);

  if (pspec->owner_type == GF_TYPE_RECORD)
    g_value_set_string (value, gf_record_get_id (self));
  else
    g_value_copy (gf_record_peek_value (self, prop_id - 1), value);
}

static void
gf_record_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  GfRecord *self = GF_RECORD (object);

  if (pspec->owner_type == GF_TYPE_RECORD)
    gf_record_set_id (self, g_value_get_string (value));
  else
    store_value (self, prop_id - 1, value);
}

static void
gf_record_finalize (GObject *object)
{
  GfRecord *self = GF_RECORD (object);
  GfRecordClass *klass = GF_RECORD_GET_CLASS (self);
  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  if (priv->values != NULL)
    for (guint i = 0; i < klass->n_fields; i++)
      {
        if (klass->fields[i].kind == GF_FIELD_KIND_RECORD)
          let_go (self, g_value_get_object (&priv->values[i]));
        if (priv->mirrors[i] != NULL)
          for (guint j = 0; j < priv->mirrors[i]->len; j++)
            let_go (self, g_ptr_array_index (priv->mirrors[i], j));
        g_clear_pointer (&priv->mirrors[i], g_ptr_array_unref);
        g_value_unset (&priv->values[i]);
      }
  g_clear_pointer (&priv->values, g_free);
  g_clear_pointer (&priv->mirrors, g_free);
  g_clear_pointer (&priv->extras, json_object_unref);
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (gf_record_parent_class)->finalize (object);
}

static void
gf_record_class_init (GfRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gf_record_get_property;
  object_class->set_property = gf_record_set_property;
  object_class->finalize = gf_record_finalize;

  /**
   * GfRecord:id:
   *
   * The short, stable name by which other records refer to this one; NULL until it joins a list.
   */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfRecord::changed:
   * @self: the record
   * @origin: the record whose field changed: @self or one below it
   * @field: the name of that field
   *
   * Emitted after a field of the record, or of any record below it, has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, GF_TYPE_RECORD,
                                   G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
gf_record_init (GfRecord *self)
{
}

static GParamSpec *
pspec_for_field (const GfField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case GF_FIELD_KIND_STRING:
    case GF_FIELD_KIND_DATE:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case GF_FIELD_KIND_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, field->initial != 0, flags);
    case GF_FIELD_KIND_INT:
      return g_param_spec_int64 (field->name, NULL, NULL, (gint64) field->minimum,
                                 (gint64) field->maximum, (gint64) field->initial, flags);
    case GF_FIELD_KIND_DOUBLE:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                  isnan (field->initial) ? 0 : field->initial, flags);
    case GF_FIELD_KIND_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), (int) field->initial,
                                flags);
    case GF_FIELD_KIND_STRINGS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case GF_FIELD_KIND_RECORD:
      return g_param_spec_object (field->name, NULL, NULL, field->type (), fixed);
    case GF_FIELD_KIND_LIST:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_STORE, fixed);
    default:
      g_assert_not_reached ();
    }
}

/**
 * gf_record_class_install_fields:
 * @klass: the class of a record, in its class_init
 * @fields: (array length=n_fields): its fields, in the order of the file; static memory
 * @n_fields: how many
 *
 * Gives a record class its fields: properties, JSON members, undo and change notification.
 */
void
gf_record_class_install_fields (GfRecordClass *klass,
                                const GfField *fields,
                                guint          n_fields)
{
  g_return_if_fail (klass->fields == NULL);

  klass->fields = fields;
  klass->n_fields = n_fields;

  /* GObject does not let a class inherit these two. */
  G_OBJECT_CLASS (klass)->get_property = gf_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = gf_record_set_property;

  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, pspec_for_field (&fields[i]));
}

/**
 * gf_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its id; NULL for a record that was never in a list
 */
const char *
gf_record_get_id (GfRecord *self)
{
  g_return_val_if_fail (GF_IS_RECORD (self), NULL);

  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  return priv->id;
}

/**
 * gf_record_set_id:
 * @self: a record that nothing refers to yet
 * @id: (nullable): an id that no sibling has
 *
 * Names a record by hand, as the sample and the file do.
 */
void
gf_record_set_id (GfRecord   *self,
                  const char *id)
{
  g_return_if_fail (GF_IS_RECORD (self));

  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  if (g_set_str (&priv->id, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * gf_record_get_parent:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the record that holds it, NULL for the root or a loose one
 */
GfRecord *
gf_record_get_parent (GfRecord *self)
{
  g_return_val_if_fail (GF_IS_RECORD (self), NULL);

  GfRecordPrivate *priv = gf_record_get_instance_private (self);

  return priv->parent;
}

static guint
index_of_field (GfRecord   *self,
                const char *name)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), name);

  if (G_UNLIKELY (pspec == NULL || pspec->owner_type == GF_TYPE_RECORD))
    g_error ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);

  return pspec->param_id - 1;
}

#define DEFINE_SCALAR(kind, CType, GTypeId, getter, setter)                          \
  CType                                                                              \
  gf_record_get_##kind (GfRecord   *self,                                            \
                        const char *field)                                           \
  {                                                                                  \
    return getter (gf_record_peek_value (self, index_of_field (self, field)));       \
  }                                                                                  \
                                                                                     \
  void                                                                               \
  gf_record_set_##kind (GfRecord   *self,                                            \
                        const char *field,                                           \
                        CType       content)                                         \
  {                                                                                  \
    guint index = index_of_field (self, field);                                      \
    g_auto (GValue) value = G_VALUE_INIT;                                            \
                                                                                     \
    g_value_init (&value, G_VALUE_TYPE (gf_record_peek_value (self, index)));        \
    setter (&value, content);                                                        \
    store_value (self, index, &value);                                               \
  }

/* gf_record_get_string() and its siblings read a field by its name, gf_record_set_string() and its
 * siblings write it and tell of it if it changed. A name that the class lacks, or one of another
 * kind, is a programmer's error and ends the program. Strings, string lists, records and lists are
 * (transfer none), never NULL, and valid until the field changes; NULL set to a string empties it. */
DEFINE_SCALAR (string, const char *, G_TYPE_STRING, g_value_get_string, g_value_set_string)
DEFINE_SCALAR (boolean, gboolean, G_TYPE_BOOLEAN, g_value_get_boolean, g_value_set_boolean)
DEFINE_SCALAR (int, gint64, G_TYPE_INT64, g_value_get_int64, g_value_set_int64)
DEFINE_SCALAR (double, double, G_TYPE_DOUBLE, g_value_get_double, g_value_set_double)
DEFINE_SCALAR (enum, int, G_TYPE_ENUM, g_value_get_enum, g_value_set_enum)
DEFINE_SCALAR (strings, const char * const *, G_TYPE_STRV, g_value_get_boxed, g_value_set_boxed)

gpointer
gf_record_get_record (GfRecord   *self,
                      const char *field)
{
  return g_value_get_object (gf_record_peek_value (self, index_of_field (self, field)));
}

GListStore *
gf_record_get_list (GfRecord   *self,
                    const char *field)
{
  return g_value_get_object (gf_record_peek_value (self, index_of_field (self, field)));
}

/**
 * gf_record_list_find:
 * @list: a list of records
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record of that id; NULL if there is none
 */
gpointer
gf_record_list_find (GListModel *list,
                     const char *id)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (list), NULL);

  if (id == NULL || *id == '\0')
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfRecord) record = g_list_model_get_item (list, i);

      if (g_strcmp0 (gf_record_get_id (record), id) == 0)
        return record;   /* the list keeps it alive */
    }

  return NULL;
}

/**
 * gf_record_list_remove:
 * @list: a list of records
 * @record: (nullable): one of them
 *
 * Takes a record out of its list.
 *
 * Returns: whether it was there
 */
gboolean
gf_record_list_remove (GListStore *list,
                       gpointer    record)
{
  guint position;

  g_return_val_if_fail (G_IS_LIST_STORE (list), FALSE);

  if (record == NULL || !g_list_store_find (list, record, &position))
    return FALSE;

  g_list_store_remove (list, position);

  return TRUE;
}

/**
 * gf_record_list_move:
 * @list: a list of records
 * @from: where the record is
 * @to: where it shall be
 *
 * Moves a record within its list; positions outside the list do nothing.
 */
void
gf_record_list_move (GListStore *list,
                     guint       from,
                     guint       to)
{
  g_return_if_fail (G_IS_LIST_STORE (list));

  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (from >= n || to >= n || from == to)
    return;

  guint low = MIN (from, to);
  guint span = MAX (from, to) - low + 1;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < span; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), low + i));

  gpointer moved = g_ptr_array_steal_index (items, from - low);
  g_ptr_array_insert (items, (int) (to - low), moved);

  g_list_store_splice (list, low, span, items->pdata, items->len);
}
