import type { Limit, PlaneEntry } from '../catalogue.ts';
import { mustGet } from '../catalogue.ts';
import { COMPUTED_DIGITS, roundTo } from '../combine/digits.ts';
import { paperDate, UNDATED } from '../combine/inputs.ts';
import { findStrongestPoint } from '../curve/strongest-point.ts';
import { SITE_NAME } from '../formats/bibtex-entry.ts';
import { shortLabel, yearOf } from '../limit-label.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { apiUrl, planeIndexPath, schemaUrl } from './address.ts';
import { combinedPath } from './combined-files.ts';
import { describeCiting } from './cite-catalogue.ts';
import { FILE_KINDS } from './describe-files.ts';
import { listEntered, listPlaneIds, listSuccessors } from './describe-standing.ts';
import { submissionPath } from './hepdata-files.ts';
import { limitCsvPath, limitJsonPath } from './limit-files.ts';
import { planePath } from './plane-files.ts';
import type { IndexFile, PlaneIndexFile } from './schemas/index-file.ts';
import { COMBINED_SENTENCE, LICENCE, SITE_SUMMARY } from './site-words.ts';
import { writeJson } from './write-json.ts';

export const INDEX_PATH = 'index.json';

/** Everything there is in one file, to be filtered, and its part about each plane. */
export const listIndexFiles = (site: ApiSite): ApiFile[] => {
  // Another limit on a plane makes one small file longer: not everybody needs all of a large catalogue.
  const standing = groupByPlane(site);
  return [
    { path: INDEX_PATH, mediaType: 'application/json', write: () => writeJson(describe(site)) },
    ...[...site.catalogue.planes.keys()].map((plane) => ({
      path: planeIndexPath(plane),
      mediaType: 'application/json',
      write: () => writeJson(describePlaneIndex(plane, standing.get(plane) ?? [], site)),
    })),
  ];
};

function groupByPlane({ catalogue }: ApiSite): Map<string, Limit[]> {
  const groups = new Map<string, Limit[]>();
  for (const limit of catalogue.limits.values()) {
    for (const plane of listPlaneIds(limit)) {
      const group = groups.get(plane);
      if (group === undefined) groups.set(plane, [limit]);
      else group.push(limit);
    }
  }
  return groups;
}

const describePlaneIndex = (
  plane: string,
  limits: readonly Limit[],
  site: ApiSite,
): PlaneIndexFile => ({
  $schema: schemaUrl(site, 'plane-index'),
  contentVersion: site.version,
  plane,
  limits: limits.map((limit) => describeLimit(limit, site)),
});

function describe(site: ApiSite): IndexFile {
  const { catalogue, url, version } = site;
  const limits = [...catalogue.limits.values()];
  const { planes, searches, models, experiments, references } = catalogue;
  const standing = Map.groupBy(limits.flatMap(listPlaneIds), (plane) => plane);
  return {
    $schema: schemaUrl(site, 'index'),
    contentVersion: version,
    title: SITE_NAME,
    description: SITE_SUMMARY,
    api: 'v1',
    licence: LICENCE,
    howToCite: describeCiting(site),
    combinedLimits: COMBINED_SENTENCE,
    documentation: `${url}/data/`,
    counts: {
      limits: limits.length,
      planes: planes.size,
      searches: searches.size,
      models: models.size,
      experiments: experiments.size,
      references: references.size,
      rows: limits.reduce((sum, { table }) => sum + table.length, 0),
    },
    files: FILE_KINDS.map(({ path, what, schema }) => ({
      url: apiUrl(site, path),
      what,
      schema: schema && schemaUrl(site, schema),
    })),
    limits: limits.map((limit) => describeLimit(limit, site)),
    planes: [...planes.values()].map((plane) =>
      describePlane(plane, standing.get(plane.id)?.length ?? 0, site),
    ),
    searches: [...searches.values()].map((search) => ({
      id: search.id,
      title: search.title,
      portals: search.portals,
      experiments: search.experiment,
      reference: search.reference === 'none-known' ? undefined : search.reference,
      signature: search.signature,
      massRange: search.massRange,
      limits: search.limits,
      dataWanted: search.dataWanted,
      page: `${url}/searches/${search.id}/`,
    })),
    models: [...models.values()].map(({ id, title, portals, lagrangian, quantities }) => ({
      ...{ id, title, portals, lagrangian, quantities },
      page: `${url}/models/${id}/`,
    })),
    experiments: [...experiments.values()].map(({ id, name, kind, facility, future }) => ({
      ...{ id, name, kind, facility, future },
      page: `${url}/experiments/${id}/`,
    })),
  };
}

function describeLimit(limit: Limit, site: ApiSite): IndexFile['limits'][number] {
  const { catalogue, url } = site;
  const { id, confidence } = limit;
  const reference = catalogue.references.get(limit.reference);
  const plane = mustGet(catalogue.planes, limit.plane);
  const date = paperDate(limit, catalogue);
  return {
    id,
    title: limit.title,
    label: shortLabel(limit, catalogue),
    planes: listPlaneIds(limit),
    portal: limit.portal,
    experiments: limit.experiment,
    kinds: [...new Set(limit.experiment.map((one) => mustGet(catalogue.experiments, one).kind))],
    search: limit.search,
    status: limit.status,
    derivedBy: limit.derivedBy,
    shape: limit.shape,
    signature: limit.signature,
    lifetime: limit.lifetime,
    cl: confidence === 'not-stated' ? undefined : confidence.level,
    year: yearOf(limit, catalogue),
    date: date === UNDATED ? undefined : date,
    reference: reference?.key,
    doi: reference?.doi,
    arxiv: reference?.eprint,
    massRange: limit.massRange,
    strongest: describeStrongest(limit, plane, site),
    combined: listEntered(limit, site.combined.get(plane.id)),
    supersededBy: listSuccessors(limit, catalogue),
    rows: limit.table.length,
    page: `${url}/limits/${id}/`,
    json: apiUrl(site, limitJsonPath(id)),
    csv: apiUrl(site, limitCsvPath(id)),
    hepdata: apiUrl(site, submissionPath(id)),
  };
}

const CAN_EXCLUDE: ReadonlySet<Limit['status']> = new Set(['observed', 'expected', 'projected']);

function describeStrongest(
  limit: Limit,
  plane: PlaneEntry,
  { catalogue }: ApiSite,
): IndexFile['limits'][number]['strongest'] {
  // A favoured band or a target has points, and excludes nothing.
  if (!CAN_EXCLUDE.has(limit.status)) return undefined;
  const point = findStrongestPoint(limit, plane, catalogue);
  if (point === undefined) return undefined;
  const { mass, value, parameter, side } = point;
  return {
    mass: roundTo(mass, COMPUTED_DIGITS),
    value: roundTo(value, COMPUTED_DIGITS),
    parameter: parameter && roundTo(parameter, COMPUTED_DIGITS),
    side,
  };
}

function describePlane(
  { id, title, short, portals, model, x, y }: PlaneEntry,
  limits: number,
  site: ApiSite,
): IndexFile['planes'][number] {
  const axis = (quantity: string): { quantity: string; unit: string } => ({
    quantity,
    unit: mustGet(site.catalogue.quantities, quantity).unit,
  });
  return {
    ...{ id, title, short, portals, model },
    x: axis(x.quantity),
    y: axis(y.quantity),
    limits,
    page: `${site.url}/planes/${id}/`,
    json: apiUrl(site, planePath(id)),
    index: apiUrl(site, planeIndexPath(id)),
    combined: site.combined.has(id) ? apiUrl(site, combinedPath(id)) : undefined,
  };
}
