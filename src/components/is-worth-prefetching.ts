/** What a browser tells of its connection, where it tells anything. */
export interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/**
 * Whether a page may be loaded before it is asked for: another page of this site, whose address ends in a slash,
 * and a connection that is neither slow nor paid by the byte.
 */
export function isWorthPrefetching(to: URL, here: URL, connection?: Connection): boolean {
  if (connection?.saveData === true || connection?.effectiveType?.includes('2g') === true)
    return false;
  return to.origin === here.origin && to.pathname.endsWith('/') && to.pathname !== here.pathname;
}
