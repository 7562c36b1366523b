import type { PlaneEntry } from '../catalogue.ts';
import { LEVELS, SCOPES } from '../combine/inputs.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import type { ApiFile, ApiSite } from './api-file.ts';
import { apiUrl, schemaUrl } from './address.ts';
import { combinedCsvPath, combinedPath } from './combined-files.ts';
import { describeAxis } from './describe-quantity.ts';
import { describeStanding } from './describe-standing.ts';
import { historyPath } from './history-files.ts';
import { limitCsvPath, limitJsonPath } from './limit-files.ts';
import type { PlaneFile } from './schemas/plane-file.ts';
import { writeJson } from './write-json.ts';

/** Path of a plane's file below `/api/v1/`. */
export const planePath = (id: string): string => `planes/${id}.json`;

/** Every plane: its axes, what it assumes, and how each of its limits stands on it. */
export const listPlaneFiles = (site: ApiSite): ApiFile[] =>
  [...site.catalogue.planes.values()].map((plane) => ({
    path: planePath(plane.id),
    mediaType: 'application/json',
    write: () => writeJson(describePlane(plane, site)),
  }));

function describePlane(plane: PlaneEntry, site: ApiSite): PlaneFile {
  const { catalogue, url, version } = site;
  const { id, title, short, portals, model, nature, flavour, parameters } = plane;
  return {
    $schema: schemaUrl(site, 'plane'),
    contentVersion: version,
    ...{ id, title, short },
    page: `${url}/planes/${id}/`,
    ...{ portals, model },
    x: describeAxis(plane.x, catalogue),
    y: describeAxis(plane.y, catalogue),
    scenario: plane.scenario,
    ...{ nature, flavour, parameters },
    views: plane.views.map((view) => ({
      ...view,
      x: describeAxis(view.x, catalogue),
      y: describeAxis(view.y, catalogue),
    })),
    assumptions: plane.assumptions,
    limits: listPlaneLimits(plane, catalogue).flatMap(({ limit }) => {
      const standing = describeStanding(limit, plane, site);
      if (standing === undefined) return [];
      const { plane: _plane, ...facts } = standing;
      return {
        id: limit.id,
        status: limit.status,
        ...facts,
        json: apiUrl(site, limitJsonPath(limit.id)),
        csv: apiUrl(site, limitCsvPath(limit.id)),
      };
    }),
    files: listCombined(id, site),
  };
}

/** Addresses of the combined limits of a plane, by scope and level. */
function listCombined(plane: string, site: ApiSite): Record<string, string> {
  if (!site.combined.has(plane)) return {};
  const tables = SCOPES.flatMap((scope) =>
    LEVELS.map((level): [string, string] => [
      `${scope}.${level}`,
      apiUrl(site, combinedCsvPath(plane, scope, level)),
    ]),
  );
  return {
    combined: apiUrl(site, combinedPath(plane)),
    history: apiUrl(site, historyPath(plane)),
    ...Object.fromEntries(tables),
  };
}
