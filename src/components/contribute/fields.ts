import {
  ExposureUnit,
  LimitMeta,
  PortalId,
  Provenance,
  Signature,
} from '../../core/schema/index.ts';

/** Names of what is asked for about a result; they are those of the controls. */
export type FieldName =
  | 'reference'
  | 'bibtex'
  | 'compared'
  | 'data'
  | 'experiment'
  | 'otherExperiment'
  | 'title'
  | 'status'
  | 'derivedBy'
  | 'excludes'
  | 'signature'
  | 'lifetime'
  | 'channels'
  | 'confidence'
  | 'exposure'
  | 'exposureUnit'
  | 'sqrtS'
  | 'massRange'
  | 'method'
  | 'figure'
  | 'sourceName'
  | 'revision'
  | 'licence'
  | 'supersedes'
  | 'unverified'
  | 'notes'
  | 'portal'
  | 'year'
  | 'search'
  | 'id'
  | 'process'
  | 'finalState'
  | 'methods'
  | 'backgrounds'
  | 'limitations'
  | 'introduction'
  | 'methodText'
  | 'resultText';

/** What was entered, by field; what was not touched is absent or empty. */
export type Answers = Readonly<Partial<Record<FieldName, string>>>;

export interface Field {
  readonly name: FieldName;
  readonly label: string;
  /** One or two sentences under the control. */
  readonly help: string;
  readonly kind: 'text' | 'long' | 'choice' | 'many';
  /** What a choice offers, as value and words. */
  readonly options?: readonly (readonly [value: string, words: string])[];
  readonly isOptional?: boolean;
  /** Words of a choice that leaves the answer to what follows from the rest. */
  readonly follows?: string;
  /** True where it is asked only when it is needed. */
  readonly isOnDemand?: boolean;
  /** True where it takes the whole width. */
  readonly isWide?: boolean;
  readonly placeholder?: string;
  /** Where the answer stands in the metadata. */
  readonly path: readonly string[];
}

export interface FieldGroup {
  readonly title: string;
  /** What the group is for, where its title does not say it. */
  readonly note?: string;
  readonly fields: readonly Field[];
}

const words = <T extends string>(
  values: readonly T[],
  written: Readonly<Record<T, string>>,
): [string, string][] => values.map((value) => [value, written[value]]);

const same = (values: readonly string[]): [string, string][] =>
  values.map((value) => [value, value]);

/** What is asked about a result, in the order in which it is asked. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'The paper',
    fields: [
      {
        name: 'reference',
        label: 'Paper',
        help: 'Its arXiv number or INSPIRE key. Papers the catalogue has are found as you type.',
        kind: 'text',
        placeholder: '1406.2980 or BaBar:2014zli',
        path: ['reference'],
      },
      {
        name: 'bibtex',
        label: 'BibTeX, where the paper is new here',
        help: 'As INSPIRE gives it under “cite”; paste it whole, it is tidied for you.',
        kind: 'long',
        isOptional: true,
        path: [],
      },
      {
        name: 'compared',
        label: 'Compared with the paper?',
        help: 'Whether you looked at every field of the BibTeX; if not, it is marked as not checked.',
        kind: 'choice',
        follows: 'not yet',
        options: [['yes', 'yes, every field']],
        path: [],
      },
      {
        name: 'data',
        label: 'Paper of the numbers, if another',
        help: 'Where somebody else published them, a recast or a collection.',
        kind: 'text',
        isOptional: true,
        path: ['data'],
      },
      {
        name: 'year',
        label: 'Year of the result',
        help: 'Where no paper is known.',
        kind: 'text',
        isOnDemand: true,
        path: ['year'],
      },
    ],
  },
  {
    title: 'The result',
    fields: [
      {
        name: 'title',
        label: 'Title of the result',
        help: 'What was sought and where, in a few words: it is what a table shows.',
        kind: 'text',
        isWide: true,
        placeholder: 'Dark photon to muon pairs with an initial-state photon',
        path: ['title'],
      },
      {
        name: 'experiment',
        label: 'Experiment',
        help: 'Whose data it is, also where others reinterpreted it.',
        kind: 'choice',
        path: ['experiment'],
      },
      {
        name: 'otherExperiment',
        label: 'Second experiment',
        help: 'Where two combined their data.',
        kind: 'choice',
        isOptional: true,
        path: ['experiment', '1'],
      },
      {
        name: 'status',
        label: 'Status',
        help: 'Only an observed limit excludes anything.',
        kind: 'choice',
        options: words(LimitMeta.shape.status.options, {
          observed: 'observed limit',
          expected: 'expected limit of a measurement',
          projected: 'projection of a future reach',
          favoured: 'favoured region',
          target: 'target of a model',
        }),
        path: ['status'],
      },
      {
        name: 'derivedBy',
        label: 'Derived by',
        help: 'Compilations are shown and enter no combined limit.',
        kind: 'choice',
        options: [
          ['collaboration', 'the collaboration'],
          ['reinterpretation', 'others, from its data'],
          ['compilation', 'a compilation of several results'],
        ],
        path: ['derivedBy'],
      },
      {
        name: 'excludes',
        label: 'Excluded side',
        help: 'Of a curve, in the quantity of the file.',
        kind: 'choice',
        follows: 'where there would be more signal',
        options: [
          ['above', 'above the curve'],
          ['below', 'below the curve'],
        ],
        path: ['excludes'],
      },
      {
        name: 'signature',
        label: 'Signature',
        help: 'What the detector was asked to see.',
        kind: 'choice',
        options: words(Signature.options, {
          visible: 'visible decay products',
          invisible: 'missing energy or mass',
          displaced: 'displaced decay',
          mixed: 'several of these',
          indirect: 'no new particle made: a loop or a width',
        }),
        path: ['signature'],
      },
      {
        name: 'lifetime',
        label: 'Lifetime assumed',
        help: 'For which decay lengths the result holds.',
        kind: 'choice',
        follows: 'as the signature says',
        options: words(LimitMeta.shape.lifetime.options, {
          prompt: 'prompt',
          displaced: 'displaced',
          stable: 'stable on the scale of the detector',
          any: 'any',
        }),
        path: ['lifetime'],
      },
      {
        name: 'channels',
        label: 'Final states',
        help: 'Separated by commas, in plain letters.',
        kind: 'text',
        isOptional: true,
        placeholder: 'e+e-, mu+mu-',
        path: ['channels'],
      },
      {
        name: 'confidence',
        label: 'Confidence level',
        help: 'As the paper states it, never rescaled; “not stated” where it does not.',
        kind: 'text',
        placeholder: '90 %',
        path: ['confidence'],
      },
      {
        name: 'massRange',
        label: 'Masses according to the paper [GeV]',
        help: 'From its abstract or text, not from the file: the two together catch a slip of units.',
        kind: 'text',
        placeholder: '0.02 to 10.2',
        path: ['massRange'],
      },
      {
        name: 'exposure',
        label: 'Exposure',
        help: 'Integrated luminosity, or the number of decays or of particles on target.',
        kind: 'text',
        isOptional: true,
        placeholder: '514',
        path: ['exposure'],
      },
      {
        name: 'exposureUnit',
        label: 'Unit of the exposure',
        help: 'POT, EOT and MOT are protons, electrons and muons on target.',
        kind: 'choice',
        isOptional: true,
        options: same(ExposureUnit.options),
        path: ['exposure', 'unit'],
      },
      {
        name: 'sqrtS',
        label: 'Centre-of-mass energy [GeV]',
        help: 'Of the machine, where it is a collider.',
        kind: 'text',
        isOptional: true,
        placeholder: '10.58',
        path: ['sqrtS'],
      },
    ],
  },
  {
    title: 'Where the numbers come from',
    fields: [
      {
        name: 'method',
        label: 'Numbers are',
        help: 'Official numbers are those of HEPData or of the collaboration.',
        kind: 'choice',
        options: words(Provenance.shape.method.options, {
          official: 'official',
          author: 'from an author',
          digitised: 'read off a figure',
          computed: 'computed from a formula or a code',
          unknown: 'of unknown origin',
        }),
        path: ['provenance', 'method'],
      },
      {
        name: 'figure',
        label: 'Figure or table of the paper',
        help: 'Needed where the numbers were read off it.',
        kind: 'text',
        isOptional: true,
        placeholder: 'Fig. 4',
        path: ['provenance', 'figure'],
      },
      {
        name: 'sourceName',
        label: 'Where the file is from',
        help: 'For instance HEPData, the paper’s ancillary files, or who read the figure and with what.',
        kind: 'text',
        isOptional: true,
        placeholder: 'HEPData',
        path: ['provenance', 'from', 'name'],
      },
      {
        name: 'revision',
        label: 'Its version',
        help: 'A record number, a commit, or the date on which you had it.',
        kind: 'text',
        isOptional: true,
        placeholder: 'ins1300656 v1',
        path: ['provenance', 'from', 'revision'],
      },
      {
        name: 'licence',
        label: 'Its licence',
        help: '“none stated” where it says nothing.',
        kind: 'text',
        isOptional: true,
        placeholder: 'none stated',
        path: ['provenance', 'from', 'licence'],
      },
      {
        name: 'supersedes',
        label: 'Takes the place of',
        help: 'An older limit of the same experiment’s data on this plane.',
        kind: 'choice',
        isOptional: true,
        path: ['supersedes'],
      },
      {
        name: 'unverified',
        label: 'Not confirmed from the paper',
        help: 'What you state above and could not find in it, one in a line; it is shown as such.',
        kind: 'long',
        isOptional: true,
        path: ['unverified'],
      },
      {
        name: 'notes',
        label: 'What a reader should know',
        help: 'Assumptions that the plane does not make, bands that were left out.',
        kind: 'long',
        isOptional: true,
        path: ['notes'],
      },
      {
        name: 'id',
        label: 'Name of the files',
        help: 'Experiment, year and what was sought. It becomes the address of the page.',
        kind: 'text',
        isOptional: true,
        placeholder: 'babar-2014-dark-photon',
        path: [],
      },
      {
        name: 'portal',
        label: 'Portal',
        help: 'The plane belongs to several; the files go to the folder of one.',
        kind: 'choice',
        isOnDemand: true,
        options: words(PortalId.options, {
          vector: 'vector',
          scalar: 'scalar',
          pseudoscalar: 'pseudoscalar',
          neutrino: 'neutrino',
        }),
        path: [],
      },
      {
        name: 'search',
        label: 'Search',
        help: 'The page of the search it belongs to, by its name.',
        kind: 'text',
        isOnDemand: true,
        path: ['search'],
      },
    ],
  },
  {
    title: 'The page of the search',
    note: 'A search at an e⁺e⁻ collider has a page of its own, and this paper has none yet. Facts are enough; prose can follow.',
    fields: [
      {
        name: 'process',
        label: 'Process, in LaTeX',
        help: 'Without dollar signs.',
        kind: 'text',
        isOnDemand: true,
        placeholder: "e^+e^- \\to \\gamma A', A' \\to \\mu^+\\mu^-",
        path: ['process'],
      },
      {
        name: 'finalState',
        label: 'Final state',
        help: 'What was seen.',
        kind: 'text',
        isOnDemand: true,
        placeholder: 'a photon and a muon pair',
        path: ['finalState'],
      },
      {
        name: 'methods',
        label: 'Methods',
        help: 'How it was done; several can be chosen.',
        kind: 'many',
        isOnDemand: true,
        path: ['methods'],
      },
      {
        name: 'backgrounds',
        label: 'Backgrounds',
        help: 'What looks like the signal, the worst first, one in a line.',
        kind: 'long',
        isOnDemand: true,
        path: ['backgrounds'],
      },
      {
        name: 'limitations',
        label: 'Limitations',
        help: 'What the result rests on, and where it stops, one in a line.',
        kind: 'long',
        isOnDemand: true,
        path: ['limitations'],
      },
      {
        name: 'introduction',
        label: 'Introduction',
        help: 'A few sentences in Markdown. Numbers need their <Cite key="…"/> in the same sentence.',
        kind: 'long',
        isOnDemand: true,
        isOptional: true,
        path: [],
      },
      {
        name: 'methodText',
        label: 'How it was done',
        help: 'Where it is left open the page says that it is still to be written.',
        kind: 'long',
        isOnDemand: true,
        isOptional: true,
        path: [],
      },
      {
        name: 'resultText',
        label: 'What was found',
        help: 'The limit itself is read from the numbers.',
        kind: 'long',
        isOnDemand: true,
        isOptional: true,
        path: [],
      },
    ],
  },
];

/** Fields of the page of a search: they come and go together. */
export const SEARCH_FIELDS: ReadonlySet<FieldName> = new Set(
  FIELD_GROUPS.at(-1)?.fields.map(({ name }) => name),
);

/** Every field, in the order in which it is asked. */
export const FIELDS: readonly Field[] = FIELD_GROUPS.flatMap(({ fields }) => fields);
