/**
 * How many rows a page shows at most of what grows with the catalogue. A page of a list is about as long as
 * today's; the tables of a chapter lead to the list.
 */
export const MOST_ROWS = {
  limits: 500,
  searches: 150,
  references: 300,
  planes: 100,
  experiments: 150,
  models: 50,
  /** Improvements of combined limits by date. */
  changes: 250,
  /** Searches in the table of a portal, the newest. */
  glance: 60,
  /** Planes in a table of a chapter, the leading ones. */
  chapterPlanes: 40,
  /** Searches without public numbers, in a chapter. */
  wanted: 30,
} as const;
