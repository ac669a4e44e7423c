// What the door keeps on this device: the sealed list, scans that wait to be sent, who was seen here.

/** @typedef {'lists' | 'queue' | 'seen'} Store */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('door', 1);
    asked.onupgradeneeded = () => ['lists', 'queue', 'seen'].forEach((store) => asked.result.createObjectStore(store));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/**
 * Acts on one store in a transaction of its own; resolves once it is on disk.
 * @template T
 * @param {Store} store @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T> | void} act
 * @returns {Promise<T | undefined>}
 */
async function within(store, mode, act) {
  const transaction = (await database()).transaction(store, mode, { durability: 'strict' });
  const request = act(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @param {Store} store @param {string} key @returns {Promise<any>} undefined when it is not there */
export const get = (store, key) => within(store, 'readonly', (rows) => rows.get(key));

/** @param {Store} store @param {string} key @param {unknown} value */
export const put = (store, key, value) => within(store, 'readwrite', (rows) => rows.put(value, key));

/** @param {Store} store @param {string[]} keys */
export const remove = (store, keys) => within(store, 'readwrite', (rows) => keys.forEach((key) => rows.delete(key)));

/** @param {Store} store @returns {Promise<any[]>} */
export const all = async (store) => (await within(store, 'readonly', (rows) => rows.getAll())) ?? [];
