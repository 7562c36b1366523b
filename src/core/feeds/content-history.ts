/** A commit as far as dates go. */
export interface Moment {
  /** When it was committed, RFC 3339 in UTC. */
  readonly time: string;
  readonly commit: string;
}

/** What the history of the repository says of one file of the content. */
export interface FileHistory {
  /** The path it first had, which renaming does not change. */
  readonly origin: string;
  /** When it came in; absent where the history does not reach back to it. */
  readonly added?: Moment;
  /** When it was last changed, or came in; absent where that was before the history begins. */
  readonly changed?: Moment;
}

/** When the files of the content came in and changed, by path relative to the content folder. */
export interface ContentHistory {
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Why some dates are not known; absent where every committed file has its own. */
  readonly gap?: 'no-history' | 'shallow';
}
