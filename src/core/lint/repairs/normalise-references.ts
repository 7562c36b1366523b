import { formatEntry, normaliseBibtex } from '../../contribute/normalise-bibtex.ts';
import { parseBibtex } from '../../formats/bibtex.ts';
import { compareText } from '../../message.ts';
import { Reference } from '../../schema/index.ts';

/**
 * The bibliography sorted by key, fields in their order, what pasted BibTeX lacks filled in as unverified.
 * What a person wrote of how far a record was checked stays. Undefined where an entry cannot be read.
 */
export function normaliseReferences(text: string): string | undefined {
  const normalised = normaliseBibtex(text);
  if ('problems' in normalised) return undefined;
  const { entries } = parseBibtex(text);
  const claims = new Map(entries.map(({ key, fields }) => [key, fields]));
  // An entry written twice is for a person to look at.
  if (claims.size !== entries.length) return undefined;
  const references = normalised.references.map((reference) => {
    const fields = claims.get(reference.key);
    const claim = (name: string): string | undefined => fields?.get(name)?.value;
    return Reference.safeParse({
      ...reference,
      bibliography: claim('x-bibliography') ?? reference.bibliography,
      texkey: claim('x-texkey') ?? reference.texkey,
      authorList: claim('x-authors') ?? reference.authorList,
    }).data;
  });
  if (!references.every((reference) => reference !== undefined)) return undefined;
  return references
    .toSorted((a, b) => compareText(a.key, b.key))
    .map(formatEntry)
    .join('\n');
}
