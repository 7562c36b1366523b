import type { z } from 'zod';
import type { Column, RawSource } from '../schema/index.ts';
import type { Dataset } from './source.ts';

/** A raw file as the accounting names it. */
export interface RawPath {
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
}

/**
 * The `provenance.raw` of a data set.
 * @param files in the order of the sources that it was understood from
 */
export const listRawEntries = (
  { raw }: Dataset,
  files: readonly RawPath[],
): z.input<typeof RawSource>[] =>
  raw.map(({ source, accounting }) => {
    const { path = '', sha256 = '' } = files[source] ?? {};
    const { lines, columns, role, rows, kept, dropped, written, transforms } = accounting;
    return {
      path,
      sha256,
      ...(lines === undefined ? {} : { lines }),
      ...(columns === undefined ? {} : { columns: [...columns] }),
      role,
      rows,
      kept,
      ...(dropped.length === 0 ? {} : { dropped: dropped.map((group) => ({ ...group })) }),
      written,
      transforms: [...transforms],
    };
  });

/** A column as the YAML states it. */
export const writeColumn = ({
  quantity,
  unit,
  scale,
}: Dataset['mass']): z.input<typeof Column> => ({
  quantity,
  unit,
  ...(scale === 'linear' ? {} : { scale }),
});

/** The facts of a limit's YAML that follow from its numbers, in the order of the schema. */
export function listNumberFacts(
  dataset: Dataset,
  files: readonly RawPath[],
): Readonly<Record<string, unknown>> {
  return {
    shape: dataset.shape,
    massRange: [...dataset.massRange],
    mass: writeColumn(dataset.mass),
    value: writeColumn(dataset.value),
    parameter: dataset.parameter && writeColumn(dataset.parameter),
    gaps: dataset.gaps.map((gap) => ({ ...gap })),
    provenance: { raw: listRawEntries(dataset, files) },
  };
}
