import type { APIRoute, GetStaticPaths } from 'astro';
import { relate } from '../../components/relations.ts';
import type { PlaneEntry } from '../../core/catalogue.ts';
import { formatBibliography } from '../../core/formats/bibtex.ts';
import { getCatalogue } from '../../io/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalogue } = await getCatalogue();
  return [...catalogue.planes.values()].map((plane) => ({
    params: { plane: plane.id },
    props: { plane },
  }));
};

/** The papers behind every curve of a plane. */
export const GET: APIRoute<{ plane: PlaneEntry }> = async ({ props }) => {
  const { catalogue } = await getCatalogue();
  const keys = (relate(catalogue).limitsByPlane.get(props.plane.id) ?? []).flatMap((limit) => [
    limit.reference,
    ...(limit.data === undefined ? [] : [limit.data]),
    ...limit.alsoCite,
  ]);
  const references = keys.flatMap((key) => catalogue.references.get(key) ?? []);
  return new Response(formatBibliography(references), {
    headers: { 'Content-Type': 'application/x-bibtex' },
  });
};
