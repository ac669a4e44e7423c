import { findByTicket, isExpired, openByPin, readTicket } from './door-file.js';
import { get, put, remove } from './door-store.js';

/** @typedef {import('./door-file.js').DoorFile} DoorFile */
/** @typedef {import('./door-file.js').DoorAttendee} DoorAttendee */
/** @typedef {{ file: DoorFile, wrong: number }} Kept */

/** Wrong PINs after which the list is gone from this device. */
const MOST_WRONG = 10;

/** The list on this device; one that has expired is wiped. @param {string} event @returns {Promise<DoorFile | null>} */
export async function current(event) {
  const kept = /** @type {Kept | undefined} */ (await get('lists', event));
  if (!kept) return null;
  if (!isExpired(kept.file)) return kept.file;
  await remove('lists', [event]);
  return null;
}

/** Takes the list anew; wrong PINs are counted on. @param {string} event @param {string} base @returns {Promise<boolean>} false when the site does not give it, or there is no network */
export async function take(event, base) {
  const answer = await fetch(`${base}/liste.json`, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(() => null);
  if (!answer?.ok) return false;
  const kept = /** @type {Kept | undefined} */ (await get('lists', event));
  await put('lists', event, { file: await answer.json(), wrong: kept?.wrong ?? 0 });
  return true;
}

/** Whose ticket it is. @param {string} event @param {string} code @returns {Promise<{ id: string, person: DoorAttendee | null } | null>} null for what is no ticket */
export async function find(event, code) {
  const ticket = readTicket(code);
  if (!ticket) return null;
  const file = await current(event);
  return { id: ticket.attendee, person: file && await findByTicket(file, ticket) };
}

/** Opens the names. Each try is written down before it is made: closing the page does not make it free.
 * @param {string} event @param {string} pin @returns {Promise<{ people?: DoorAttendee[], left: number }>} tries that are left; 0 once the list is wiped */
export async function unlock(event, pin) {
  const file = await current(event);
  if (!file) return { left: 0 };
  const kept = /** @type {Kept} */ (await get('lists', event));
  await put('lists', event, { ...kept, wrong: kept.wrong + 1 });
  const people = await openByPin(file, pin);
  if (people) {
    await put('lists', event, { ...kept, wrong: 0 });
    return { people, left: MOST_WRONG };
  }
  if (kept.wrong + 1 >= MOST_WRONG) await remove('lists', [event]);
  return { left: MOST_WRONG - kept.wrong - 1 };
}

/** Without accents, capitals and punctuation. @param {string} text */
const keyOf = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Those whose name or structure holds each word. @param {DoorAttendee[]} people @param {string} words */
export function named(people, words) {
  const asked = keyOf(words).split(' ').filter(Boolean);
  return asked.length === 0 ? [] : people.filter((person) => asked.every((word) => keyOf(`${person.name} ${person.organisation}`).includes(word)));
}
