import type { APIRoute, GetStaticPaths } from 'astro';
import { makeTakeAwayContext } from '../../components/figure/take-away-context.ts';
import { getTakeAwayData, getExactFigure } from '../../components/figure/take-away-data.ts';
import { href } from '../../components/href.ts';
import { TAKE_AWAY_FORMATS, type TakeAwayFormat } from '../../core/formats/figure/take-away.ts';
import { getCatalogue, siteUrl } from '../../io/site.ts';

/** A plane's figure as it starts, in every text format: the same writers as in the browser. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].flatMap((plane) =>
    TAKE_AWAY_FORMATS.map((format) => ({
      params: { plane, format: format.extension },
      props: { format },
    })),
  );
};

export const GET: APIRoute<{ format: TakeAwayFormat }, { plane: string }> = async ({
  params: { plane },
  props: { format },
}) => {
  const permalink = siteUrl + href(`/planes/${plane}/`);
  const context = makeTakeAwayContext(await getTakeAwayData(plane), permalink);
  return new Response(format.write(await getExactFigure(plane), context), {
    headers: { 'content-type': format.mime },
  });
};
