/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-rule-card.h"

#include "gf-finding-words.h"
#include "gf-popover-search.h"

#include <glib/gi18n-lib.h>

/* A longer list is found by searching. */
#define MAX_CANDIDATES 60
#define POPOVER_WIDTH 300
#define POPOVER_HEIGHT 340

struct _GfRuleCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *bottom;
  AdwWrapBox *chips;
  GtkMenuButton *add;
  AdwSplitButton *make;

  /* Owned references */
  GPtrArray *selectors;
  GListModel *candidates;
  GfTable *table;
  const char *chip_class;
  GPtrArray *parts;      /* the chips and the words between them, which belong to the box */
};

G_DEFINE_FINAL_TYPE (GfRuleCard, gf_rule_card, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
copy_selectors (GPtrArray *selectors)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  for (guint i = 0; selectors != NULL && i < selectors->len; i++)
    g_ptr_array_add (copy, gf_selector_ref (selectors->pdata[i]));

  return copy;
}

static gboolean
has_column (GfRuleCard *self,
            const char *column)
{
  for (guint i = 0; i < self->selectors->len; i++)
    if (g_str_equal (gf_selector_get_column (self->selectors->pdata[i]), column))
      return TRUE;

  return FALSE;
}

/* --- Choosing a condition: to add one, or to put in the place of another of the same column --- */

typedef struct
{
  GfRuleCard *card;       /* holds the button, and with it this */
  int place;              /* of the chip, -1 to add */
  GtkListBox *list;
  GtkEditable *search;
} Chooser;

static void
chosen_cb (GtkListBox    *list,
           GtkListBoxRow *row,
           Chooser       *chooser)
{
  GfSelector *selector = g_object_get_data (G_OBJECT (row), "selector");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  GfRuleCard *self = chooser->card;
  g_autoptr (GPtrArray) edited = copy_selectors (self->selectors);

  if (chooser->place < 0)
    {
      g_ptr_array_add (edited, gf_selector_ref (selector));
    }
  else if ((guint) chooser->place < edited->len)
    {
      gf_selector_unref (edited->pdata[chooser->place]);
      edited->pdata[chooser->place] = gf_selector_ref (selector);
    }

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (self, signals[EDITED], 0, edited);
}

static gboolean
fits (Chooser    *chooser,
      GfSelector *selector)
{
  GfRuleCard *self = chooser->card;
  const char *column = gf_selector_get_column (selector);

  if (chooser->place < 0)
    return !has_column (self, column);

  return (guint) chooser->place < self->selectors->len &&
         g_str_equal (gf_selector_get_column (self->selectors->pdata[chooser->place]), column) &&
         !gf_selector_equal (self->selectors->pdata[chooser->place], selector);
}

static GtkWidget *
create_candidate (GfFinding  *finding,
                  GfSelector *selector,
                  GfTable    *table)
{
  g_autofree char *text = gf_selector_describe (selector, table);
  g_autofree char *counts = gf_finding_dup_counts (finding);
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), text, counts);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *count = gtk_label_new (counts);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "selector", gf_selector_ref (selector), (GDestroyNotify) gf_selector_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
fill_chooser (Chooser *chooser)
{
  GfRuleCard *self = chooser->card;
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (chooser->search), -1);
  guint n = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;
  guint n_shown = 0;

  gtk_list_box_remove_all (chooser->list);
  for (guint i = 0; i < n && n_shown < MAX_CANDIDATES; i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (self->candidates, i);
      GfSelector *selector = gf_finding_get_selector (finding, 0);
      g_autofree char *text = gf_selector_describe (selector, self->table);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (!fits (chooser, selector) || strstr (folded, needle) == NULL)
        continue;

      gtk_list_box_append (chooser->list, create_candidate (finding, selector, self->table));
      n_shown++;
    }
}

static void
shown_cb (Chooser *chooser)
{
  gtk_editable_set_text (chooser->search, "");
  fill_chooser (chooser);
  gtk_widget_grab_focus (GTK_WIDGET (chooser->search));
}

static void
activate_first_cb (Chooser *chooser)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (chooser->list, 0);

  if (row != NULL)
    chosen_cb (chooser->list, row, chooser);
}

static GtkWidget *
create_chooser (GfRuleCard *self,
                int         place)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_("No other condition"));
  Chooser *chooser = g_new0 (Chooser, 1);

  chooser->card = self;
  chooser->place = place;
  chooser->search = GTK_EDITABLE (gtk_search_entry_new ());
  chooser->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (chooser->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_widget_set_margin_top (empty, 12);
  gtk_widget_set_margin_bottom (empty, 12);
  gtk_list_box_set_placeholder (chooser->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (chooser->list), "navigation-sidebar");
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (chooser->search), _("Search conditions"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (chooser->list));
  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chooser->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  g_object_set_data_full (G_OBJECT (popover), "chooser", chooser, g_free);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), chooser);
  g_signal_connect_swapped (chooser->search, "search-changed", G_CALLBACK (fill_chooser), chooser);
  g_signal_connect_swapped (chooser->search, "activate", G_CALLBACK (activate_first_cb), chooser);
  gf_popover_search_closes (GTK_SEARCH_ENTRY (chooser->search));
  g_signal_connect (chooser->list, "row-activated", G_CALLBACK (chosen_cb), chooser);

  return popover;
}

/* --- The chips --- */

static void
remove_cb (GfRuleCard *self,
           GtkWidget  *button)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  g_autoptr (GPtrArray) edited = copy_selectors (self->selectors);

  if (place < edited->len)
    g_ptr_array_remove_index (edited, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  g_signal_emit (self, signals[EDITED], 0, edited);
}

static GtkWidget *
create_chip (GfRuleCard *self,
             guint       place)
{
  g_autofree char *text = gf_selector_describe (self->selectors->pdata[place], self->table);
  /* Translators: the button on a chip: "Remove Department: Marketing" */
  g_autofree char *remove_name = g_strdup_printf (_("Remove %s"), text);
  /* Translators: the button on a chip: "Change Department: Marketing" */
  g_autofree char *change_name = g_strdup_printf (_("Change %s"), text);
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "css-name", "gfchip", "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, self->chip_class);
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_chooser (self, (int) place));
  gtk_widget_set_tooltip_text (button, change_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, change_name, -1);
  gtk_box_append (GTK_BOX (chip), button);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, remove_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
  g_object_set_data (G_OBJECT (remove), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), remove);

  return chip;
}

static void
take_part (GfRuleCard *self,
           GtkWidget  *part)
{
  GtkWidget *before = self->parts->len > 0 ? g_ptr_array_index (self->parts, self->parts->len - 1) : NULL;

  adw_wrap_box_insert_child_after (self->chips, part, before);
  g_ptr_array_add (self->parts, part);
}

static void
fill_chips (GfRuleCard *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->parts, i));
  g_ptr_array_set_size (self->parts, 0);

  for (guint i = 0; i < self->selectors->len; i++)
    {
      if (i > 0)
        {
          /* Translators: between two conditions that hold together */
          GtkWidget *joint = gtk_label_new (C_("conditions", "and"));

          gtk_widget_add_css_class (joint, "dimmed");
          take_part (self, joint);
        }
      take_part (self, create_chip (self, i));
    }
}

static void
gf_rule_card_dispose (GObject *object)
{
  GfRuleCard *self = GF_RULE_CARD (object);

  if (self->parts != NULL)
    g_ptr_array_set_size (self->parts, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_RULE_CARD);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->selectors, g_ptr_array_unref);
  g_clear_object (&self->candidates);
  g_clear_pointer (&self->table, gf_table_unref);

  G_OBJECT_CLASS (gf_rule_card_parent_class)->dispose (object);
}

static void
gf_rule_card_class_init (GfRuleCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_rule_card_dispose;

  /**
   * GfRuleCard::edited:
   * @selectors: (element-type GfSelector): the conditions as the user wants them
   *
   * A condition was added, changed or removed.
   */
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-rule-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, title);
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, bottom);
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, chips);
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, add);
  gtk_widget_class_bind_template_child (widget_class, GfRuleCard, make);
}

static void
gf_rule_card_init (GfRuleCard *self)
{
  self->parts = g_ptr_array_new ();
  self->selectors = copy_selectors (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_popover (self->add, create_chooser (self, -1));
}

/**
 * gf_rule_card_set_words:
 * @title: the headline
 * @sentence: what it means, with counts
 *
 * Says what the rule says.
 */
void
gf_rule_card_set_words (GfRuleCard *self,
                        const char *title,
                        const char *sentence)
{
  g_return_if_fail (GF_IS_RULE_CARD (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->sentence, sentence);
}

/**
 * gf_rule_card_set_rule:
 * @selectors: (element-type GfSelector): the conditions
 * @table: (nullable): the customers
 * @bad: whether it is a rule about bad fits
 *
 * Shows the conditions.
 */
void
gf_rule_card_set_rule (GfRuleCard *self,
                       GPtrArray  *selectors,
                       GfTable    *table,
                       gboolean    bad)
{
  const char *chip_class = bad ? "bad" : "best";
  gboolean same;

  g_return_if_fail (GF_IS_RULE_CARD (self));

  same = self->table == table && self->selectors->len == selectors->len && self->chip_class == chip_class;
  for (guint i = 0; same && i < selectors->len; i++)
    same = gf_selector_equal (self->selectors->pdata[i], selectors->pdata[i]);
  if (same)
    return;

  g_ptr_array_unref (self->selectors);
  self->selectors = copy_selectors (selectors);
  if (table != NULL)
    gf_table_ref (table);
  g_clear_pointer (&self->table, gf_table_unref);
  self->table = table;
  self->chip_class = chip_class;
  fill_chips (self);
}

/**
 * gf_rule_card_set_candidates:
 * @candidates: (nullable) (element-type GfFinding): single traits that may become conditions
 *
 * Sets what the user can choose from.
 */
void
gf_rule_card_set_candidates (GfRuleCard *self,
                             GListModel *candidates)
{
  g_return_if_fail (GF_IS_RULE_CARD (self));

  g_set_object (&self->candidates, candidates);
}

/**
 * gf_rule_card_set_menu:
 * @menu: what else can be done with the rule
 *
 * Sets the menu beside the button.
 */
void
gf_rule_card_set_menu (GfRuleCard *self,
                       GMenuModel *menu)
{
  g_return_if_fail (GF_IS_RULE_CARD (self));

  adw_split_button_set_menu_model (self->make, menu);
}

/**
 * gf_rule_card_set_narrow:
 * @narrow: whether the window is as narrow as a phone
 *
 * Puts the button below the chips.
 */
void
gf_rule_card_set_narrow (GfRuleCard *self,
                         gboolean    narrow)
{
  g_return_if_fail (GF_IS_RULE_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bottom),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_valign (GTK_WIDGET (self->chips), narrow ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

/**
 * gf_rule_card_get_button:
 *
 * Returns: (transfer none): the button that makes a segment
 */
GtkWidget *
gf_rule_card_get_button (GfRuleCard *self)
{
  g_return_val_if_fail (GF_IS_RULE_CARD (self), NULL);

  return GTK_WIDGET (self->make);
}
