import { CURRENT_FILE, type CurrentBuild } from '../../core/offline/build-facts.ts';

/**
 * The build that is served now.
 * @throws where it does not answer
 */
export async function readCurrent(root: string): Promise<CurrentBuild> {
  const response = await fetch(root + CURRENT_FILE, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${CURRENT_FILE}: ${String(response.status)}`);
  return (await response.json()) as CurrentBuild;
}
