import type { Rule } from '../rule.ts';
import { citedNumbers } from './cited-numbers.ts';
import { closedRings } from './closed-rings.ts';
import { completeSearch } from './complete-search.ts';
import { duplicates } from './duplicates.ts';
import { edgeOrder } from './edge-order.ts';
import { fileName } from './file-name.ts';
import { massBelowSqrtS } from './mass-below-sqrt-s.ts';
import { massOrder } from './mass-order.ts';
import { massRange } from './mass-range.ts';
import { massSteps } from './mass-steps.ts';
import { partNumbers } from './part-numbers.ts';
import { planeTransform } from './plane-transform.ts';
import { plausibleValues } from './plausible-values.ts';
import { positiveValues } from './positive-values.ts';
import { proseIds } from './prose-ids.ts';
import { proseSafety } from './prose-safety.ts';
import { proseValues } from './prose-values.ts';
import { rawAccounting } from './raw-accounting.ts';
import { referenceFields } from './reference-fields.ts';
import { resolvedIds } from './resolved-ids.ts';
import { resolvedReferences } from './resolved-references.ts';
import { searchLimits } from './search-limits.ts';
import { sentinels } from './sentinels.ts';
import { shapeFields } from './shape-fields.ts';
import { simpleRings } from './simple-rings.ts';
import { supersession } from './supersession.ts';
import { units } from './units.ts';
import { unusedReferences } from './unused-references.ts';

/** Every rule of `npm run check`, besides what the reader itself reports (yaml-syntax, schema, csv-columns, strict-numbers). */
export const RULES: readonly Rule[] = [
  citedNumbers,
  closedRings,
  completeSearch,
  duplicates,
  edgeOrder,
  fileName,
  massBelowSqrtS,
  massOrder,
  massRange,
  massSteps,
  partNumbers,
  planeTransform,
  plausibleValues,
  positiveValues,
  proseIds,
  proseSafety,
  proseValues,
  rawAccounting,
  referenceFields,
  resolvedIds,
  resolvedReferences,
  searchLimits,
  sentinels,
  shapeFields,
  simpleRings,
  supersession,
  units,
  unusedReferences,
];
