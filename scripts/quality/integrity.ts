import { readFile } from 'node:fs/promises';
import type { Inspection, PageFault } from '../../src/core/quality/page-integrity.ts';
import {
  inspectAnchors,
  inspectCitations,
  inspectFigures,
  inspectFormulas,
  inspectLinks,
  listLinks,
} from '../../src/core/quality/page-integrity.ts';
import type { Measurement, QualityFigure } from '../../src/core/quality/quality-report.ts';
import { countFaults } from '../../src/core/quality/quality-report.ts';
import { findVanished, parsePermalinks } from '../../src/core/release/permalinks.ts';
import { PERMALINKS_FILE } from '../../src/core/release/site-files.ts';
import { readBuiltPages } from '../../src/io/read-built-pages.ts';
import { SITE } from '../../src/io/replace-site.ts';
import { basePath, siteUrl } from '../../src/io/site.ts';
import { validateHtml } from './validate-html.ts';

const METHOD =
  'Every page of the built site is read as text: each link, asset and anchor is looked up among all files and places of ' +
  'the site, each citation among the entries of the bibliography, each drawing for a name, each formula for KaTeX’s errors; ' +
  'html-validate judges the HTML by the standard and for accessibility; every address of a release has to answer.';

/** Looks at all built HTML. The site has to be built. */
export async function measureIntegrity(): Promise<Measurement> {
  const { files, pages } = await readBuiltPages(SITE);
  const links = listLinks(pages, new Set(files), { siteUrl, base: basePath });
  return {
    method: METHOD,
    figures: [
      ...describe('Links and assets', 'no file there', inspectLinks(links)),
      ...describe('Links to a place in a page', 'no such place', inspectAnchors(links, pages)),
      ...describe('Citations', 'no entry', inspectCitations(pages, links)),
      ...describe('Drawings, images and figures', 'no name', inspectFigures(pages)),
      ...describe('Formulas', 'not set', inspectFormulas(pages)),
      ...describe('Pages', 'findings of html-validate', await validateHtml(pages)),
      ...describe('Released addresses', 'no answer', await inspectPermalinks(files)),
    ],
  };
}

/** Two figures: how many were looked at, and how many are wrong, with the first of them. */
const describe = (what: string, wrong: string, { looked, faults }: Inspection): QualityFigure[] => [
  { what, value: looked, least: 1 },
  countFaults(
    `${what}: ${wrong}`,
    faults.map((fault) => ({ page: toAddress(fault), found: shorten(fault.found) })),
  ),
];

async function inspectPermalinks(files: readonly string[]): Promise<Inspection> {
  const released = parsePermalinks(await readFile(`content/${PERMALINKS_FILE}`, 'utf8'));
  const vanished = findVanished(released, files);
  return {
    looked: released.length,
    faults: vanished.map((path) => ({
      path,
      found: 'no file answers; see content/redirects.yaml',
    })),
  };
}

const toAddress = ({ path }: PageFault): string => path.replace(/index\.html$/, '');

/** Culprits are shown in a table. */
const shorten = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199)}…`);
