import { keyOf, notesOf } from './drawing.js';
import { size } from './tidy.js';
import { fontOf, wrap } from './words.js';

const LINE = 17;

/** The shapes of JointJS that a circuit is made of. @param {any} dia @param {any} shapes */
export function kinds(dia, shapes) {
  const dot = { tagName: 'circle', selector: 'dot' };
  const root = { tabindex: 0, role: 'group' };
  const Activity = dia.Element.define('ess.Activity', {
    size, z: 1,
    attrs: {
      root,
      box: { class: 'box', width: 'calc(w)', height: 'calc(h)' },
      label: { class: 'label', x: 'calc(w/2)', y: 'calc(h/2)', textAnchor: 'middle', textVerticalAnchor: 'middle', lineHeight: LINE },
      badge: { class: 'badge-start', x: 10, y: -6 },
    },
    ports: {
      groups: {
        in: { position: 'top', markup: [dot], label: { markup: [] }, attrs: { dot: { class: 'port', r: 7, magnet: 'passive' } } },
        out: { position: 'bottom', label: { markup: [] }, markup: [dot, { tagName: 'text', selector: 'text' }], attrs: { dot: { class: 'port port-out', r: 7, magnet: true }, text: { class: 'port-words', y: 20, textAnchor: 'middle' } } },
      },
    },
  }, { markup: [{ tagName: 'rect', selector: 'box' }, { tagName: 'text', selector: 'label' }, { tagName: 'text', selector: 'badge' }] });
  const Note = dia.Element.define('ess.Note', {
    z: -2,
    attrs: {
      root,
      box: { class: 'box is-note', width: 'calc(w)', height: 'calc(h)' },
      label: { class: 'note-words', x: 12, y: 10, textVerticalAnchor: 'top', lineHeight: LINE },
      grip: { class: 'note-grip', d: 'M calc(w-14) calc(h) L calc(w) calc(h-14) L calc(w) calc(h) z', event: 'element:grip:pointerdown' },
    },
  }, { markup: [{ tagName: 'rect', selector: 'box' }, { tagName: 'text', selector: 'label' }, { tagName: 'path', selector: 'grip' }] });
  const Wire = shapes.standard.Link.define('ess.Wire', { z: -1, attrs: { line: { class: 'wire', targetMarker: { type: 'path', d: 'M 8 -4 0 0 8 4 z', class: 'wire-end' } } } });
  return { ...shapes, ess: { Activity, Note, Wire } };
}

/** A box that knows its own measures: the library asks the page for them, which lays it out anew for each end of each line. @param {any} dia @param {any} V */
export const viewOf = (dia, V) => dia.ElementView.extend({
  /** @param {SVGElement} node */
  getNodeMatrix(node) {
    const kept = this.nodeCache(node);
    kept.magnetMatrix ??= V(node).getTransformToElement(this.el, { safe: true });
    return V.createSVGMatrix(kept.magnetMatrix);
  },
});

/** A port is its dot, whatever words lie under it. @param {SVGElement} node @param {any} view */
export const measure = (node, view) => (node.matches('.port, [port]') ? { x: -7, y: -7, width: 14, height: 14 } : { x: 0, y: 0, ...view.model.size() });

/**
 * Shows a drawing: what looks as before stays, so that an act on one box of two hundred costs one box.
 * @param {any} graph @param {any} cells @param {Map<string, string>} known how each cell looked @param {any} type @param {any} boxes @param {{ start: string, note: string }} words
 */
export function show(graph, cells, known, type, boxes, words) {
  const wanted = new Map([...notesOf(type).map((note) => noteCell(note, words)), ...type.Activities.map((/** @type {any} */ activity) => activityCell(activity, boxes, words)), ...wireCells(type)].map((cell) => [cell.id, cell]));
  graph.startBatch('show');
  for (const cell of graph.getCells()) {
    const [look, had] = [looks(wanted.get(cell.id)), known.get(cell.id)];
    if (look === undefined || look !== had) cell.remove();
  }
  const fresh = [];
  for (const [id, { kind, position, ...more }] of wanted) {
    const cell = graph.getCell(id);
    if (!cell) fresh.push(new cells.ess[kind]({ ...more, ...(position && { position }) }));
    else if (position) cell.position(position.x, position.y);
  }
  graph.addCells(fresh);
  graph.stopBatch('show');
  known.clear();
  for (const [id, cell] of wanted) known.set(id, /** @type {string} */ (looks(cell)));
}

/** How high a note must be to show all that it says. @param {string} text @param {number} width */
export const heightFor = (text, width) => wrap(text, fontOf('normal'), width - 24, Infinity).split('\n').length * LINE + 20;

/** All but where it lies. @param {any} cell */
const looks = (cell) => cell && JSON.stringify({ ...cell, position: undefined });

/** @param {any} thing */
const positionOf = (thing) => ({ x: Number(thing.X) || 0, y: Number(thing.Y) || 0 });

/** @param {import('./drawing.js').Note} note @param {{ note: string }} words */
const noteCell = (note, words) => ({
  kind: 'Note', id: keyOf(note), position: positionOf(note), size: { width: Number(note.Width) || 220, height: Number(note.Height) || 100 },
  attrs: { root: { 'aria-label': `${words.note} : ${note.Text}` }, label: { text: wrap(note.Text, fontOf('normal'), note.Width - 24, Math.max(1, Math.floor((note.Height - 16) / LINE))) || ' ' } },
});

/** @param {any} activity @param {any} boxes @param {{ start: string }} words */
function activityCell(activity, boxes, words) {
  const box = boxes[activity.ActivityId] ?? { title: activity.Name, isEvent: false, isKnown: false, outcomes: [] };
  const outs = box.outcomes.map((/** @type {any} */ outcome) => ({ id: `out:${outcome.name}`, group: 'out', attrs: { text: { text: outcome.words, ...(outcome.language && { lang: outcome.language }) } } }));
  return {
    kind: 'Activity', id: activity.ActivityId, position: positionOf(activity),
    attrs: {
      root: { 'aria-label': activity.IsStart ? `${box.title} (${words.start})` : box.title, ...(box.language && { lang: box.language }) },
      box: { class: ['box', box.isEvent && 'is-event', !box.isKnown && 'is-unknown'].filter(Boolean).join(' '), rx: box.isEvent ? size.height / 2 : 10 },
      label: { text: wrap(box.title, fontOf('bold'), 172, 3) }, badge: { text: activity.IsStart ? words.start : '' },
    },
    ports: { items: [{ id: 'in', group: 'in' }, ...outs] },
  };
}

/** @param {any} type */
function wireCells(type) {
  const known = new Set(type.Activities.map((/** @type {any} */ activity) => activity.ActivityId));
  return type.Transitions
    .filter((/** @type {any} */ edge) => known.has(edge.SourceActivityId) && known.has(edge.DestinationActivityId))
    .map((/** @type {any} */ edge) => ({
      kind: 'Wire', id: `wire:${edge.SourceActivityId}|${edge.SourceOutcomeName}|${edge.DestinationActivityId}`,
      source: { id: edge.SourceActivityId, port: `out:${edge.SourceOutcomeName}` }, target: { id: edge.DestinationActivityId, port: 'in' },
    }));
}
