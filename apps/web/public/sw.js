// Lets the console open without network on devices used for visits. It keeps the console's own files only:
// no request to /api is ever looked at, answered or kept here.
const SHELL = 'jince-shell-1';
const PAGE = '/';
const PATIENCE_MS = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Keeps the page and all files that the build lists, then lets go of those of earlier builds. */
async function keep() {
  const cache = await caches.open(SHELL);
  const [page, list] = await Promise.all([PAGE, '/shell.json'].map((path) => fetch(path, { cache: 'no-cache' })));
  if (!page.ok || !list.ok) throw new Error(`${page.status} ${list.status}`);
  const paths = [...(await list.json()), '/weave.svg'];
  const wanted = new Set([PAGE, ...paths]);
  await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
  await cache.put(PAGE, page);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep') return;
  const port = event.ports[0];
  event.waitUntil(
    keep().then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    ),
  );
});

async function openPage(request) {
  const kept = await (await caches.open(SHELL)).match(PAGE);
  if (!kept) return fetch(request);
  const patience = new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = await Promise.race([fetch(request).catch(() => undefined), patience]);
  return answer ?? kept;
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  const elsewhere = /^\/(portal|public)(\/|$)/.test(url.pathname);
  if (event.request.mode === 'navigate' && elsewhere) return;
  if (event.request.mode === 'navigate') event.respondWith(openPage(event.request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/weave.svg')
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
