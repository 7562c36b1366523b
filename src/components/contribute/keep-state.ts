/** Longest text kept: browsers give a site a few megabytes in all. */
const LONGEST = 2_000_000;

/** Where the form keeps what was entered; a browser that refuses storage loses only that. */
export interface Keeper {
  readonly read: () => unknown;
  /** False where it could not be kept. */
  readonly write: (state: unknown) => boolean;
  readonly clear: () => void;
}

/**
 * Keeps one value under a key.
 * @param find gives the storage; it may throw, as browsers do that refuse it
 */
export function makeKeeper(key: string, find: () => Storage): Keeper {
  return {
    read: () => {
      try {
        return JSON.parse(find().getItem(key) ?? 'null') as unknown;
      } catch {
        return undefined;
      }
    },
    write: (state) => {
      try {
        const text = JSON.stringify(state);
        if (text.length > LONGEST) return false;
        find().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    clear: () => {
      try {
        find().removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
