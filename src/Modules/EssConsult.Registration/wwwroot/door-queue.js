import { all, get, put, remove } from './door-store.js';

/** @typedef {{ nonce: string, kind: 'Entry' | 'Exit' | 'Undo', at: string, door: string, attendee?: string, code?: string, walkIn?: string, undoes?: string }} Scan */
/** @typedef {{ key: string, name: string, organisation: string, email: string | null }} WalkIn */
/** @typedef {{ nonce: string, at: string, attendee?: string, walkIn?: string, values: Record<string, string> }} Answers */
/** @typedef {{ id: string, event: string, scan?: Scan, walkIn?: WalkIn, answers?: Answers }} Waiting */
/** @typedef {{ at: string, kind: string }} Seen */

/** The site takes as many at once. */
const MOST = 500;

/** Whether a send is under way: two would only send the same twice. @type {Promise<string> | null} */
let sending = null;

/** Keeps somebody who came unannounced, then their entry. @param {string} event @param {WalkIn} walkIn */
export const keepWalkIn = (event, walkIn) => put('queue', walkIn.key, { id: walkIn.key, event, walkIn });

/** Keeps what somebody answered. @param {string} event @param {Answers} answers */
export const keepAnswers = (event, answers) => put('queue', answers.nonce, { id: answers.nonce, event, answers });

/** Keeps a scan. @param {string} event @param {Scan} scan @param {string} who @returns {Promise<Seen | undefined>} what this device last saw of them */
export async function keep(event, scan, who) {
  await put('queue', scan.nonce, { id: scan.nonce, event, scan });
  const key = `${event}/${who}`;
  const before = await get('seen', key);
  if (scan.kind === 'Undo') await remove('seen', [key]);
  else if (scan.kind === 'Exit' || before?.kind !== 'Entry') await put('seen', key, { at: scan.at, kind: scan.kind });
  return before;
}

/** @param {string} event @returns {Promise<Waiting[]>} */
export const waiting = async (event) => (await all('queue')).filter((kept) => kept.event === event);

/** Sends what waits. @param {string} event @param {string} base the door's address @returns {Promise<string>} sent, offline, signed-out or refused */
export function send(event, base) {
  sending ??= sendAll(event, base).catch(() => 'offline').finally(() => { sending = null; });
  return sending;
}

/** @param {string} event @param {string} base */
async function sendAll(event, base) {
  for (let left = await waiting(event); left.length > 0; left = await waiting(event)) {
    const state = await fetch(`${base}/etat.json`, { headers: { Accept: 'application/json' }, redirect: 'manual' });
    if (state.type === 'opaqueredirect' || state.status === 401 || state.status === 403) return 'signed-out';
    if (!state.ok) return 'refused';
    const { token } = await state.json();
    const batch = [...left.filter((kept) => kept.walkIn), ...left.filter((kept) => !kept.walkIn)].slice(0, MOST);
    const answer = await fetch(`${base}/passages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Form-Token': token },
      body: JSON.stringify({ scans: batch.flatMap((kept) => kept.scan ?? []), walkIns: batch.flatMap((kept) => kept.walkIn ?? []), answers: batch.flatMap((kept) => kept.answers ?? []) }),
    });
    if (!answer.ok) return 'refused';
    await remove('queue', batch.map((kept) => kept.id));
  }
  return 'sent';
}
