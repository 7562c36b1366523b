import { deleteCache, listBuilds } from './saved-files.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Takes the place of the worker where the site is to have none any more: removes what it saved, then itself. */
const scope = self as unknown as WorkerScope;
const { registration } = scope;

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(remove());
});

async function remove(): Promise<void> {
  try {
    for (const build of await listBuilds(registration.scope))
      await deleteCache(registration.scope, build);
  } finally {
    await registration.unregister();
  }
}
