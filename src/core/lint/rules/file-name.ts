import { Id } from '../../schema/index.ts';
import { describeMisnamed, isReservedName, suggestId } from '../misnamed-file.ts';
import type { CatalogueRule, SourceFile } from '../rule.ts';

export const fileName: CatalogueRule = {
  name: 'file-name',
  description:
    'A file name is its entry’s id: kebab-case, unique among entries of its kind, in a known folder.',
  scope: 'catalogue',
  *check({ files }) {
    const seen = new Map<string, SourceFile>();
    const limits = new Set(files.flatMap(({ kind, id }) => (kind === 'limits' ? [id] : [])));
    for (const source of files) {
      const { file, kind, id } = source;
      if (kind === 'unknown') {
        yield {
          file,
          ...describeMisnamed(file),
          expected: 'a file of a known kind: limits/<portal>/<id>.yaml, planes/<id>.yaml, …',
        };
        continue;
      }
      if (!Id.safeParse(id).success) {
        yield {
          file,
          found: `the file name "${id}"`,
          expected: 'kebab-case: a-z, 0-9 and single hyphens',
          fix: describeRenaming(file, id),
        };
      } else if (isReservedName(id)) {
        yield {
          file,
          found: `the file name "${id}", which Windows keeps for a device`,
          expected: 'a name that every system can write',
          fix: 'rename the file, for instance with one word more',
        };
      }
      const twin = seen.get(`${kind}/${id}`);
      if (twin !== undefined) {
        yield {
          file,
          found: `the id "${id}", which ${twin.file} has too`,
          expected: 'ids that are unique across portals',
          fix: 'rename one of the two, for instance with its portal in front',
        };
      }
      seen.set(`${kind}/${id}`, source);
      if (kind === 'numbers' && !limits.has(id)) {
        yield {
          file,
          found: 'numbers without metadata',
          expected: `a file ${file.replace(/\.csv$/, '.yaml')}`,
          fix: 'add the metadata of the limit, or remove the numbers',
        };
      }
    }
  },
};

function describeRenaming(file: string, id: string): string {
  const meant = suggestId(id);
  const to = meant === undefined ? '' : ` to ${meant}${/\.[a-z]+$/.exec(file)?.[0] ?? ''}`;
  return `rename the file${to}; the name becomes the address of the page`;
}
