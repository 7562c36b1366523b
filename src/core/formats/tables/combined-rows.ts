import { findTexkey } from '../../api/combined-files.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { CombinedFile, FrontierEntry, Point } from '../../combine/combined-file.ts';
import type { Level, Scope } from '../../combine/inputs.ts';
import type { TableColumn } from './write-parquet.ts';
import { readColumns, writeParquet } from './write-parquet.ts';

interface Place {
  readonly plane: string;
  readonly scope: string;
  readonly level: string;
}

/** A point of an envelope or of the outline of a region. */
export interface CombinedRow extends Place {
  readonly kind: 'envelope' | 'region';
  /** Stretch of the envelope, or region, counted from one. */
  readonly part: number;
  /** Zero for an envelope and for the outline of a region, 1, 2, … for its holes. */
  readonly hole: number;
  /** Place along the line. */
  readonly row: number;
  readonly mass: number;
  readonly value: number;
  /** Whether the region reaches everything above. */
  readonly isOpenAbove: boolean | undefined;
}

/** A range of mass and who sets the combined limit there. */
export interface FrontierRow extends Place {
  readonly entry: FrontierEntry;
  /** Key of the holder's paper, where one is known. */
  readonly texkey: string | undefined;
}

/** Every combination a file holds: scope by scope, level by level. */
function* listLevels(file: CombinedFile): Generator<Place & { scope: Scope; level: Level }> {
  for (const scope of Object.keys(file.scopes) as Scope[]) {
    for (const level of Object.keys(file.scopes[scope].levels) as Level[]) {
      yield { plane: file.plane, scope, level };
    }
  }
}

/** The points of every envelope and region of a plane. */
export function listCombinedRows(file: CombinedFile): CombinedRow[] {
  return [...listLevels(file)].flatMap(({ scope, level, plane }) => {
    const { envelope, regions } = file.scopes[scope].levels[level];
    const place = { plane, scope, level };
    const line = (
      points: readonly Point[],
      kind: CombinedRow['kind'],
      part: number,
      hole: number,
      isOpenAbove?: boolean,
    ): CombinedRow[] =>
      points.map(([mass, value], row) => ({
        ...place,
        kind,
        part,
        hole,
        row,
        mass,
        value,
        isOpenAbove,
      }));
    return [
      ...envelope.flatMap((points, i) => line(points, 'envelope', i + 1, 0)),
      ...regions.flatMap(({ outer, holes, openAbove }, i) =>
        [outer, ...holes].flatMap((points, hole) => line(points, 'region', i + 1, hole, openAbove)),
      ),
    ];
  });
}

/** The ranges of every frontier of a plane. */
export const listFrontierRows = (file: CombinedFile, { limits }: Catalogue): FrontierRow[] =>
  [...listLevels(file)].flatMap((place) =>
    file.scopes[place.scope].levels[place.level].frontier.map((entry) => ({
      ...place,
      entry,
      texkey: findTexkey(entry.limit, limits),
    })),
  );

const PLACE: readonly TableColumn<Place>[] = [
  { name: 'plane', type: 'STRING', about: 'Id of the plane.', read: ({ plane }) => plane },
  {
    name: 'scope',
    type: 'STRING',
    about: 'Experiments that entered: ee (e+e- colliders) or laboratory.',
    read: ({ scope }) => scope,
  },
  {
    name: 'level',
    type: 'STRING',
    about: 'Confidence levels that entered: 0.90, 0.95, or all, which mixes them.',
    read: ({ level }) => level,
  },
];

const COMBINED_COLUMNS: readonly TableColumn<CombinedRow>[] = [
  ...PLACE,
  {
    name: 'kind',
    type: 'STRING',
    about: 'envelope (lowest one-sided limit) or region (outline of everything excluded).',
    read: ({ kind }) => kind,
  },
  {
    name: 'part',
    type: 'INT32',
    about: 'Stretch of the envelope, or region, counted from one; between two stretches is a gap.',
    read: ({ part }) => part,
  },
  {
    name: 'hole',
    type: 'INT32',
    about: '0 for an envelope and the outline of a region; 1, 2, … for its holes.',
    read: ({ hole }) => hole,
  },
  {
    name: 'row',
    type: 'INT32',
    about: 'Place along the line, counted from zero.',
    read: ({ row }) => row,
  },
  {
    name: 'mass',
    type: 'DOUBLE',
    about: 'Mass in the canonical unit of the plane, 12 digits.',
    read: ({ mass }) => mass,
  },
  {
    name: 'value',
    type: 'DOUBLE',
    about: 'Value in the canonical unit of the plane, 12 digits; log-log between two rows.',
    read: ({ value }) => value,
  },
  {
    name: 'open_above',
    type: 'BOOLEAN',
    isNullable: true,
    about:
      'Whether the region reaches everything above, cut at the top of the plane; null for envelopes.',
    read: ({ isOpenAbove }) => isOpenAbove,
  },
];

const FRONTIER_COLUMNS: readonly TableColumn<FrontierRow>[] = [
  ...PLACE,
  {
    name: 'mass_from',
    type: 'DOUBLE',
    about: 'Where the range begins, in the canonical unit of the plane.',
    read: ({ entry }) => entry.from,
  },
  {
    name: 'mass_to',
    type: 'DOUBLE',
    about: 'Where it ends.',
    read: ({ entry }) => entry.to,
  },
  {
    name: 'limit_id',
    type: 'STRING',
    about: 'Limit that sets the combined limit there.',
    read: ({ entry }) => entry.limit,
  },
  {
    name: 'texkey',
    type: 'STRING',
    isNullable: true,
    about:
      'Key in references.bib, its INSPIRE texkey where one is known, of its paper; null where none is known.',
    read: ({ texkey }) => texkey,
  },
  {
    name: 'cl',
    type: 'DOUBLE',
    isNullable: true,
    about: 'Its confidence level as published; null where none is stated.',
    read: ({ entry: { confidence } }) => (confidence === 'not-stated' ? undefined : confidence),
  },
  {
    name: 'runner_up',
    type: 'STRING',
    isNullable: true,
    about: 'The next best limit there; null where there is none.',
    read: ({ entry }) => entry.runnerUp,
  },
  {
    name: 'factor',
    type: 'DOUBLE',
    isNullable: true,
    about: 'Geometric mean, over log mass, of its value over that of the holder.',
    read: ({ entry }) => entry.factor,
  },
];

/** `combined.parquet`: envelopes and regions of every plane, a row group per plane. */
export const writeCombinedTable = (
  files: readonly CombinedFile[],
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> => writeGroups(files.map(listCombinedRows), COMBINED_COLUMNS, facts);

/** `frontier.parquet`: who sets the combined limit where, a row group per plane. */
export const writeFrontierTable = (
  files: readonly CombinedFile[],
  catalogue: Catalogue,
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> =>
  writeGroups(
    files.map((file) => listFrontierRows(file, catalogue)),
    FRONTIER_COLUMNS,
    facts,
  );

function writeGroups<Row>(
  groups: readonly (readonly Row[])[],
  columns: readonly TableColumn<Row>[],
  facts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const filled = groups.filter((rows) => rows.length > 0);
  return writeParquet(
    readColumns(filled.flat(), columns),
    filled.map((rows) => rows.length),
    facts,
  );
}
