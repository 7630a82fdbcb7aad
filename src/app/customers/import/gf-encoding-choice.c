/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding-choice.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *group;
  const char *encodings[8];
} Group;

/* IANA names, the usual ones of each script first. */
static const Group groups[] = {
  { N_("Unicode"), { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8 (twice)" } },
  { N_("Western"), { "windows-1252", "ISO-8859-1", "ISO-8859-15", "macintosh", "IBM850" } },
  { N_("Central European"), { "windows-1250", "ISO-8859-2", "IBM852" } },
  { N_("Baltic"), { "windows-1257", "ISO-8859-4", "ISO-8859-13" } },
  { N_("Cyrillic"), { "windows-1251", "KOI8-R", "KOI8-U", "ISO-8859-5", "IBM866" } },
  { N_("Greek"), { "windows-1253", "ISO-8859-7" } },
  { N_("Turkish"), { "windows-1254", "ISO-8859-9" } },
  { N_("Hebrew"), { "windows-1255", "ISO-8859-8" } },
  { N_("Arabic"), { "windows-1256", "ISO-8859-6" } },
  { N_("Vietnamese"), { "windows-1258", "VISCII" } },
  { N_("Thai"), { "TIS-620", "ISO-8859-11" } },
  { N_("Japanese"), { "Shift_JIS", "EUC-JP", "ISO-2022-JP" } },
  { N_("Chinese"), { "GB18030", "Big5", "EUC-TW" } },
  { N_("Korean"), { "EUC-KR", "ISO-2022-KR" } },
};

static int
find_group (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < G_N_ELEMENTS (groups[i].encodings) && groups[i].encodings[j] != NULL; j++)
      if (g_ascii_strcasecmp (groups[i].encodings[j], encoding) == 0)
        return (int) i;

  return (int) G_N_ELEMENTS (groups);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  int x = find_group (gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer) a)));
  int y = find_group (gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer) b)));

  return x < y ? GTK_ORDERING_SMALLER : x > y ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  GtkStringObject *item = gtk_list_header_get_item (header);
  guint group = (guint) find_group (gtk_string_object_get_string (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       group < G_N_ELEMENTS (groups) ? _(groups[group].group) : _("Other"));
}

/**
 * gf_encoding_choice_new:
 *
 * Returns: (transfer floating): a #GtkDropDown of encodings
 */
GtkWidget *
gf_encoding_choice_new (void)
{
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkSortListModel *sorted;
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < G_N_ELEMENTS (groups[i].encodings) && groups[i].encodings[j] != NULL; j++)
      gtk_string_list_append (list, groups[i].encodings[j]);

  sorted = gtk_sort_list_model_new (G_LIST_MODEL (list), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL)));
  choice = gtk_drop_down_new (G_LIST_MODEL (sorted),
                              gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_drop_down_set_header_factory (GTK_DROP_DOWN (choice), headers);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (choice), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);

  return choice;
}

/**
 * gf_encoding_choice_get:
 * @choice: a choice made by gf_encoding_choice_new()
 *
 * Returns: (transfer none): the name of the encoding
 */
const char *
gf_encoding_choice_get (GtkDropDown *choice)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/**
 * gf_encoding_choice_set:
 * @choice: a choice made by gf_encoding_choice_new()
 * @encoding: the name of an encoding
 *
 * Shows it; one that is not there yet is added.
 */
void
gf_encoding_choice_set (GtkDropDown *choice,
                        const char  *encoding)
{
  GListModel *sorted = gtk_drop_down_get_model (choice);
  GListModel *list = gtk_sort_list_model_get_model (GTK_SORT_LIST_MODEL (sorted));

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (sorted); i++)
        {
          g_autoptr (GtkStringObject) item = g_list_model_get_item (sorted, i);

          if (g_ascii_strcasecmp (gtk_string_object_get_string (item), encoding) == 0)
            {
              gtk_drop_down_set_selected (choice, i);
              return;
            }
        }
      gtk_string_list_append (GTK_STRING_LIST (list), encoding);
    }
}
