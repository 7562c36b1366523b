import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceBases } from '../../core/online/addresses.ts';
import { SERVICE_BASES } from '../../core/online/addresses.ts';
import { AnswerCache } from './answer-cache.ts';
import type { Pace } from './polite-client.ts';
import { PoliteClient } from './polite-client.ts';

/** Where answers are kept unless another folder is named. */
export const CACHE_FOLDER = 'node_modules/.cache/dark-portals-online';

/** Answers older than that are asked again [ms]: a stopped run goes on the same day, a weekly one asks anew. */
const MAX_AGE_MS = 20 * 3600 * 1000;

/**
 * Paces below what the services ask for: INSPIRE 15 requests in 5 s, Crossref 5 per second for those
 * without a name, arXiv one every 3 s and one at once; HEPData states none.
 */
const PACES: Readonly<Record<keyof ServiceBases, Pace>> = {
  inspire: { everyMs: 400, atOnce: 2 },
  crossref: { everyMs: 300, atOnce: 1 },
  arxiv: { everyMs: 3100, atOnce: 1 },
  hepdata: { everyMs: 1000, atOnce: 1 },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The services' addresses, each of which an environment variable (`INSPIRE_URL`, …) may replace. */
export const readBases = (env: Environment): ServiceBases => ({
  inspire: env['INSPIRE_URL'] ?? SERVICE_BASES.inspire,
  crossref: env['CROSSREF_URL'] ?? SERVICE_BASES.crossref,
  arxiv: env['ARXIV_URL'] ?? SERVICE_BASES.arxiv,
  hepdata: env['HEPDATA_URL'] ?? SERVICE_BASES.hepdata,
});

/** A client that says who asks: the repository, and whom to write to (`ONLINE_CONTACT`) where that is set. */
export function makeClient(
  bases: ServiceBases,
  cacheFolder: string,
  env: Environment,
): PoliteClient {
  const services = Object.keys(PACES) as (keyof ServiceBases)[];
  const repository = env['GITHUB_REPOSITORY'];
  const contact = env['ONLINE_CONTACT'];
  const about = [
    ...(repository === undefined ? [] : [`+https://github.com/${repository}`]),
    ...(contact === undefined || contact === '' ? [] : [`mailto:${contact}`]),
  ];
  return new PoliteClient({
    cache: new AnswerCache(cacheFolder, MAX_AGE_MS),
    userAgent: `dark-portals${about.length === 0 ? '' : ` (${about.join('; ')})`}`.replaceAll(
      /[^\x20-\x7e]/g,
      '',
    ),
    paces: new Map(
      services.map((service) => [new URL(bases[service]).origin, paceOf(service, bases)]),
    ),
    timeoutMs: 30_000,
    retries: 3,
    backOffMs: 5_000,
    now: Date.now,
    sleep: async (ms) => sleep(ms),
    random: Math.random,
  });
}

/** Another server than the public one, on this machine, need not be spared. */
const paceOf = (service: keyof ServiceBases, bases: ServiceBases): Pace =>
  new URL(bases[service]).hostname === '127.0.0.1' ? { everyMs: 0, atOnce: 4 } : PACES[service];
