import type { APIRoute, GetStaticPaths } from 'astro';
import type { CombinedFile } from '../../../../core/combine/combined-file.ts';
import { getCatalogue, getCombined } from '../../../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  const files = await Promise.all([...catalogue.planes.keys()].map((plane) => getCombined(plane)));
  return files
    .filter((file) => file !== undefined)
    .map((file) => ({ params: { plane: file.plane }, props: { file } }));
};

/** The combined limit of a plane with the version of the content it was made from. */
export const GET: APIRoute<{ file: CombinedFile }> = async ({ props }) => {
  const { version } = await getCatalogue();
  return Response.json({ contentVersion: version, ...props.file });
};
