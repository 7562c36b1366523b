import type { Rule } from '../rule.ts';
import { anchors } from './anchors.ts';
import { citedNumbers } from './cited-numbers.ts';
import { closedRings } from './closed-rings.ts';
import { completeSearch } from './complete-search.ts';
import { digitisedFigure } from './digitised-figure.ts';
import { digits } from './digits.ts';
import { duplicates } from './duplicates.ts';
import { edgeOrder } from './edge-order.ts';
import { fileName } from './file-name.ts';
import { jumps } from './jumps.ts';
import { massBelowSqrtS } from './mass-below-sqrt-s.ts';
import { massOrder } from './mass-order.ts';
import { massRange } from './mass-range.ts';
import { massSteps } from './mass-steps.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { officialAvailable } from './official-available.ts';
import { partNumbers } from './part-numbers.ts';
import { plainText } from './plain-text.ts';
import { planeTransform } from './plane-transform.ts';
import { plausibleValues } from './plausible-values.ts';
import { positiveValues } from './positive-values.ts';
import { proseIds } from './prose-ids.ts';
import { proseSafety } from './prose-safety.ts';
import { proseValues } from './prose-values.ts';
import { rawAccounting } from './raw-accounting.ts';
import { referenceFields } from './reference-fields.ts';
import { referenceYears } from './reference-years.ts';
import { referencesOrder } from './references-order.ts';
import { resolvedIds } from './resolved-ids.ts';
import { resolvedReferences } from './resolved-references.ts';
import { samePaper } from './same-paper.ts';
import { searchLimits } from './search-limits.ts';
import { sentinels } from './sentinels.ts';
import { shapeFields } from './shape-fields.ts';
import { simpleRings } from './simple-rings.ts';
import { supersession } from './supersession.ts';
import { textSafety } from './text-safety.ts';
import { units } from './units.ts';
import { unusedReferences } from './unused-references.ts';
import { valueIsMass } from './value-is-mass.ts';

/** Every rule of `npm run check`, besides what the reader itself reports (yaml-syntax, schema, csv-columns, strict-numbers, readable-file, exceptions). */
export const RULES: readonly Rule[] = [
  anchors,
  citedNumbers,
  closedRings,
  completeSearch,
  digitisedFigure,
  digits,
  duplicates,
  edgeOrder,
  fileName,
  jumps,
  massBelowSqrtS,
  massOrder,
  massRange,
  massSteps,
  nearDuplicates,
  officialAvailable,
  partNumbers,
  plainText,
  planeTransform,
  plausibleValues,
  positiveValues,
  proseIds,
  proseSafety,
  proseValues,
  rawAccounting,
  referenceFields,
  referenceYears,
  referencesOrder,
  resolvedIds,
  resolvedReferences,
  samePaper,
  searchLimits,
  sentinels,
  shapeFields,
  simpleRings,
  supersession,
  textSafety,
  units,
  unusedReferences,
  valueIsMass,
];
