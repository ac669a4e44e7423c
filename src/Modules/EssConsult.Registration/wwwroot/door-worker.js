// The door's service worker. It keeps nothing by itself: the page of the door says what is kept (door-shell.js). Names are on none of it.

const PATIENCE = 4000;
const worker = /** @type {any} */ (self);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (url.pathname.includes('/assets/')) event.respondWith(asset(request));
});

/** The network's page; the kept one where there is none, or where it does not answer. @param {Request} request @param {URL} url */
async function page(request, url) {
  const kept = await keptPage(url);
  const slow = new Promise((resolve) => { if (kept) setTimeout(resolve, PATIENCE, kept); });
  const fresh = fetch(request).catch(() => kept ?? Response.error());
  return Promise.race([fresh, slow]);
}

/** The door of the event that the address names; at the list of events, any that is kept. @param {URL} url */
async function keptPage(url) {
  const scope = new URL(worker.registration.scope).pathname;
  const cache = await caches.open('door');
  const id = url.pathname.startsWith(scope) ? url.pathname.slice(scope.length).split('/')[0] : '';
  if (id) return cache.match(`${scope}${id}/hors-ligne`);
  const doors = (await cache.keys()).filter((known) => new URL(known.url).pathname.endsWith('/hors-ligne'));
  return doors.length > 0 ? cache.match(doors[doors.length - 1]) : undefined;
}

/** Assets have their version in their address: a kept one is the right one. @param {Request} request */
async function asset(request) {
  return (await (await caches.open('door')).match(request)) ?? fetch(request);
}
