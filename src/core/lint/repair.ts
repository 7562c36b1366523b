/**
 * A mechanical repair, as plain data so that findings can be kept and printed. It changes the file of its
 * message, and what accounts for it; digits never change.
 */
export type Repair =
  /** Byte order mark, carriage returns, blanks at the ends of lines, line feed at the end of the file. */
  | { readonly kind: 'plain-text' }
  /** Blanks around the cells of a CSV. */
  | { readonly kind: 'trim-cells' }
  /** First point of an open ring again. */
  | { readonly kind: 'close-rings' }
  /** Segments or rings counted 1, 2, 3, … */
  | { readonly kind: 'number-parts' }
  /** Rows of a part whose masses descend throughout, the other way round. */
  | { readonly kind: 'reverse-parts' }
  /** Entries by key, fields in their order. */
  | { readonly kind: 'normalise-references' }
  /** Exceptions by rule, file and finding. */
  | { readonly kind: 'sort-exceptions' }
  /** The limit among those of the search that it names; `file` is that of the search. */
  | { readonly kind: 'list-limit'; readonly file: string; readonly limit: string };
