import type { Catalogue } from '../../core/catalogue.ts';
import type { Message } from '../../core/message.ts';
import { compareMessages } from '../../core/message.ts';
import type { Answer } from '../../core/online/answer.ts';
import { readAnswer } from '../../core/online/answer.ts';
import type { ServiceBases } from '../../core/online/addresses.ts';
import {
  arxivAddress,
  crossrefAddress,
  hepdataAddress,
  inspireAddress,
} from '../../core/online/addresses.ts';
import type { ReferenceAnswers, Service } from '../../core/online/compare-reference.ts';
import { compareReference, SERVICE_NAMES } from '../../core/online/compare-reference.ts';
import type { FieldChange } from '../../core/online/complete-reference.ts';
import { completeReference } from '../../core/online/complete-reference.ts';
import type { ArxivRecord } from '../../core/online/read-arxiv.ts';
import { readArxiv } from '../../core/online/read-arxiv.ts';
import { readCrossref } from '../../core/online/read-crossref.ts';
import { readHepdata } from '../../core/online/read-hepdata.ts';
import type { InspireRecord } from '../../core/online/read-inspire.ts';
import { readInspire } from '../../core/online/read-inspire.ts';
import type { WantedNumbers } from '../../core/online/wanted-numbers.ts';
import { announceNumbers, listWantedNumbers } from '../../core/online/wanted-numbers.ts';
import type { Reference } from '../../core/schema/index.ts';
import type { PoliteClient } from './polite-client.ts';

/** What comparing the catalogue with the services gives. */
export interface OnlineResult {
  readonly messages: readonly Message[];
  /** Completions of `references.bib`, by key. */
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
  /** A sentence per service that did not answer everything. */
  readonly warnings: readonly string[];
}

/** Preprints asked about at once. */
const BATCH = 40;

/**
 * Compares every reference with what INSPIRE, Crossref and arXiv say about it, and asks HEPData for
 * numbers that are wanted. What is not answered is left out and said.
 * @param onProgress called after each question
 */
export async function checkOnline(
  catalogue: Catalogue,
  bases: ServiceBases,
  client: PoliteClient,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<OnlineResult> {
  const references = [...catalogue.references.values()];
  const wanted = listWantedNumbers(catalogue);
  const failures = new Failures();
  const batches = splitEvery(
    references.filter(({ eprint }) => eprint !== undefined),
    BATCH,
  );
  const total =
    references.length + references.filter(({ doi }) => doi !== undefined).length + batches.length;
  let done = 0;
  const ask = async <T>(
    service: Service,
    url: string,
    read: (text: string) => Answer<T>,
  ): Promise<Answer<T>> => {
    const answer = await client.get(url, read);
    failures.count(service, answer);
    onProgress((done += 1), Math.max(total, done));
    return answer;
  };

  const preprints = askArxiv(batches, (eprints) =>
    ask('arxiv', arxivAddress(bases.arxiv, eprints), readArxiv),
  );
  const results = await Promise.all(
    references.map(async (reference) => {
      const [inspire, crossref] = await Promise.all([
        ask('inspire', inspireAddress(bases.inspire, reference), (text) =>
          pickRecord(reference, readInspire(text)),
        ),
        reference.doi === undefined
          ? undefined
          : ask('crossref', crossrefAddress(bases.crossref, reference.doi), readCrossref),
      ]);
      const arxiv = (await preprints).get(reference.key);
      const answers: ReferenceAnswers = {
        inspire,
        ...(crossref === undefined ? {} : { crossref }),
        ...(arxiv === undefined ? {} : { arxiv }),
      };
      const numbers = await findNumbers(reference, inspire, wanted.get(reference.key) ?? []);
      return { reference, answers, numbers };
    }),
  );

  async function findNumbers(
    { key }: Reference,
    inspire: Answer<InspireRecord>,
    places: readonly WantedNumbers[],
  ): Promise<Message[]> {
    if (places.length === 0 || inspire.state !== 'found') return [];
    const { recid } = inspire.value;
    const answer = await ask('hepdata', hepdataAddress(bases.hepdata, recid), (text) =>
      readHepdata(text, recid),
    );
    return answer.state === 'found' ? announceNumbers(key, places, answer.value) : [];
  }

  const messages = results.flatMap(({ reference, answers, numbers }) => [
    ...compareReference(reference, answers),
    ...numbers,
  ]);
  const changes = results
    .map(
      ({ reference, answers }) => [reference.key, completeReference(reference, answers)] as const,
    )
    .filter(([, fields]) => fields.length > 0);
  return {
    messages: messages.sort(compareMessages),
    changes: new Map(changes),
    warnings: failures.describe(),
  };
}

/**
 * The record that is the reference's: INSPIRE widens a search that it does not understand, and a paper and
 * its proceedings may share a number.
 */
function pickRecord(
  { key, doi, eprint }: Reference,
  answer: Answer<InspireRecord[]>,
): Answer<InspireRecord> {
  return readAnswer(answer, (records) => {
    const record = records.find(
      ({ texkeys, dois, eprints }) =>
        (eprint !== undefined && eprints.includes(eprint)) ||
        (doi !== undefined && dois.some((other) => other.toLowerCase() === doi.toLowerCase())) ||
        (eprint === undefined && doi === undefined && texkeys.includes(key)),
    );
    return record === undefined ? { state: 'absent' } : { state: 'found', value: record };
  });
}

async function askArxiv(
  batches: readonly (readonly Reference[])[],
  ask: (eprints: readonly string[]) => Promise<Answer<ReadonlyMap<string, ArxivRecord>>>,
): Promise<ReadonlyMap<string, Answer<ArxivRecord>>> {
  const answers = new Map<string, Answer<ArxivRecord>>();
  for (const batch of batches) {
    const answer = await ask(batch.map(({ eprint }) => eprint ?? ''));
    for (const { key, eprint } of batch) {
      answers.set(
        key,
        readAnswer(answer, (records) => {
          const record = records.get(eprint ?? '');
          return record === undefined ? { state: 'absent' } : { state: 'found', value: record };
        }),
      );
    }
  }
  return answers;
}

function splitEvery<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

/** Questions asked and not answered, by service. */
class Failures {
  readonly #counts = new Map<Service, { asked: number; failed: number; why: string }>();

  count(service: Service, answer: Answer<unknown>): void {
    const before = this.#counts.get(service) ?? { asked: 0, failed: 0, why: '' };
    const isFailed = answer.state === 'failed';
    this.#counts.set(service, {
      asked: before.asked + 1,
      failed: before.failed + (isFailed ? 1 : 0),
      why: before.why === '' && isFailed ? answer.why : before.why,
    });
  }

  describe(): string[] {
    return [...this.#counts].flatMap(([service, { asked, failed, why }]) =>
      failed === 0
        ? []
        : [
            `${SERVICE_NAMES[service]} left ${String(failed)} of ${String(asked)} questions without an answer (${why}); nothing is said about those`,
          ],
    );
  }
}
