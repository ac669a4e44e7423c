/** Where everything lies, small; a press looks there. @param {HTMLElement} place @param {any} paper @param {any} graph */
export function minimap(place, paper, graph) {
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
  graph.on('change:position change:size add remove reset', later);
  map.addEventListener('pointerdown', (event) => {
    const at = map.getBoundingClientRect();
    const zoom = paper.scale().sx;
    const size = paper.getComputedSize();
    paper.translate(size.width / 2 - ((event.clientX - at.left) / scale + origin.x) * zoom, size.height / 2 - ((event.clientY - at.top) / scale + origin.y) * zoom);
  });
  return { draw: later };
}
