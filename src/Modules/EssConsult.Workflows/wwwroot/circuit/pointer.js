import { size } from './tidy.js';

/** What is done on the canvas with a pointer. @param {any} paper @param {HTMLElement} place @param {any} tell */
export function listen(paper, place, tell) {
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
  paper.on('element:grip:pointerdown', (/** @type {any} */ view, /** @type {any} */ event) => resize(view.model, event, paper.scale().sx, tell));
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

/** Pulling a note's corner. @param {any} note @param {any} event @param {number} scale @param {any} tell */
function resize(note, event, scale, tell) {
  event.stopPropagation();
  const start = { x: event.clientX, y: event.clientY, ...note.size() };
  follow((now) => note.resize(Math.max(60, start.width + (now.clientX - start.x) / scale), Math.max(60, start.height + (now.clientY - start.y) / scale)),
    () => tell.resized(note.id, note.size().width, note.size().height));
}

/** Dragging the ground moves the view. @param {any} paper */
function pan(paper) {
  paper.on('blank:pointerdown', (/** @type {any} */ event) => {
    const start = { x: event.clientX, y: event.clientY, ...paper.translate() };
    follow((now) => paper.translate(start.tx + now.clientX - start.x, start.ty + now.clientY - start.y));
  });
}

/** Until the pointer is let go. @param {(now: PointerEvent) => void} move @param {() => void} [end] */
function follow(move, end) {
  const stop = () => {
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', stop);
    end?.();
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', stop);
}
