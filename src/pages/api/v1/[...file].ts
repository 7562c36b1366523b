import type { APIRoute, GetStaticPaths } from 'astro';
import type { ApiFile } from '../../../core/api/api-file.ts';
import { getApiFiles } from '../../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getApiFiles()).map((file) => ({
    params: { file: file.path },
    props: { file },
  }));

/** A file of the static API, written when it is asked for. */
export const GET: APIRoute<{ file: ApiFile }> = ({ props: { file } }) =>
  new Response(file.write(), { headers: { 'Content-Type': file.mediaType } });
