/**
 * A work to cite as CSL-JSON has it (csl-data.json of the Citation Style Language, 1.0.2): of its
 * variables those this catalogue knows. What is not known is absent.
 */
export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly author?: readonly CslName[];
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly page?: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly DOI?: string;
  readonly archive?: string;
  /** Number within the archive, for instance `1406.2980`. */
  readonly archive_location?: string;
  readonly number?: string;
  readonly version?: string;
  readonly publisher?: string;
  readonly URL?: string;
  readonly note?: string;
  readonly language?: string;
}

/** `article` is CSL's word for a preprint. */
export type CslType = 'article' | 'article-journal' | 'dataset' | 'webpage' | 'document';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  /** A collaboration, a name that cannot be divided, or `others` at the end of a list cut short. */
  readonly literal?: string;
}

/** Stands at the end of the authors where the record stops before the last of them, as in BibTeX. */
export const OTHERS: CslName = { literal: 'others' };

export const isOthers = ({ literal }: CslName): boolean => literal === OTHERS.literal;

/** Items as a CSL-JSON file, each once and on a line of its own, in the order given. */
export const writeCslJson = (items: Iterable<CslItem>): string =>
  `[\n${keepFirst(items)
    .map((item) => JSON.stringify(item))
    .join(',\n')}\n]\n`;

/** Items without those whose id came before. */
export function keepFirst(items: Iterable<CslItem>): CslItem[] {
  const byId = new Map<string, CslItem>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}
