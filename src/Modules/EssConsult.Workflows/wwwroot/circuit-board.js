/**
 * The canvas over a circuit's draft. Without this script, or without the library, the page's own drawing, lists and forms do the same work.
 */
import { draw } from './circuit-canvas.js';
import { heightFor } from './circuit/cells.js';
import { Draft } from './circuit/draft.js';
import { activityOf, addNote, connect, disconnect, freeNear, noteOf, paste, place, remove, resize, thingOf } from './circuit/drawing.js';
import { actOf } from './circuit/keys.js';
import { palette } from './circuit/palette.js';
import { SidePanel } from './circuit/side-panel.js';

const CLIPBOARD = 'ess.circuit-clipboard';
const FRESH = ['board-findings', 'board-steps', 'board-notes'];

class CircuitBoard extends HTMLElement {
  /** @type {string | null} */ chosen = null;
  gone = new AbortController();

  async connectedCallback() {
    const { source = '', edit = '' } = this.dataset;
    this.draft = new Draft({ source, edit, show: () => this.show(), say: (key) => { this.part('.board-status').textContent = this.dataset[key] ?? ''; }, stored: () => this.refresh() });
    const draft = this.draft;
    try {
      await draft.read();
      this.canvas = await draw(this.part('.board-paper'), {
        moved: (key, x, y) => draft.act(() => place(draft.type, key, x, y)),
        resized: (key, width, height) => draft.act(() => resize(draft.type, key, width, height)),
        connected: (from, outcome, to) => draft.act(() => connect(draft.type, from, outcome, to)),
        cut: (from, outcome) => draft.act(() => disconnect(draft.type, from, outcome)),
        chosen: (key) => this.choose(key),
        added: (kind, x, y) => this.add(kind, x, y),
      });
    } catch {
      return; // No library, or no answer: the drawing and the forms of the page stay.
    }

    for (const part of this.querySelectorAll('[hidden]')) part.removeAttribute('hidden');
    this.classList.add('is-live');
    this.panel = new SidePanel(this.part('.board-side'), /** @type {HTMLTemplateElement} */ (this.part('.note-form')), draft);
    palette(this.part('.board-palette'), (kind) => this.add(kind));
    const { signal } = this.gone;
    this.part('.board-tools').addEventListener('click', (event) => this.does(/** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-do]'))?.dataset.do ?? ''));
    this.addEventListener('keydown', (event) => this.typed(event));
    document.addEventListener('submit', (event) => this.settle(event), { signal });
    addEventListener('beforeprint', () => this.canvas?.fit(), { signal });
    this.choose(null);
    this.show();
    this.canvas.fit();
  }

  disconnectedCallback() {
    this.gone.abort();
    this.canvas?.destroy();
  }

  /** What has the focus on the canvas has it again when it is drawn anew. */
  show() {
    const wasInside = this.part('.board-paper').contains(document.activeElement);
    if (this.chosen && !thingOf(this.draft.type, this.chosen)) this.choose(null);
    this.canvas?.show(this.draft.type, this.draft.boxes, { start: this.dataset.start ?? '', note: this.dataset.note ?? '' });
    this.canvas?.choose(this.chosen, wasInside);
    this.panel?.follow(noteOf(this.draft.type, this.chosen));
    this.enable();
  }

  /** What the page says beside the canvas, as the server sees the draft now. */
  async refresh() {
    const page = new DOMParser().parseFromString(await (await fetch(this.draft.page.edit)).text(), 'text/html');
    for (const id of FRESH) {
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id)?.replaceChildren(...fresh.childNodes);
    }
    document.querySelector('.board-draft')?.removeAttribute('hidden');
  }

  /** What is drawn reaches the server before a form of the page is sent. @param {SubmitEvent} event */
  async settle(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (this.contains(form) || !this.draft.waits) return;
    event.preventDefault();
    while (this.draft.waits) await this.draft.saving;
    // Its list may have been written anew meanwhile.
    if (!form.isConnected) document.body.append(Object.assign(form, { hidden: true }));
    form.requestSubmit(event.submitter);
  }

  /** @param {string} kind @param {number} [x] @param {number} [y] */
  async add(kind, x, y) {
    const id = await this.draft.add(kind, x, y);
    if (id) this.choose(id);
  }

  /** @param {string | null} key */
  choose(key) {
    if (key === this.chosen && key !== null) return this.canvas?.choose(key, true);
    this.panel?.leave();
    this.chosen = key;
    this.canvas?.choose(key, key !== null);
    this.enable();
    this.open();
  }

  open() {
    const { type, page } = this.draft;
    const [key, note] = [this.chosen, noteOf(type, this.chosen)];
    if (key && note) this.panel?.note(key, note, this.dataset.note ?? '', (change) => this.write(key, change));
    else if (key) this.panel?.step(`${page.edit}/${encodeURIComponent(key)}`, key);
    else this.panel?.say(this.dataset.noSelection ?? '');
  }

  /** A note that says more becomes higher. @param {string} key @param {Record<string, any>} change */
  write(key, change) {
    const { type } = this.draft;
    this.draft.act(() => {
      const note = /** @type {import('./circuit/drawing.js').Note} */ (Object.assign(noteOf(type, key) ?? {}, change));
      if (change.Text) resize(type, key, note.Width, Math.max(note.Height, heightFor(note.Text, note.Width)));
    });
  }

  /** @param {string} act @param {[number, number]} [by] */
  does(act, by = [0, 0]) {
    const { draft, canvas, chosen } = this;
    const thing = /** @type {any} */ (thingOf(draft.type, chosen));
    switch (act) {
      case 'undo': case 'redo': return this.step(act);
      case 'tidy': return draft.act(() => canvas?.tidy(draft.type));
      case 'in': return canvas?.zoom(1.25);
      case 'out': return canvas?.zoom(0.8);
      case 'fit': return canvas?.fit();
      case 'copy': return thing && sessionStorage.setItem(CLIPBOARD, JSON.stringify(thing));
      case 'paste': return this.paste();
      case 'note': return this.note();
      case 'open': return this.panel?.focus();
    }
    if (!chosen || !thing) return;
    if (act === 'remove') return this.remove(chosen);
    if (act === 'grow') return noteOf(draft.type, chosen) && draft.act(() => resize(draft.type, chosen, thing.Width + by[0], thing.Height + by[1]));
    if (act === 'move') draft.act(() => place(draft.type, chosen, Number(thing.X) + by[0], Number(thing.Y) + by[1]));
  }

  /** @param {'undo' | 'redo'} act */
  step(act) {
    this.draft[act]();
    if (activityOf(this.draft.type, this.chosen)) this.open();
  }

  paste() {
    const kept = sessionStorage.getItem(CLIPBOARD);
    if (!kept?.startsWith('{')) return;
    const [{ type, boxes }, copy] = [this.draft, JSON.parse(kept)];
    const key = this.draft.act(() => {
      const added = paste(type, copy);
      if (copy.ActivityId) boxes[added] = boxes[copy.ActivityId] ?? { title: copy.Name, isEvent: false, isKnown: true, outcomes: [] };
      return added;
    });
    this.choose(key);
  }

  note() {
    const { type } = this.draft;
    const key = this.draft.act(() => addNote(type, { ...freeNear(type, this.canvas?.middle() ?? { x: 0, y: 0 }), Text: this.dataset.note ?? '' }));
    this.canvas?.stayWhole();
    this.choose(key);
    this.panel?.focus();
    /** @type {HTMLTextAreaElement | null} */ (this.querySelector('.board-side textarea'))?.select();
  }

  /** @param {string} key */
  remove(key) {
    this.choose(null);
    this.draft.act(() => remove(this.draft.type, key));
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.matches('input, textarea, select')) return;
    const asked = actOf(event, this.part('.board-paper').contains(target));
    if (!asked) return;
    this.does(asked.act, asked.by);
    event.preventDefault();
  }

  enable() {
    const able = { undo: this.draft.done.length > 0, redo: this.draft.undone.length > 0, copy: this.chosen !== null, remove: this.chosen !== null };
    for (const [act, can] of Object.entries(able)) this.querySelector(`[data-do=${act}]`)?.toggleAttribute('disabled', !can);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

customElements.define('circuit-board', CircuitBoard);
