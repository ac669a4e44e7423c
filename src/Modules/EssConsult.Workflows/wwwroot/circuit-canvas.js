/**
 * Draws a circuit with JointJS (MPL-2.0) and lays it out with dagre (MIT), both restored from npm. Nothing here knows the server.
 */
export const size = { width: 200, height: 60 };

/**
 * @param {HTMLElement} place
 * @param {{ moved: Function, connected: Function, cut: Function, chosen: Function, added: Function }} tell
 */
export async function draw(place, tell) {
  const [, dagre] = await Promise.all([import('../lib/joint.min.js'), import('../lib/dagre.esm.js')]);
  const { dia, shapes, highlighters } = /** @type {any} */ (globalThis).joint;
  const cells = kinds(dia, shapes);
  const graph = new dia.Graph({}, { cellNamespace: cells });
  place.replaceChildren();
  const board = place.appendChild(Object.assign(document.createElement('div'), { className: 'paper' }));
  // The library's own sheet would be a style element, which the site's policy refuses: ours is in workflows.css.
  const Paper = dia.Paper.extend({ stylesheet: null });
  const paper = new Paper({
    el: board, model: graph, cellViewNamespace: cells, width: place.clientWidth || 800, height: 640, async: false, gridSize: 10, linkPinning: false, snapLinks: { radius: 30 },
    defaultLink: () => new cells.ess.Wire(), defaultConnector: { name: 'curve', args: { sourceDirection: 'down', targetDirection: 'up' } },
    defaultConnectionPoint: { name: 'anchor' }, clickThreshold: 4,
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

  return {
    /** @param {any} type @param {any} boxes @param {{ start: string }} words */
    show(type, boxes, words) {
      if (isHeap(type.Activities)) tidy(dagre, type);
      graph.resetCells(cellsOf(cells, type, boxes, words));
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

/** @param {any} dia @param {any} shapes */
function kinds(dia, shapes) {
  const dot = { tagName: 'circle', selector: 'dot' };
  const Activity = dia.Element.define('ess.Activity', {
    size, z: 1,
    attrs: {
      root: { tabindex: 0, role: 'group' },
      box: { class: 'box', width: 'calc(w)', height: 'calc(h)' },
      label: { class: 'label', x: 'calc(w/2)', y: 'calc(h/2)', textAnchor: 'middle', textVerticalAnchor: 'middle', textWrap: { width: 176, height: 44, ellipsis: true } },
      badge: { class: 'badge-start', x: 10, y: -6 },
    },
    ports: {
      groups: {
        in: { position: 'top', markup: [dot], label: { markup: [] }, attrs: { dot: { class: 'port', r: 7, magnet: 'passive' } } },
        out: { position: 'bottom', label: { markup: [] }, markup: [dot, { tagName: 'text', selector: 'text' }], attrs: { dot: { class: 'port port-out', r: 7, magnet: true }, text: { class: 'port-words', y: 20, textAnchor: 'middle' } } },
      },
    },
  }, { markup: [{ tagName: 'rect', selector: 'box' }, { tagName: 'text', selector: 'label' }, { tagName: 'text', selector: 'badge' }] });
  const Wire = shapes.standard.Link.define('ess.Wire', { z: -1, attrs: { line: { class: 'wire', targetMarker: { type: 'path', d: 'M 8 -4 0 0 8 4 z', class: 'wire-end' } } } });
  return { ...shapes, ess: { Activity, Wire } };
}

/** @param {any} cells @param {any} type @param {any} boxes @param {{ start: string }} words */
function cellsOf(cells, type, boxes, words) {
  const known = new Set(type.Activities.map((/** @type {any} */ activity) => activity.ActivityId));
  const elements = type.Activities.map((/** @type {any} */ activity) => {
    const box = boxes[activity.ActivityId] ?? { title: activity.Name, isEvent: false, isKnown: false, outcomes: [] };
    const outs = box.outcomes.map((/** @type {any} */ outcome) => ({ id: `out:${outcome.name}`, group: 'out', attrs: { text: { text: outcome.words, ...(outcome.language && { lang: outcome.language }) } } }));
    return new cells.ess.Activity({
      id: activity.ActivityId, position: { x: Number(activity.X) || 0, y: Number(activity.Y) || 0 },
      attrs: {
        root: { 'aria-label': activity.IsStart ? `${box.title} (${words.start})` : box.title, ...(box.language && { lang: box.language }) },
        box: { class: ['box', box.isEvent && 'is-event', !box.isKnown && 'is-unknown'].filter(Boolean).join(' '), rx: box.isEvent ? size.height / 2 : 10 },
        label: { text: box.title }, badge: { text: activity.IsStart ? words.start : '' },
      },
      ports: { items: [{ id: 'in', group: 'in' }, ...outs] },
    });
  });
  const wires = type.Transitions
    .filter((/** @type {any} */ edge) => known.has(edge.SourceActivityId) && known.has(edge.DestinationActivityId))
    .map((/** @type {any} */ edge) => new cells.ess.Wire({ source: { id: edge.SourceActivityId, port: `out:${edge.SourceOutcomeName}` }, target: { id: edge.DestinationActivityId, port: 'in' } }));
  return [...elements, ...wires];
}

/** @param {any} paper @param {HTMLElement} place @param {any} tell */
function listen(paper, place, tell) {
  const outcome = (/** @type {any} */ end) => String(end.port ?? '').replace(/^out:/, '');
  /** @type {{ x: number, y: number } | null} */ let from = null;
  paper.on('element:pointerdown', (/** @type {any} */ view) => { from = { ...view.model.position() }; });
  paper.on('element:pointerup', (/** @type {any} */ view) => {
    const at = view.model.position();
    if (from && (from.x !== at.x || from.y !== at.y)) tell.moved(view.model.id, at.x, at.y);
    from = null;
  });
  paper.on('element:pointerclick', (/** @type {any} */ view) => tell.chosen(view.model.id));
  paper.on('blank:pointerclick', () => tell.chosen(null));
  paper.on('link:connect', (/** @type {any} */ view) => tell.connected(view.model.source().id, outcome(view.model.source()), view.model.target().id));
  paper.on('link:pointerdblclick', (/** @type {any} */ view) => tell.cut(view.model.source().id, outcome(view.model.source())));
  const zoom = (/** @type {any} */ event, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ delta) => {
    event.preventDefault();
    paper.scaleUniformAtPoint(Math.min(2, Math.max(0.2, paper.scale().sx * 1.1 ** delta)), { x, y });
  };
  paper.on('blank:mousewheel', zoom);
  paper.on('cell:mousewheel', (/** @type {any} */ _, /** @type {any[]} */ ...more) => zoom(more[0], more[1], more[2], more[3]));
  pan(paper);
  place.addEventListener('focusin', (event) => {
    const id = /** @type {Element} */ (event.target).closest('[model-id]')?.getAttribute('model-id');
    if (id) tell.chosen(id);
  });
  place.addEventListener('dragover', (event) => event.preventDefault());
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    const kind = event.dataTransfer?.getData('text/plain');
    const at = paper.clientToLocalPoint(event.clientX, event.clientY);
    if (kind) tell.added(kind, at.x - size.width / 2, at.y - size.height / 2);
  });
}

/** Dragging the ground moves the view. @param {any} paper */
function pan(paper) {
  paper.on('blank:pointerdown', (/** @type {any} */ event) => {
    const start = { x: event.clientX, y: event.clientY, ...paper.translate() };
    const move = (/** @type {PointerEvent} */ now) => paper.translate(start.tx + now.clientX - start.x, start.ty + now.clientY - start.y);
    const stop = () => { document.removeEventListener('pointermove', move); document.removeEventListener('pointerup', stop); };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', stop);
  });
}

/** Where everything lies, small; a press looks there. @param {HTMLElement} place @param {any} paper @param {any} graph */
function minimap(place, paper, graph) {
  const [width, height] = [160, 110];
  const map = place.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  map.setAttribute('class', 'board-map');
  map.setAttribute('width', String(width));
  map.setAttribute('height', String(height));
  map.setAttribute('aria-hidden', 'true');
  let scale = 1;
  let origin = { x: 0, y: 0 };
  let waits = 0;
  const rect = (/** @type {any} */ box, /** @type {string} */ name) => {
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [key, value] of Object.entries({ x: (box.x - origin.x) * scale, y: (box.y - origin.y) * scale, width: box.width * scale, height: box.height * scale, class: name })) drawn.setAttribute(key, String(value));
    return drawn;
  };
  const draw = () => {
    waits = 0;
    const all = graph.getBBox();
    const seen = paper.getArea();
    if (!all) return map.replaceChildren();
    const whole = all.union(seen);
    map.toggleAttribute('hidden', seen.containsRect(all));
    scale = Math.min(width / whole.width, height / whole.height);
    origin = { x: whole.x, y: whole.y };
    map.replaceChildren(...graph.getElements().map((/** @type {any} */ cell) => rect(cell.getBBox(), 'map-box')), rect(seen, 'map-view'));
  };
  const later = () => { waits ||= requestAnimationFrame(draw); };
  paper.on('translate scale', later);
  graph.on('change:position reset', later);
  map.addEventListener('pointerdown', (event) => {
    const at = map.getBoundingClientRect();
    const zoom = paper.scale().sx;
    const size = paper.getComputedSize();
    paper.translate(size.width / 2 - ((event.clientX - at.left) / scale + origin.x) * zoom, size.height / 2 - ((event.clientY - at.top) / scale + origin.y) * zoom);
  });
  return { draw: later };
}

/** Boxes that nobody has placed lie on one another. @param {any[]} activities */
function isHeap(activities) {
  const places = new Set(activities.map((activity) => `${activity.X},${activity.Y}`));
  return activities.length > 1 && places.size < activities.length / 2;
}

/** @param {any} dagre @param {any} type */
function tidy(dagre, type) {
  const layered = new dagre.Graph();
  layered.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 72 });
  layered.setDefaultEdgeLabel(() => ({}));
  for (const activity of type.Activities) layered.setNode(activity.ActivityId, { ...size });
  for (const edge of type.Transitions) {
    if (layered.hasNode(edge.SourceActivityId) && layered.hasNode(edge.DestinationActivityId)) layered.setEdge(edge.SourceActivityId, edge.DestinationActivityId);
  }
  dagre.layout(layered);
  for (const activity of type.Activities) {
    const at = layered.node(activity.ActivityId);
    Object.assign(activity, { X: Math.round(at.x - size.width / 2 + 40), Y: Math.round(at.y - size.height / 2 + 40) });
  }
}
