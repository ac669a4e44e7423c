/**
 * What is done to a drawing, in Orchard's JSON. Nothing here knows the page or the server.
 * @typedef {{ ActivityId: string, Name: string, X: number, Y: number, IsStart: boolean, Properties: any }} Activity
 * @typedef {{ Id: number, SourceActivityId: string, SourceOutcomeName: string, DestinationActivityId: string }} Transition
 * @typedef {{ Id: string, Text: string, X: number, Y: number, Width: number, Height: number }} Note
 */
const NOTE = 'note:';
const SIZE = { Width: 220, Height: 100 };
const [LEAST, MOST] = [60, 1200];
const GAP = 20;

/** @param {any} type @returns {Note[]} */
export const notesOf = (type) => (Array.isArray(type.Properties?.EssNotes) ? type.Properties.EssNotes.filter((/** @type {any} */ note) => note?.Id) : []);

/** How the canvas names a note: activities go by their own ids. @param {Note} note */
export const keyOf = (note) => NOTE + note.Id;

/** @param {any} type @param {string | null} key @returns {Activity | undefined} */
export const activityOf = (type, key) => type.Activities.find((/** @type {Activity} */ activity) => activity.ActivityId === key);

/** @param {any} type @param {string | null} key */
export const noteOf = (type, key) => notesOf(type).find((note) => keyOf(note) === key);

/** Whatever lies there under a key. @param {any} type @param {string | null} key */
export const thingOf = (type, key) => activityOf(type, key) ?? noteOf(type, key);

/** @param {any} type @param {string} key @param {number} x @param {number} y */
export const place = (type, key, x, y) => Object.assign(thingOf(type, key) ?? {}, { X: Math.round(x), Y: Math.round(y) });

/** @param {any} type @param {string} key @param {number} width @param {number} height */
export function resize(type, key, width, height) {
  const within = (/** @type {number} */ length) => Math.round(Math.min(MOST, Math.max(LEAST, length)));
  return Object.assign(noteOf(type, key) ?? {}, { Width: within(width), Height: within(height) });
}

/** @param {any} type @param {string} source @param {string} outcome @param {string} destination */
export function connect(type, source, outcome, destination) {
  disconnect(type, source, outcome);
  const id = Math.max(-1, ...type.Transitions.map((/** @type {Transition} */ edge) => Number(edge.Id) || 0)) + 1;
  type.Transitions.push({ Id: id, SourceActivityId: source, SourceOutcomeName: outcome, DestinationActivityId: destination });
}

/** @param {any} type @param {string} source @param {string} outcome */
export function disconnect(type, source, outcome) {
  type.Transitions = type.Transitions.filter((/** @type {Transition} */ edge) => edge.SourceActivityId !== source || edge.SourceOutcomeName !== outcome);
}

/** @param {any} type @param {string} key */
export function remove(type, key) {
  if (noteOf(type, key)) {
    type.Properties.EssNotes = type.Properties.EssNotes.filter((/** @type {Note} */ note) => keyOf(note) !== key);
    return;
  }
  type.Activities = type.Activities.filter((/** @type {Activity} */ activity) => activity.ActivityId !== key);
  type.Transitions = type.Transitions.filter((/** @type {Transition} */ edge) => edge.SourceActivityId !== key && edge.DestinationActivityId !== key);
}

/** @param {any} type @param {Partial<Note>} note @returns {string} its key */
export function addNote(type, note) {
  const added = /** @type {Note} */ ({ Text: '', X: 0, Y: 0, ...SIZE, ...note, Id: newId() });
  type.Properties ??= {};
  (type.Properties.EssNotes ??= []).push(added);
  return keyOf(added);
}

/** A place for a note near a point, beside whatever lies there. @param {any} type @param {{ x: number, y: number }} near */
export function freeNear(type, near) {
  const things = [...type.Activities.map((/** @type {Activity} */ box) => ({ Width: 200, Height: 60, ...box })), ...notesOf(type)];
  const at = { X: Math.round(near.x), Y: Math.round(near.y) };
  const hits = () => things.find((thing) => at.X < thing.X + thing.Width + GAP && thing.X < at.X + SIZE.Width + GAP && at.Y < thing.Y + thing.Height + GAP && thing.Y < at.Y + SIZE.Height + GAP);
  for (let hit = hits(); hit; hit = hits()) at.X = Math.round(Number(hit.X) + hit.Width + GAP);
  return at;
}

/** A copy of an activity or a note, beside it. @param {any} type @param {any} thing @returns {string} its key */
export function paste(type, thing) {
  if (!thing.ActivityId) return addNote(type, { ...thing, X: Number(thing.X) + 20, Y: Number(thing.Y) + 20 });
  const id = newId();
  type.Activities.push({ ...thing, ActivityId: id, IsStart: false, X: Number(thing.X) + 230, Y: Number(thing.Y) });
  return id;
}

const newId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 26);
