import type { APIRoute, GetStaticPaths } from 'astro';
import type { ApiFile } from '../../../core/api/api-file.ts';
import { listApiFiles } from '../../../core/api/list-files.ts';
import { digestText } from '../../../io/digest-text.ts';
import { getApiSite } from '../../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  listApiFiles(await getApiSite(), digestText).map((file) => ({
    params: { file: file.path },
    props: { file },
  }));

/** A file of the static API, written when it is asked for. */
export const GET: APIRoute<{ file: ApiFile }> = ({ props: { file } }) =>
  new Response(file.write(), { headers: { 'Content-Type': file.mediaType } });
