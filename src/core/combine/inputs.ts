import type { Catalogue, Limit, PlaneEntry } from '../catalogue.ts';
import type { PlaneLimit } from '../curve/plane-limit.ts';
import { listPlaneLimits } from '../curve/plane-limit.ts';
import { compareText } from '../message.ts';
import type { ExperimentKind } from '../schema/index.ts';

/** Which experiments a combination takes. */
export const SCOPES = ['laboratory', 'ee'] as const;
/**
 * `laboratory`: colliders, fixed targets, beam dumps, meson decays and neutrino experiments; `ee`: e⁺e⁻ colliders only.
 */
export type Scope = (typeof SCOPES)[number];

/** Which confidence levels a combination takes; levels are never rescaled. */
export const LEVELS = ['all', '0.90', '0.95'] as const;
/** Limits at any level, or at that one only. */
export type Level = (typeof LEVELS)[number];

const SCOPE_KINDS: Readonly<Record<Scope, ReadonlySet<ExperimentKind>>> = {
  ee: new Set(['ee-collider']),
  laboratory: new Set([
    'ee-collider',
    'hadron-collider',
    'fixed-target',
    'beam-dump',
    'meson-decay',
    'neutrino',
  ]),
};

/** What else narrows the limits that enter a combination. */
export interface CombineOptions {
  /** Only what had appeared by then: `2014` (to its end) or `2014-06`. Undated limits are left out. */
  readonly asOf?: string;
  /** False leaves out limits derived by others than the collaboration; true unless stated. */
  readonly reinterpretations?: boolean;
}

/**
 * The limits that may set the combined limit: observed, by a collaboration or a reinterpretation, of
 * the scope's experiments, at the level asked for and not superseded; the earliest paper first.
 */
export function listInputs(
  plane: PlaneEntry,
  catalogue: Catalogue,
  scope: Scope,
  level: Level,
  { asOf, reinterpretations = true }: CombineOptions = {},
): PlaneLimit[] {
  const candidates = listPlaneLimits(plane, catalogue).filter(
    ({ limit }) =>
      isEvidence(limit) &&
      (reinterpretations || limit.derivedBy === 'collaboration') &&
      (asOf === undefined || hadAppeared(paperDate(limit, catalogue), asOf)),
  );
  const superseded = new Set(
    candidates.flatMap(({ limit }) => limit.supersedes.map((old) => old.limit)),
  );
  return candidates
    .filter(
      ({ limit }) =>
        !superseded.has(limit.id) && isInScope(limit, scope, catalogue) && isAtLevel(limit, level),
    )
    .sort(
      (a, b) =>
        compareText(paperDate(a.limit, catalogue), paperDate(b.limit, catalogue)) ||
        compareText(a.limit.id, b.limit.id),
    );
}

/** Whether a paper of the date (`2014-06` or `1987`) had appeared by the end of `asOf`. */
const hadAppeared = (date: string, asOf: string): boolean => date.slice(0, asOf.length) <= asOf;

/** Published exclusions by their authors or by reinterpreters; nothing expected, favoured or compiled. */
export const isEvidence = (limit: Limit): boolean =>
  limit.status === 'observed' &&
  (limit.derivedBy === 'collaboration' || limit.derivedBy === 'reinterpretation');

/** True when every experiment of the limit belongs to the scope. */
export const isInScope = (limit: Limit, scope: Scope, { experiments }: Catalogue): boolean =>
  limit.experiment.length > 0 &&
  limit.experiment.every((id) => {
    const kind = experiments.get(id)?.kind;
    return kind !== undefined && SCOPE_KINDS[scope].has(kind);
  });

const isAtLevel = ({ confidence }: Limit, level: Level): boolean =>
  level === 'all' || (confidence !== 'not-stated' && confidence.level === Number(level));

/** What `paperDate` gives where nothing is known. */
export const UNDATED = '9999';

/**
 * When the paper appeared, as text that sorts: `2014-06` from the arXiv number, else the year of
 * publication, else the year stated with the limit; unknown dates sort last.
 */
export function paperDate(limit: Limit, { references }: Catalogue): string {
  const reference = references.get(limit.reference);
  const month =
    /^(\d{2})(\d{2})\./.exec(reference?.eprint ?? '') ??
    /\/(\d{2})(\d{2})/.exec(reference?.eprint ?? '');
  if (month !== null) {
    const [, yy = '00', mm = '01'] = month;
    return `${Number(yy) > 90 ? '19' : '20'}${yy}-${mm}`;
  }
  const year = reference?.year ?? limit.year;
  return year === undefined ? UNDATED : String(year);
}
