import type { APIRoute, GetStaticPaths } from 'astro';
import { listBibliographyPaths, respondBibliography } from '../../components/cite/bibliography.ts';
import { relate } from '../../components/relations.ts';
import { listLimitKeys } from '../../core/formats/citing/limit-keys.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.keys()].flatMap((plane) => listBibliographyPaths({ plane }));
};

/** The papers behind every curve of a plane. */
export const GET: APIRoute<object, { plane: string; bibliography: string }> = async ({
  params: { plane, bibliography },
}) => {
  const { catalogue } = await getCatalogue();
  const limits = relate(catalogue).limitsByPlane.get(plane) ?? [];
  return respondBibliography(limits.flatMap(listLimitKeys), catalogue, bibliography);
};
