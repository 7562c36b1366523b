import { SITE_NAME } from '../formats/bibtex-entry.ts';
import { apiUrl } from './address.ts';
import type { ApiSite } from './api-file.ts';
import { describeCiting } from './cite-catalogue.ts';
import { FILE_KINDS } from './describe-files.ts';
import { COMBINED_SENTENCE, LICENCE, SITE_SUMMARY } from './site-words.ts';

/** Pages for readers, and what is there. */
const PAGES: readonly (readonly [path: string, title: string, what: string])[] = [
  ['/review/', 'Review', 'the chapters in order'],
  ['/planes/', 'Planes', 'where limits can be compared, with figures'],
  ['/limits/', 'Limits', 'every limit with its facts, paper and provenance'],
  ['/searches/', 'Searches', 'the analyses, with method and result'],
  ['/models/', 'Models', 'Lagrangians, widths and branching fractions'],
  ['/experiments/', 'Experiments', 'detectors and their limits'],
  ['/check/', 'Check', 'whether a point or curve is excluded, and by whom'],
  ['/recast/', 'Recast', 'limits for a vector boson with other couplings'],
  ['/data/', 'Data', 'files, formats and examples'],
  ['/notation/', 'Notation', 'symbols and normalisations'],
  ['/references/', 'References', 'all papers'],
];

/** `/llms.txt` (https://llmstxt.org): what the site is, for programs that read text. */
export function writeLlmsText(site: ApiSite): string {
  const { url, catalogue } = site;
  const portals = [...catalogue.portals.values()].map(
    ({ id, title, summary }) => `- [${title}](${url}/portals/${id}/): ${summary}`,
  );
  const pages = PAGES.map(([path, title, what]) => `- [${title}](${url}${path}): ${what}`);
  const files = FILE_KINDS.flatMap(({ path, what }) => {
    const example = nameExample(path, site);
    return example === undefined ? [] : [`- [\`${path}\`](${apiUrl(site, example)}): ${what}`];
  });
  return `# ${SITE_NAME}

> ${SITE_SUMMARY}

${COMBINED_SENTENCE} Only observed limits by collaborations or reinterpretations enter. No number is invented: where a paper gives none, none is here.

${describeCiting(site)}. Arrangement of the data and prose: ${LICENCE.name}. ${LICENCE.numbers}

Masses and values in files are in the units their columns and planes state; \`<id>\` and \`<plane>\` stand for what index.json lists, \`<scope>\` for laboratory or ee, \`<level>\` for all, 0.90 or 0.95; such links below lead to one of them.

## Portals

${portals.join('\n')}

## Pages

${pages.join('\n')}

## API

${files.join('\n')}
`;
}

/** A file of that kind, for a list in which everything is a link; undefined where there is none. */
function nameExample(path: string, { catalogue, combined }: ApiSite): string | undefined {
  const [limit] = catalogue.limits.keys();
  const [plane] = combined.keys();
  const names = { id: limit, plane, scope: 'laboratory', level: 'all', name: 'index' };
  return Object.entries(names).reduce<string | undefined>((text, [word, name]) => {
    const place = `<${word}>`;
    if (text?.includes(place) !== true) return text;
    return name === undefined ? undefined : text.replaceAll(place, name);
  }, path);
}
