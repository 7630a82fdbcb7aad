/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project-analysis.h"

G_BEGIN_DECLS

/* The story of DataGlyph, an invented maker of reporting software, told by the operations of the library as
 * a person would do it in the window: step by step, each on what the ones before brought out. What can be
 * counted is counted; only what people said and decided is written here.
 *
 *   customers  6 October 2026, the list that generate.py writes
 *   page       version 3 of 14 October 2026, the next review on 14 January 2027
 */
#define SAMPLE_CUSTOMERS_DATE "2026-10-06"
#define SAMPLE_TODAY "2026-10-14"
#define SAMPLE_NEXT_REVIEW "2027-01-14"
#define SAMPLE_OWNER "Mara Lindqvist, Marketing"

#define SAMPLE_TECH "segment-tech"
#define SAMPLE_AGENCIES "segment-agencies"
#define SAMPLE_SCIENCE "segment-science"

void sample_add_people   (GfProject              *project);
void sample_add_market   (GfProject              *project);
void sample_add_map      (GfProject              *project);
void sample_add_segments (GfProject              *project,
                          const GfProjectResults *results);
void sample_add_page     (GfProject              *project,
                          const GfProjectResults *results);
void sample_add_review   (GfProject              *project,
                          const GfProjectResults *results);

GfSegment *sample_find_segment (GfProject  *project,
                                const char *id);

G_END_DECLS
