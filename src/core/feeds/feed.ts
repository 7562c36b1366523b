/** What a feed tells, whatever the format. All texts are plain, all times RFC 3339 in UTC. */
export interface Feed {
  /** An IRI that stays the same wherever the site is served. */
  readonly id: string;
  readonly title: string;
  /** What is in it and, where something is missing, what and why. */
  readonly subtitle: string;
  /** The page that tells the same to readers. */
  readonly url: string;
  /** Where the feed itself is, in both formats. */
  readonly atomUrl: string;
  readonly jsonUrl: string;
  readonly updated: string;
  /** Who made the feed. */
  readonly author: string;
  readonly rights: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
  /** Not before `published`. */
  readonly updated: string;
  readonly summary: string;
  /** Authors of the paper; empty where none is known. */
  readonly authors: readonly string[];
  readonly categories: readonly FeedCategory[];
}

export interface FeedCategory {
  /** Id of a portal or of a plane. */
  readonly term: string;
  readonly label: string;
  /** The list the term is of, an address. */
  readonly scheme: string;
}
