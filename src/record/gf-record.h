/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A record: one thing of the project (an interview, a criterion, a line of the profile) that
 * describes itself once and gets everything else from here.
 *
 *   A class names its fields in one table:
 *
 *     static const GfField fields[] = {
 *       GF_FIELD_STRING ("company"),
 *       GF_FIELD_ENUM ("kind", gf_interview_kind_get_type, GF_INTERVIEW_HAPPY),
 *       GF_FIELD_LIST ("answers", gf_answer_get_type),
 *     };
 *
 *     static void
 *     gf_interview_class_init (GfInterviewClass *klass)
 *     {
 *       gf_record_class_install_fields (GF_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
 *     }
 *
 *   Each field becomes a GObject property (so that templates can bind to it), a member of the JSON
 *   file in the order of the table, a part of undo, and a source of #GfRecord::changed. Nothing else
 *   has to be edited for a new field.
 *
 *   field     property          JSON                     empty
 *   STRING    string            string                   "" (never NULL)
 *   DATE      string            string, "2026-11-21"     ""
 *   BOOLEAN   boolean           true or false            the default
 *   INT       int64             whole number             the default
 *   DOUBLE    double            number, null for NaN     the default
 *   ENUM      enum              the value's nick         the default
 *   STRINGS   GStrv             array of strings         an empty array (never NULL)
 *   RECORD    the class         object                   a fresh record (never NULL)
 *   LIST      GListStore        array of objects         an empty list (never NULL)
 *
 * The JSON tree is the value of a record, the object its live view: gf_record_apply_json() makes the
 * object equal to a tree, keeps the identity of what stays (records in lists match by id), and so
 * serves load, undo, redo and reload alike. Members that no field names are kept and written back.
 *
 * Records live on the main thread.
 */

#define GF_TYPE_RECORD (gf_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (GfRecord, gf_record, GF, RECORD, GObject)

typedef enum
{
  GF_FIELD_KIND_STRING,
  GF_FIELD_KIND_DATE,
  GF_FIELD_KIND_BOOLEAN,
  GF_FIELD_KIND_INT,
  GF_FIELD_KIND_DOUBLE,
  GF_FIELD_KIND_ENUM,
  GF_FIELD_KIND_STRINGS,
  GF_FIELD_KIND_RECORD,
  GF_FIELD_KIND_LIST,
} GfFieldKind;

typedef struct
{
  const char *name;
  GfFieldKind kind;
  GType (*type) (void);
  double minimum;
  double maximum;
  double initial;
} GfField;

struct _GfRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const GfField *fields;
  guint n_fields;
};

#define GF_FIELD_STRING(name) { (name), GF_FIELD_KIND_STRING, NULL, 0, 0, 0 }
#define GF_FIELD_DATE(name) { (name), GF_FIELD_KIND_DATE, NULL, 0, 0, 0 }
#define GF_FIELD_BOOLEAN(name, initial) { (name), GF_FIELD_KIND_BOOLEAN, NULL, 0, 1, (initial) }
#define GF_FIELD_INT(name, min, max, initial) { (name), GF_FIELD_KIND_INT, NULL, (min), (max), (initial) }
#define GF_FIELD_DOUBLE(name, min, max, initial) { (name), GF_FIELD_KIND_DOUBLE, NULL, (min), (max), (initial) }
#define GF_FIELD_ENUM(name, type, initial) { (name), GF_FIELD_KIND_ENUM, (type), 0, 0, (initial) }
#define GF_FIELD_STRINGS(name) { (name), GF_FIELD_KIND_STRINGS, NULL, 0, 0, 0 }
#define GF_FIELD_RECORD(name, type) { (name), GF_FIELD_KIND_RECORD, (type), 0, 0, 0 }
#define GF_FIELD_LIST(name, type) { (name), GF_FIELD_KIND_LIST, (type), 0, 0, 0 }

#define GF_RECORD_ERROR (gf_record_error_quark ())
GQuark gf_record_error_quark (void);

typedef enum
{
  GF_RECORD_ERROR_WRONG_TYPE,
  GF_RECORD_ERROR_BAD_VALUE,
  GF_RECORD_ERROR_DUPLICATE_ID,
} GfRecordError;

void         gf_record_class_install_fields (GfRecordClass  *klass,
                                             const GfField  *fields,
                                             guint           n_fields);

const char  *gf_record_get_id               (GfRecord       *self);
void         gf_record_set_id               (GfRecord       *self,
                                             const char     *id);
GfRecord    *gf_record_get_parent           (GfRecord       *self);

const char  *gf_record_get_string           (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_string           (GfRecord       *self,
                                             const char     *field,
                                             const char     *value);
gboolean     gf_record_get_boolean          (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_boolean          (GfRecord       *self,
                                             const char     *field,
                                             gboolean        value);
gint64       gf_record_get_int              (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_int              (GfRecord       *self,
                                             const char     *field,
                                             gint64          value);
double       gf_record_get_double           (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_double           (GfRecord       *self,
                                             const char     *field,
                                             double          value);
int          gf_record_get_enum             (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_enum             (GfRecord       *self,
                                             const char     *field,
                                             int             value);
const char * const *
             gf_record_get_strings          (GfRecord       *self,
                                             const char     *field);
void         gf_record_set_strings          (GfRecord       *self,
                                             const char     *field,
                                             const char * const *value);
gpointer     gf_record_get_record           (GfRecord       *self,
                                             const char     *field);
GListStore  *gf_record_get_list             (GfRecord       *self,
                                             const char     *field);

JsonNode    *gf_record_to_json              (GfRecord       *self);
gboolean     gf_record_check_json           (GType           type,
                                             JsonNode       *node,
                                             GPtrArray      *problems);
gboolean     gf_record_apply_json           (GfRecord       *self,
                                             JsonNode       *node,
                                             GError        **error);
gpointer     gf_record_copy                 (GfRecord       *self);

gpointer     gf_record_list_find            (GListModel     *list,
                                             const char     *id);
gboolean     gf_record_list_remove          (GListStore     *list,
                                             gpointer        record);
void         gf_record_list_move            (GListStore     *list,
                                             guint           from,
                                             guint           to);

/* Typed accessors for one field, for a class's header: GF_RECORD_STRING (GfInterview, gf_interview,
 * company, "company") defines gf_interview_get_company() and gf_interview_set_company(). They read
 * and write the property of that name, own nothing, and return what gf_record_get_string() and its
 * siblings return. */
#define GF_RECORD_ACCESSORS(Type, prefix, name, field, CType, kind)                 \
  G_GNUC_UNUSED static inline CType prefix##_get_##name (Type *self)                \
  { return gf_record_get_##kind ((GfRecord *) self, field); }                       \
  G_GNUC_UNUSED static inline void prefix##_set_##name (Type *self, CType value)    \
  { gf_record_set_##kind ((GfRecord *) self, field, value); }

#define GF_RECORD_STRING(Type, prefix, name, field) \
  GF_RECORD_ACCESSORS (Type, prefix, name, field, const char *, string)
#define GF_RECORD_BOOLEAN(Type, prefix, name, field) \
  GF_RECORD_ACCESSORS (Type, prefix, name, field, gboolean, boolean)
#define GF_RECORD_INT(Type, prefix, name, field) \
  GF_RECORD_ACCESSORS (Type, prefix, name, field, gint64, int)
#define GF_RECORD_DOUBLE(Type, prefix, name, field) \
  GF_RECORD_ACCESSORS (Type, prefix, name, field, double, double)
#define GF_RECORD_STRINGS(Type, prefix, name, field) \
  GF_RECORD_ACCESSORS (Type, prefix, name, field, const char * const *, strings)
#define GF_RECORD_ENUM(Type, prefix, name, field, EnumType)                         \
  G_GNUC_UNUSED static inline EnumType prefix##_get_##name (Type *self)             \
  { return (EnumType) gf_record_get_enum ((GfRecord *) self, field); }              \
  G_GNUC_UNUSED static inline void prefix##_set_##name (Type *self, EnumType value) \
  { gf_record_set_enum ((GfRecord *) self, field, (int) value); }
#define GF_RECORD_RECORD(Type, prefix, name, field, RecordType)                     \
  G_GNUC_UNUSED static inline RecordType *prefix##_get_##name (Type *self)          \
  { return (RecordType *) gf_record_get_record ((GfRecord *) self, field); }
#define GF_RECORD_LIST(Type, prefix, name, field)                                   \
  G_GNUC_UNUSED static inline GListStore *prefix##_get_##name (Type *self)          \
  { return gf_record_get_list ((GfRecord *) self, field); }

/* The whole body of a record class that has fields and no behaviour of its own. */
#define GF_DEFINE_RECORD(Type, prefix, fields)                                      \
  struct _##Type { GfRecord parent_instance; };                                     \
  G_DEFINE_FINAL_TYPE (Type, prefix, GF_TYPE_RECORD)                                \
  static void prefix##_class_init (Type##Class *klass)                              \
  { gf_record_class_install_fields (GF_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields)); } \
  static void prefix##_init (Type *self) { }                                        \
  Type *prefix##_new (void) { return g_object_new (prefix##_get_type (), NULL); }

#define GF_DECLARE_RECORD(Type, prefix, MODULE, NAME)                               \
  G_DECLARE_FINAL_TYPE (Type, prefix, MODULE, NAME, GfRecord)                       \
  Type *prefix##_new (void);

/* An enum of a record field: GF_DEFINE_ENUM (GfKind, gf_kind, { VALUE, "VALUE", "nick" }, ...). */
#define GF_DEFINE_ENUM(Type, prefix, ...)                                           \
  GType prefix##_get_type (void)                                                    \
  {                                                                                 \
    static gsize id = 0;                                                            \
    if (g_once_init_enter (&id))                                                    \
      {                                                                             \
        static const GEnumValue values[] = { __VA_ARGS__, { 0, NULL, NULL } };      \
        g_once_init_leave (&id, g_enum_register_static (#Type, values));            \
      }                                                                             \
    return id;                                                                      \
  }

G_END_DECLS
