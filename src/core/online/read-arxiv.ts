import type { Answer } from './answer.ts';
import { quoteStart } from './parse-json.ts';
import { plainText } from './plain-text.ts';

/** A preprint, as the newest version on arXiv states it. */
export interface ArxivRecord {
  /** Without its version, for instance 1406.2980. */
  readonly id: string;
  /** Number of the newest version. */
  readonly version: number;
  readonly title: string;
  readonly doi: string | undefined;
  /** Year of the first version. */
  readonly year: number;
  readonly isWithdrawn: boolean;
}

/**
 * The entries of an Atom feed of arXiv's API, by id without version. A bad parameter is answered there
 * with one entry called “Error”, and a client that asks too often with a line of text: both are
 * unusable answers.
 */
export function readArxiv(text: string): Answer<ReadonlyMap<string, ArxivRecord>> {
  if (!/<feed[\s>]/.test(text)) {
    return { state: 'failed', why: `the answer is no Atom feed (it begins ${quoteStart(text)})` };
  }
  const records = new Map<string, ArxivRecord>();
  for (const [, entry = ''] of text.matchAll(/<entry(?:\s[^>]*)?>([\s\S]*?)<\/entry>/g)) {
    const title = element(entry, 'title');
    if (title === 'Error') {
      return { state: 'failed', why: `arXiv refused the question: ${element(entry, 'summary')}` };
    }
    const record = readEntry(entry, title);
    if (record === undefined) {
      return { state: 'failed', why: `an entry without id or date: ${quoteStart(entry)}` };
    }
    records.set(record.id, record);
  }
  return { state: 'found', value: records };
}

function readEntry(entry: string, title: string): ArxivRecord | undefined {
  const [, id, version] = /\/abs\/(.+?)v(\d+)$/.exec(element(entry, 'id')) ?? [];
  const year = Number(element(entry, 'published').slice(0, 4));
  if (id === undefined || version === undefined || !(year > 1900)) return undefined;
  const doi = element(entry, 'arxiv:doi');
  return {
    id,
    version: Number(version),
    title,
    doi: doi === '' ? undefined : doi,
    year,
    isWithdrawn: isWithdrawal(element(entry, 'arxiv:comment'), element(entry, 'summary')),
  };
}

/** arXiv has no field for it: authors say so in the comment or in place of the abstract. */
const isWithdrawal = (comment: string, summary: string): boolean =>
  /\bwithdrawn\b/i.test(comment) ||
  /^this (?:paper|article|submission|manuscript|work)\b[^.]{0,40}\bwithdrawn\b/i.test(summary);

/** Text of the first element of that name; empty where there is none. */
function element(xml: string, name: string): string {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '';
  return plainText(found);
}
