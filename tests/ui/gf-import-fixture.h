/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-sheet.h"
#include "gf-ui-test.h"

G_BEGIN_DECLS

/* A list of customers in a file of a folder of its own, on the import sheet of a new project. */
typedef struct
{
  GfWindow *window;
  char *path;
  GfImportSheet *sheet;
} GfImportFixture;

char      *import_make_list    (char             separator);
void       import_open         (GfImportFixture *self,
                                const char      *text,
                                int              width);
void       import_open_bytes   (GfImportFixture *self,
                                const char      *name,
                                GBytes          *bytes,
                                int              width);
void       import_open_next    (GfImportFixture *self,
                                const char      *name,
                                GBytes          *bytes);
GFile     *import_write_beside (GfImportFixture *self,
                                const char      *name,
                                const char      *text);
void       import_close        (GfImportFixture *self);

GtkWidget *import_find         (GfImportFixture *self,
                                GType            type,
                                const char      *text);
void       import_accept       (GfImportFixture *self,
                                const char      *button);
GfTable   *import_table        (GfImportFixture *self);
void       import_picture      (GfImportFixture *self,
                                const char      *name);

G_END_DECLS
