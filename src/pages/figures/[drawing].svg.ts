import type { APIRoute, GetStaticPaths } from 'astro';
import { writeFigureSvg } from '../../components/figure/figure-files.ts';
import type { Theme } from '../../figures/palette.ts';
import { getCatalogue } from '../../io/site.ts';

interface Props {
  plane: string;
  theme: Theme;
}

/** The figure of a plane as a file of vectors: `<plane>.svg`, and `<plane>-dark.svg`. */
export const getStaticPaths = (async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].flatMap((plane) => [
    { params: { drawing: plane }, props: { plane, theme: 'light' } },
    { params: { drawing: `${plane}-dark` }, props: { plane, theme: 'dark' } },
  ]);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { plane, theme } }) =>
  new Response(await writeFigureSvg(plane, theme), {
    headers: { 'content-type': 'image/svg+xml' },
  });
