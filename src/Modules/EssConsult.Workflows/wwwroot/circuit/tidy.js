import { activityOf, notesOf } from './drawing.js';

export const size = { width: 200, height: 60 };

/** Boxes that nobody has placed lie on one another. @param {any[]} activities */
export function isHeap(activities) {
  const places = new Set(activities.map((activity) => `${activity.X},${activity.Y}`));
  return activities.length > 1 && places.size < activities.length / 2;
}

/** Lays the boxes out in layers; a note goes along with the box that it lies by. @param {any} dagre @param {any} type */
export function tidy(dagre, type) {
  const layered = new dagre.Graph();
  layered.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 72 });
  layered.setDefaultEdgeLabel(() => ({}));
  for (const activity of type.Activities) layered.setNode(activity.ActivityId, { ...size });
  for (const edge of type.Transitions) {
    if (layered.hasNode(edge.SourceActivityId) && layered.hasNode(edge.DestinationActivityId)) layered.setEdge(edge.SourceActivityId, edge.DestinationActivityId);
  }
  dagre.layout(layered);
  const beside = notesOf(type).map((note) => ({ note, id: nearest(type, note) }));
  for (const { note, id } of beside) {
    const [from, to] = [activityOf(type, id), id && layered.node(id)];
    if (from && to) Object.assign(note, { X: Math.round(note.X + left(to) - from.X), Y: Math.round(note.Y + top(to) - from.Y) });
  }
  for (const activity of type.Activities) {
    const at = layered.node(activity.ActivityId);
    Object.assign(activity, { X: left(at), Y: top(at) });
  }
}

/** @param {{ x: number }} at */
const left = (at) => Math.round(at.x - size.width / 2 + 40);
/** @param {{ y: number }} at */
const top = (at) => Math.round(at.y - size.height / 2 + 40);

/** @param {any} type @param {import('./drawing.js').Note} note @returns {string | null} */
function nearest(type, note) {
  const far = (/** @type {any} */ activity) => Math.abs(activity.X + size.width / 2 - note.X - note.Width / 2) + Math.abs(activity.Y + size.height / 2 - note.Y - note.Height / 2);
  return type.Activities.reduce((/** @type {any} */ best, /** @type {any} */ activity) => (!best || far(activity) < far(best) ? activity : best), null)?.ActivityId ?? null;
}
