import { roundTo } from '../../core/combine/digits.ts';
import { LONGEST_CURVE, MOST_CURVES } from '../../core/figure/own-curve-address.ts';
import { readNumber } from '../../core/query/read-points.ts';

/** One figure of a comparison, as an address carries it. */
export interface PanelState {
  readonly plane: string;
  /** The query of the figure's view (`encodeView`), empty for the figure as it starts. */
  readonly query: string;
  /** The reader's own curves (`encodeOwnCurve`). */
  readonly curves: readonly string[];
}

/** A comparison: its figures, and whether a kept mass is kept in all of them. */
export interface CompareState {
  readonly panels: readonly PanelState[];
  readonly isLinked: boolean;
  /** The mass kept in all [GeV]. */
  readonly massGeV?: number;
}

/** More figures than these are no comparison, and slow. */
export const MOST_PANELS = 4;

/** Version of the addresses written here. */
const VERSION = '1';
/** The longest packed view of a panel: 8000 letters are read of a view, and escaping again makes three of some. */
const LONGEST_PANEL = 3 * 8000;
/** An address longer than these was not written here: all that its panels may carry, and some room for the rest. */
const LONGEST_QUERY = (MOST_PANELS + 1) * LONGEST_PANEL;
const LONGEST_HASH = (MOST_PANELS + 1) * MOST_CURVES * LONGEST_CURVE;
const LONGEST_QUOTE = 40;

/** Within a panel these part its plane and the entries of its view. */
const SEPARATOR = '~';

/**
 * The comparison as query and fragment of an address. A panel is its plane, followed by the entries of
 * its view between tildes; own curves stand in the fragment, which is never sent.
 * `?v=1&at=0.5&p=dark-photon-visible~only=babar-2014~y=epsilon-squared&p=lmu-ltau#curve2=…`
 */
export function encodeCompare({ panels, isLinked, massGeV }: CompareState): string {
  const query = [
    `v=${VERSION}`,
    ...(isLinked ? [] : ['linked=no']),
    ...(massGeV === undefined ? [] : [`at=${String(roundTo(massGeV, 10))}`]),
    ...panels.map(({ plane, query }) => `p=${escapeReadably(packPanel(plane, query))}`),
  ].join('&');
  const fragment = panels
    .flatMap(({ curves }, i) => curves.map((curve) => `curve${String(i + 1)}=${curve}`))
    .join('&');
  return `?${query}${fragment === '' ? '' : `#${fragment}`}`;
}

function packPanel(plane: string, query: string): string {
  const entries = query
    .replaceAll(SEPARATOR, '%7E')
    .split('&')
    // The version of the whole address stands for that of its views.
    .filter((entry) => entry !== '' && entry !== `v=${VERSION}`);
  return [plane, ...entries].join(SEPARATOR);
}

/** Escaped for a query, save for the signs that may stand there and make it readable. */
const escapeReadably = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%(?:2C|3A|3D)/gu, decodeURIComponent);

/**
 * The comparison behind an address. Whatever is broken, unknown or hostile is left out and said, one
 * sentence each; without a single panel the usual planes are shown. What the panels' views ask for is
 * judged by `decodeView`, which knows their figures.
 */
export function decodeCompare(
  search: string,
  hash: string,
  known: { readonly planes: readonly string[]; readonly usual: readonly string[] },
): { readonly state: CompareState; readonly faults: readonly string[] } {
  const usual: CompareState = {
    panels: known.usual.map((plane) => ({ plane, query: '', curves: [] })),
    isLinked: true,
  };
  const text = search.replace(/^\?/u, '');
  if (text.length > LONGEST_QUERY || hash.length > LONGEST_HASH)
    return { state: usual, faults: ['The link is too long to be one of this site.'] };
  const asked = new URLSearchParams(text);
  const version = asked.get('v') ?? VERSION;
  if (version !== VERSION) {
    return {
      state: usual,
      faults: [`The link is of version ${quote(version)}; version ${VERSION} is read here.`],
    };
  }
  const faults: string[] = [];
  const curves = listCurves(hash);
  const panels = asked.getAll('p').flatMap((packed, i) => {
    const { plane, query } = unpackPanel(packed);
    if (known.planes.includes(plane)) return { plane, query, curves: curves.get(i + 1) ?? [] };
    faults.push(
      `There is no plane ${quote(plane)}; the link's figure ${String(i + 1)} is left out.`,
    );
    return [];
  });
  if (panels.length > MOST_PANELS) {
    faults.push(
      `The link has ${String(panels.length)} figures; the first ${String(MOST_PANELS)} are shown.`,
    );
  }
  const linked = asked.get('linked');
  if (linked !== null && linked !== 'no')
    faults.push(`The link has linked=${quote(linked)}; expected no.`);
  const at = asked.get('at');
  const massGeV = at === null ? undefined : readMass(at);
  if (at !== null && massGeV === undefined)
    faults.push(`The link has at=${quote(at)}; expected a mass in GeV like 0.5.`);
  return {
    state: {
      panels: panels.length === 0 ? usual.panels : panels.slice(0, MOST_PANELS),
      isLinked: linked !== 'no',
      ...(massGeV === undefined ? {} : { massGeV }),
    },
    faults,
  };
}

function unpackPanel(packed: string): { readonly plane: string; readonly query: string } {
  const [plane = '', ...entries] = packed.split(SEPARATOR);
  const filled = entries.filter((entry) => entry !== '');
  if (filled.length === 0) return { plane, query: '' };
  const hasVersion = filled.some((entry) => entry.startsWith('v='));
  const query = [...(hasVersion ? [] : [`v=${VERSION}`]), ...filled]
    .join('&')
    // A plus here is one: it was unescaped with the whole panel.
    .replaceAll('+', '%2B');
  return { plane, query };
}

/** Own curves by the panel they belong to, counted from one. */
function listCurves(hash: string): ReadonlyMap<number, string[]> {
  const curves = new Map<number, string[]>();
  for (const part of hash.replace(/^#/u, '').split('&')) {
    const found = /^curve(?<panel>\d)=(?<curve>.+)$/su.exec(part);
    const { panel, curve } = found?.groups ?? {};
    if (panel === undefined || curve === undefined) continue;
    const own = curves.get(Number(panel)) ?? [];
    own.push(curve);
    curves.set(Number(panel), own);
  }
  return curves;
}

/** A mass as typed [GeV]; undefined for anything that is none. */
export function readMass(text: string): number | undefined {
  const value = readNumber(text.trim());
  return value !== undefined && value >= 0 && value < 1e300 ? value : undefined;
}

const quote = (text: string): string =>
  `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
