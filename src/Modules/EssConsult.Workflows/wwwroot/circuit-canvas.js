/**
 * Draws a circuit with JointJS (MPL-2.0) and lays it out with dagre (MIT), both restored from npm. Nothing here knows the server.
 */
import { kinds, measure, show, viewOf } from './circuit/cells.js';
import { minimap } from './circuit/minimap.js';
import { listen } from './circuit/pointer.js';
import { isHeap, size, tidy } from './circuit/tidy.js';

/**
 * @param {HTMLElement} place
 * @param {{ moved: Function, resized: Function, connected: Function, cut: Function, chosen: Function, added: Function }} tell
 */
export async function draw(place, tell) {
  const [, dagre] = await Promise.all([import('../lib/joint.min.js'), import('../lib/dagre.esm.js')]);
  const { dia, shapes, highlighters, V } = /** @type {any} */ (globalThis).joint;
  const cells = kinds(dia, shapes);
  const graph = new dia.Graph({}, { cellNamespace: cells });
  place.replaceChildren();
  const board = place.appendChild(Object.assign(document.createElement('div'), { className: 'paper' }));
  // The library's own sheet would be a style element, which the site's policy refuses: ours is in workflows.css.
  const Paper = dia.Paper.extend({ stylesheet: null });
  const paper = new Paper({
    el: board, model: graph, cellViewNamespace: cells, width: place.clientWidth || 800, height: 640, async: false, gridSize: 10, linkPinning: false, snapLinks: { radius: 30 },
    defaultLink: () => new cells.ess.Wire(), defaultConnector: { name: 'curve', args: { sourceDirection: 'down', targetDirection: 'up' } },
    defaultConnectionPoint: { name: 'anchor' }, clickThreshold: 4, elementView: viewOf(dia, V), measureNode: measure,
    validateConnection: (/** @type {any} */ from, /** @type {any} */ _, /** @type {any} */ to, /** @type {any} */ magnet) => from !== to && to.model.isElement() && magnet?.getAttribute('magnet') === 'passive',
  });
  const map = minimap(place, paper, graph);
  // Until somebody looks closer, the whole stays in view.
  let fits = true;
  const fit = () => { fits = true; paper.transformToFitContent({ padding: 32, maxScale: 1, useModelGeometry: true, horizontalAlign: 'middle' }); map.draw(); };
  const watch = new ResizeObserver(() => {
    if (place.clientWidth > 0) paper.setDimensions(place.clientWidth, 640);
    if (fits) fit();
    map.draw();
  });
  watch.observe(place);
  paper.on('blank:mousewheel cell:mousewheel blank:pointerdown', () => { fits = false; });
  listen(paper, place, tell);
  /** @type {Map<string, string>} */ const known = new Map();

  return {
    /** @param {any} type @param {any} boxes @param {{ start: string, note: string }} words */
    show(type, boxes, words) {
      if (isHeap(type.Activities)) tidy(dagre, type);
      show(graph, cells, known, type, boxes, words);
      map.draw();
    },
    /** @param {string | null} id @param {boolean} [focus] */
    choose(id, focus) {
      highlighters.addClass.removeAll(paper);
      const view = id && graph.getCell(id)?.findView(paper);
      if (!view) return;
      highlighters.addClass.add(view, 'box', 'chosen', { className: 'is-chosen' });
      if (focus && document.activeElement !== view.el) view.el.focus({ preventScroll: true });
    },
    /** @param {any} type */
    tidy: (type) => tidy(dagre, type),
    /** @param {number} factor */
    zoom(factor) {
      fits = false;
      const box = paper.getComputedSize();
      paper.scaleUniformAtPoint(Math.min(2, Math.max(0.2, paper.scale().sx * factor)), paper.clientToLocalPoint(board.getBoundingClientRect().left + box.width / 2, board.getBoundingClientRect().top + box.height / 2));
      map.draw();
    },
    fit,
    /** As long as nobody has looked closer. */
    stayWhole: () => fits && fit(),
    middle() {
      const at = board.getBoundingClientRect();
      const point = paper.clientToLocalPoint(at.left + at.width / 2, at.top + at.height / 2);
      return { x: point.x - size.width / 2, y: point.y - size.height / 2 };
    },
    destroy() {
      watch.disconnect();
      paper.remove();
      graph.clear();
    },
  };
}
