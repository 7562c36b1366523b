import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostSettings } from '../core/hosting/header-rules.ts';
import { writeHeadersFile } from '../core/hosting/write-headers-file.ts';
import { writeHtaccess } from '../core/hosting/write-htaccess.ts';
import { listFiles } from './release/list-files.ts';

/**
 * Writes into a built site what hosts read from there: `_headers` (Netlify, Cloudflare Pages) and `.htaccess`
 * (Apache). Other hosts serve them like any file, or hide them, and nothing secret is in them.
 */
export async function writeHostFiles(site: string, settings: HostSettings): Promise<void> {
  const files = await listFiles(site);
  await writeFile(join(site, '_headers'), writeHeadersFile(settings, files));
  await writeFile(join(site, '.htaccess'), writeHtaccess(settings));
}
