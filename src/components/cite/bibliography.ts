import type { Catalogue } from '../../core/catalogue.ts';
import { BIBLIOGRAPHY_FORMATS } from '../../core/formats/citing/bibliography-formats.ts';

/** The paths of a page's papers in every format of a bibliography. */
export const listBibliographyPaths = <P extends Readonly<Record<string, string>>>(
  params: P,
): { params: P & { bibliography: string } }[] =>
  BIBLIOGRAPHY_FORMATS.map(({ extension }) => ({ params: { ...params, bibliography: extension } }));

/**
 * Papers by their keys as a file.
 * @throws when there is no such format: `listBibliographyPaths` names them all
 */
export function respondBibliography(
  keys: readonly string[],
  { references }: Catalogue,
  extension: string,
): Response {
  const format = BIBLIOGRAPHY_FORMATS.find((one) => one.extension === extension);
  if (format === undefined) throw new Error(`There is no bibliography .${extension}.`);
  const text = format.write(keys.flatMap((key) => references.get(key) ?? []));
  return new Response(text, { headers: { 'Content-Type': format.mediaType } });
}
