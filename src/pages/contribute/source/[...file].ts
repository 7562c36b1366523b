import type { APIRoute, GetStaticPaths } from 'astro';
import { readSourceText } from '../../../io/source-text.ts';
import { getCatalogue } from '../../../io/site.ts';

/** The files of the repository that a contribution changes: the bibliography, and the pages of searches. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  const files = ['references.bib', ...[...catalogue.searches.values()].map(({ file }) => file)];
  return files.map((file) => ({ params: { file } }));
};

export const GET: APIRoute = async ({ params }) =>
  new Response(await readSourceText(params['file'] ?? ''), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
