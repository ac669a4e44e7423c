// Keeps the door's page and what it is made of, so that it opens without network.

/** Registers the worker and offers the page as an application. @param {HTMLElement} door */
export async function install(door) {
  const link = Object.assign(document.createElement('link'), { rel: 'manifest', href: door.dataset.manifest });
  document.head.append(link);
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(/** @type {string} */ (door.dataset.worker));
  await navigator.serviceWorker.ready;
}

/** Keeps this page, which holds no name, and each style sheet, script and picture that it has loaded. @param {string} address of the page */
export async function keepPage(address) {
  const parts = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.startsWith(location.origin) && new URL(name).pathname.includes('/assets/'));
  const cache = await caches.open('door');
  const page = await fetch(address, { redirect: 'manual' }).catch(() => null);
  if (!page?.ok) return;
  await cache.put(address, page);
  await Promise.all([...new Set(parts)].map(async (part) => (await cache.match(part)) ?? cache.add(part).catch(() => undefined)));
}
