import { findBuild } from '../../core/offline/build-mark.ts';
import { isOfBuild, OFFLINE_PAGE } from '../../core/offline/build-facts.ts';
import { listObsolete } from '../../core/offline/cache-names.ts';
import { chooseWay, isKeepable, isPage, NAMED, pathBelow } from '../../core/offline/choose-way.ts';
import {
  deleteCache,
  describeBuilds,
  findSaved,
  listBuilds,
  openCache,
  save,
} from './saved-files.ts';
import type { Message, WorkerScope } from './worker-scope.ts';

/**
 * Keeps what was read. Pages come from the network and are saved under the build they say they are of; a file
 * named by its content is the same in every build and comes from what is saved. Nothing else is kept unless
 * a reader asks for it, so that no page can be answered with another build's data, whichever worker answers.
 */
const scope = self as unknown as WorkerScope;
const { BUILD, registration } = scope;
const root = registration.scope;

scope.addEventListener('install', (event) => {
  event.waitUntil(saveShell());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

scope.addEventListener('message', (event) => {
  const message = event.data as Message;
  if (message.kind === 'take-over') event.waitUntil(scope.skipWaiting());
  if (message.kind === 'keep') event.waitUntil(Promise.all(message.urls.map(keepOne)));
  if (message.kind === 'forget')
    event.waitUntil(
      forget().finally(() => {
        event.ports[0]?.postMessage('done');
      }),
    );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, url, mode, cache, headers } = request;
  const way = chooseWay({ method, url, mode, cache, isRange: headers.has('range') }, root);
  if (way === 'leave') return;
  const later = (work: Promise<unknown>): void => {
    // A full or forbidden store takes nothing away from who is online.
    event.waitUntil(work.catch(() => undefined));
  };
  if (way === 'named') event.respondWith(answerNamed(request, later));
  else if (way === 'page') event.respondWith(answerPage(request, later));
  else if (way === 'part') event.respondWith(askNetworkFirst(request, later));
  else event.respondWith(fetch(request).catch(() => requireSaved(request)));
});

type Later = (work: Promise<unknown>) => void;

async function answerNamed(request: Request, later: Later): Promise<Response> {
  const saved = await findSaved(root, request.url).catch(() => undefined);
  if (saved !== undefined) return saved;
  const response = await fetch(request);
  if (isKeepable(response)) {
    const copy = response.clone();
    later(openCache(root, BUILD.build).then((cache) => save(cache, request.url, copy)));
  }
  return response;
}

async function askNetworkFirst(request: Request, later: Later): Promise<Response> {
  try {
    const response = await fetch(request);
    if (isKeepable(response)) later(savePage(request.url, response.clone()));
    return response;
  } catch {
    return requireSaved(request);
  }
}

/** A page that is not saved is answered by one that says so, under the address that was asked for. */
async function answerPage(request: Request, later: Later): Promise<Response> {
  try {
    return await askNetworkFirst(request, later);
  } catch (error) {
    const path = pathBelow(request.url, root);
    if (!isPage(path) && (await findSaved(root, `${root}${path}/`)) !== undefined)
      return Response.redirect(`${root}${path}/${new URL(request.url).search}`);
    const page = await findSaved(root, root + OFFLINE_PAGE).catch(() => undefined);
    if (page === undefined) throw error;
    return new Response(page.body, { status: 503, headers: page.headers });
  }
}

/** @throws when it is not saved: the browser says that there is no network */
async function requireSaved({ url }: Request): Promise<Response> {
  const saved = await findSaved(root, url);
  if (saved === undefined) throw new TypeError(`${url} is not saved`);
  return saved;
}

/** Saves a page under the build it says it is of. What says none, a redirect for instance, is not kept. */
async function savePage(url: string, response: Response): Promise<void> {
  const build = findBuild(await response.clone().text());
  if (build !== undefined) await save(await openCache(root, build), url, response);
}

/** Saves what is needed to say what is saved, all of one build. */
async function saveShell(): Promise<void> {
  const cache = await openCache(root, BUILD.build);
  await Promise.all(
    BUILD.shell.map(async (path) => {
      const url = root + path;
      if ((await cache.match(url)) !== undefined) return;
      const saved = path.startsWith(NAMED) ? await findSaved(root, url) : undefined;
      const response =
        saved ?? (await fetch(url, { cache: isPage(path) ? 'no-cache' : 'default' }));
      if (isPage(path) && findBuild(await response.clone().text()) !== BUILD.build)
        throw new Error(`${url} is not of build ${BUILD.build}`);
      if (saved === undefined) await save(cache, url, response);
      else await cache.put(url, response);
    }),
  );
}

/** What was loaded before there was a worker to keep it. */
async function keepOne(url: string): Promise<void> {
  const way = chooseWay(
    { method: 'GET', url, mode: 'no-cors', cache: 'default', isRange: false },
    root,
  );
  if (way !== 'named' && way !== 'part') return;
  if ((await findSaved(root, url)) !== undefined) return;
  const response = await fetch(url);
  if (way === 'part') await savePage(url, response);
  else await save(await openCache(root, BUILD.build), url, response);
}

/** The first thing this build does when it answers: what older ones saved goes, but for what is still of use. */
async function takeOver(): Promise<void> {
  const cached = await describeBuilds(root);
  const cache = await openCache(root, BUILD.build);
  for (const { build } of cached) {
    if (build === BUILD.build) continue;
    const old = await openCache(root, build);
    for (const { url } of await old.keys()) {
      if (!isOfBuild(BUILD, pathBelow(url, root)) || (await cache.match(url)) !== undefined)
        continue;
      const saved = await old.match(url);
      if (saved !== undefined) await cache.put(url, saved);
    }
  }
  for (const build of listObsolete(cached, BUILD.build)) await deleteCache(root, build);
  await scope.clients.claim();
}

async function forget(): Promise<void> {
  for (const build of await listBuilds(root)) await deleteCache(root, build);
  await saveShell();
}
