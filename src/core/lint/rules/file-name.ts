import { Id } from '../../schema/index.ts';
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
          found: 'a file that nothing reads',
          expected: 'a file of a known kind: limits/<portal>/<id>.yaml, planes/<id>.yaml, …',
          fix: 'move the file where it belongs, or remove it',
        };
        continue;
      }
      if (!Id.safeParse(id).success) {
        yield {
          file,
          found: `the file name "${id}"`,
          expected: 'kebab-case: a-z, 0-9 and single hyphens',
          fix: 'rename the file; the name becomes the address of the page',
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
