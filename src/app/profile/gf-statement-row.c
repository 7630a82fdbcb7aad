/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-statement-row.h"

#include "gf-evidence-popover.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-grade.h"
#include "gf-growing-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GfStatementRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *grade;
  GtkText *label;
  GtkText *lead;
  GtkTextView *quote;
  GtkText *speaker;
  GtkTextView *text;
  AdwWrapBox *chips;
  GtkMenuButton *menu;

  /* Owned */
  GfProfileSection *section;
  GfStatement *statement;

  GtkWidget *link;   /* the chip that links evidence; owned by the chips */
};

G_DEFINE_FINAL_TYPE (GfStatementRow, gf_statement_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
icon_of (GfEvidenceKind kind)
{
  switch (kind)
    {
    case GF_EVIDENCE_CUSTOMERS:
      return "gf-customers-symbolic";
    case GF_EVIDENCE_INTERVIEWS:
      return "gf-quote-symbolic";
    case GF_EVIDENCE_MARKET:
      return "gf-market-symbolic";
    case GF_EVIDENCE_DEALS:
    case GF_EVIDENCE_OWN:
    default:
      return "gf-document-symbolic";
    }
}

static const char *
place_of (GfEvidenceKind kind)
{
  switch (kind)
    {
    case GF_EVIDENCE_CUSTOMERS:
      return "customers/findings";
    case GF_EVIDENCE_INTERVIEWS:
      return "interviews";
    case GF_EVIDENCE_MARKET:
      return "market";
    case GF_EVIDENCE_DEALS:
    case GF_EVIDENCE_OWN:
    default:
      return NULL;
    }
}

static char *
dup_chip_text (GfEvidence *evidence)
{
  gint64 count = gf_evidence_get_count (evidence);
  gint64 of = gf_evidence_get_of (evidence);

  if (of == 0)
    return g_strdup (gf_evidence_get_text (evidence));

  g_autofree char *part = gf_format_count ((guint64) count);
  g_autofree char *whole = gf_format_count ((guint64) of);

  if (gf_evidence_get_kind (evidence) == GF_EVIDENCE_INTERVIEWS)
    return g_strdup_printf (ngettext ("%s of %s person", "%s of %s people", (gulong) of), part, whole);

  return g_strdup_printf (ngettext ("%s of %s customer", "%s of %s customers", (gulong) of), part, whole);
}

static void
unlink_cb (GfStatementRow *self,
           GtkWidget      *button)
{
  GfEvidence *evidence = g_object_get_data (G_OBJECT (button), "evidence");

  gf_record_list_remove (gf_statement_get_evidence (self->statement), evidence);
  gf_toast_undo (GTK_WIDGET (self), _("Evidence removed"));
}

static GtkWidget *
make_chip (GfStatementRow *self,
           GfEvidence     *evidence)
{
  g_autofree char *text = dup_chip_text (evidence);
  const char *place = place_of (gf_evidence_get_kind (evidence));
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *open = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *remove_label = g_strdup_printf (_("Remove %s"), text);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_of (gf_evidence_get_kind (evidence)));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (open), content);
  gtk_widget_set_tooltip_text (open, gf_evidence_get_text (evidence));
  gtk_widget_add_css_class (open, "flat");
  if (place != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", place);
    }

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, remove_label);
  g_object_set_data_full (G_OBJECT (remove), "evidence", g_object_ref (evidence), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (unlink_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (chip, "evidence-chip");
  gtk_box_append (GTK_BOX (chip), open);
  gtk_box_append (GTK_BOX (chip), remove);

  return chip;
}

static void
fill_chips (GfStatementRow *self)
{
  GListModel *evidence = G_LIST_MODEL (gf_statement_get_evidence (self->statement));
  guint n = g_list_model_get_n_items (evidence);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->link)
        adw_wrap_box_remove (self->chips, child);
      child = next;
    }

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (GfEvidence) item = g_list_model_get_item (evidence, i - 1);

      adw_wrap_box_prepend (self->chips, make_chip (self, item));
    }
  if (n == 0)
    {
      GtkWidget *none = gtk_label_new (_("No evidence yet"));

      gtk_label_set_wrap (GTK_LABEL (none), TRUE);
      gtk_label_set_xalign (GTK_LABEL (none), 0);
      gtk_widget_add_css_class (none, "chip");
      gtk_widget_add_css_class (none, "attention");
      gtk_widget_add_css_class (none, "caption");
      adw_wrap_box_prepend (self->chips, none);
    }
}

static void
show_grade (GfStatementRow *self)
{
  static const char *classes[] = { "grade-a", "grade-b", "grade-c", "grade-d" };
  GfGrade grade = gf_statement_get_grade (self->statement);
  char letter[2] = { gf_grade_get_letter (grade), '\0' };
  /* Translators: %s is a letter, A to D; then what it says. */
  g_autofree char *words = g_strdup_printf (_("Grade %s, %s"), letter, gf_grade_get_words (grade));

  gtk_label_set_text (self->grade, letter);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == (guint) grade)
      gtk_widget_add_css_class (GTK_WIDGET (self->grade), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->grade), classes[i]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->grade), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grade), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
evidence_changed_cb (GfStatementRow *self)
{
  fill_chips (self);
  show_grade (self);
}

static void
bind_text (GfStatementRow *self,
           const char     *field,
           GtkText        *entry)
{
  g_object_bind_property (self->statement, field, gtk_text_get_buffer (entry), "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
bind_view (GfStatementRow *self,
           const char     *field,
           GtkTextView    *view)
{
  g_object_bind_property (self->statement, field, gtk_text_view_get_buffer (view), "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static gboolean
has (const char *words)
{
  return *words != '\0';
}

/* Which words a line of a section has; those that are there already are always shown. */
static void
show_fields (GfStatementRow *self)
{
  GfSectionKind kind = gf_profile_section_get_kind (self->section);
  gboolean quoted = kind == GF_SECTION_PAINS || kind == GF_SECTION_VOICE;
  gboolean led = kind == GF_SECTION_PEOPLE || kind == GF_SECTION_MISFIT;

  gtk_widget_set_visible (GTK_WIDGET (self->label),
                          kind == GF_SECTION_COMPANY || kind == GF_SECTION_NUMBERS ||
                          has (gf_statement_get_label (self->statement)));
  gtk_widget_set_visible (GTK_WIDGET (self->lead),
                          led || has (gf_statement_get_lead (self->statement)));
  gtk_widget_set_visible (GTK_WIDGET (self->quote), quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->speaker), kind == GF_SECTION_VOICE);
  gtk_widget_set_visible (GTK_WIDGET (self->text),
                          kind != GF_SECTION_VOICE || has (gf_statement_get_text (self->statement)));
}

static guint
get_position (GfStatementRow *self)
{
  guint position = 0;

  g_list_store_find (gf_profile_section_get_statements (self->section), self->statement, &position);

  return position;
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfStatementRow *self = GF_STATEMENT_ROW (widget);
  guint from = get_position (self);

  gf_record_list_move (gf_profile_section_get_statements (self->section), from,
                       g_str_equal (action_name, "row.up") ? from - 1 : from + 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfStatementRow *self = GF_STATEMENT_ROW (widget);
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (widget));

  gf_record_list_remove (gf_profile_section_get_statements (self->section), self->statement);
  gf_toast_undo (list, _("Line removed"));
}

static void
link_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (GF_STATEMENT_ROW (widget)->link));
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  GfStatementRow *self = user_data;

  gtk_menu_button_set_popover (button, gf_evidence_popover_new (self->statement));
}

static void
add_link_chip (GfStatementRow *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->link = gtk_menu_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "gf-link-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Link…"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->link), content);
  gtk_widget_set_tooltip_text (self->link, _("Link Evidence"));
  gtk_widget_add_css_class (self->link, "link-chip");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->link), create_popover_cb, self, NULL);
  adw_wrap_box_append (self->chips, self->link);
}

static void
gf_statement_row_dispose (GObject *object)
{
  GfStatementRow *self = GF_STATEMENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_STATEMENT_ROW);
  g_clear_object (&self->section);
  g_clear_object (&self->statement);

  G_OBJECT_CLASS (gf_statement_row_parent_class)->dispose (object);
}

static void
gf_statement_row_class_init (GfStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_statement_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "row.link", NULL, link_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "row.link", NULL);

  g_type_ensure (GF_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, grade);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, label);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, lead);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, quote);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, text);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, chips);
  gtk_widget_class_bind_template_child (widget_class, GfStatementRow, menu);
}

static void
gf_statement_row_init (GfStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_link_chip (self);
}

/**
 * gf_statement_row_new:
 * @section: a section of a profile
 * @statement: one of its lines
 *
 * Returns: (transfer floating): a row that shows and edits the line
 */
GtkWidget *
gf_statement_row_new (GfProfileSection *section,
                      GfStatement      *statement)
{
  g_return_val_if_fail (GF_IS_PROFILE_SECTION (section) && GF_IS_STATEMENT (statement), NULL);

  GfStatementRow *self = g_object_new (GF_TYPE_STATEMENT_ROW, NULL);

  self->section = g_object_ref (section);
  self->statement = g_object_ref (statement);

  show_fields (self);
  bind_text (self, "label", self->label);
  bind_text (self, "lead", self->lead);
  bind_text (self, "speaker", self->speaker);
  bind_view (self, "quote", self->quote);
  bind_view (self, "text", self->text);
  g_signal_connect_object (gf_statement_get_evidence (statement), "items-changed",
                           G_CALLBACK (evidence_changed_cb), self, G_CONNECT_SWAPPED);
  evidence_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * gf_statement_row_get_statement:
 * @self: a row
 *
 * Returns: (transfer none): the line it shows
 */
GfStatement *
gf_statement_row_get_statement (GfStatementRow *self)
{
  g_return_val_if_fail (GF_IS_STATEMENT_ROW (self), NULL);

  return self->statement;
}

/**
 * gf_statement_row_focus_text:
 * @self: a row
 *
 * Puts the cursor where the words go, as after a line was added.
 */
void
gf_statement_row_focus_text (GfStatementRow *self)
{
  g_return_if_fail (GF_IS_STATEMENT_ROW (self));

  GtkWidget *fields[] = { GTK_WIDGET (self->label), GTK_WIDGET (self->lead),
                          GTK_WIDGET (self->quote), GTK_WIDGET (self->text) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_visible (fields[i]))
      {
        gtk_widget_grab_focus (fields[i]);
        return;
      }
}
