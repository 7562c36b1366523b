/** What the worker of a build is told about it. All paths are below the root of the site. */
export interface BuildFacts {
  readonly build: string;
  /** Date of the content, YYYY-MM-DD. */
  readonly date: string;
  /** What is saved from the start, so that there is a page to show without a network. */
  readonly shell: readonly string[];
  /** Files named by their content that belong to it; a folder ends in a slash. */
  readonly named: readonly string[];
}

/** A file of a build. Only of files whose name is the same in every build the digest is needed. */
export type ListedFile = readonly [path: string, bytes: number, digest?: string];

/** Digits of a digest in a list: enough to tell two builds' files apart, and little to load. */
export const LIST_DIGITS = 12;

/** What can be saved at once. */
export interface Portion {
  /** Path of its list. */
  readonly list: string;
  readonly files: number;
  readonly bytes: number;
}

/** What is known of the build that is served now, at one address in every build. */
export interface CurrentBuild {
  readonly build: string;
  readonly date: string;
  /** Everything needed to read, look up, search and recompute. */
  readonly pages: Portion;
  /** What is there to be taken away besides. */
  readonly data: Portion;
}

/** Where that stands below the root. */
export const CURRENT_FILE = 'about/offline/current.json';

/** The page that says what is saved, below the root. */
export const OFFLINE_PAGE = 'about/offline/';

/** Under this path below the root the worker's cache says how much of a build was saved. */
export const SAVED_MARK = 'about/offline/saved.json';

export type Extent = 'pages' | 'all';

/** What a reader asked to be saved of a build. */
export interface SavedMark {
  readonly extent: Extent;
  readonly isDone: boolean;
}

/** True for the file of a build, by its path below the root. */
export const isOfBuild = ({ named }: Pick<BuildFacts, 'named'>, path: string): boolean =>
  named.some((name) => (name.endsWith('/') ? path.startsWith(name) : path === name));
