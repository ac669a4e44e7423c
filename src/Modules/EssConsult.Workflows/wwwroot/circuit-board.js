/**
 * The canvas over a circuit's draft. The server keeps the drawing: each act writes the whole of it and what the server says stands.
 * Without this script, or without the library, the page's own drawing, lists and forms do the same work.
 * @typedef {{ ActivityId: string, Name: string, X: number, Y: number, IsStart: boolean, Properties: any }} Activity
 * @typedef {{ Id: number, SourceActivityId: string, SourceOutcomeName: string, DestinationActivityId: string }} Transition
 * @typedef {{ title: string, isEvent: boolean, isKnown: boolean, outcomes: { name: string, words: string }[] }} Box
 */
import { draw } from './circuit-canvas.js';

const LONGEST_UNDO = 100;
const PAUSE = 300;
const RETRY = 5000;
const CLIPBOARD = 'ess.circuit-clipboard';

class CircuitBoard extends HTMLElement {
  /** @type {any} */ type;
  /** @type {Record<string, Box>} */ boxes = {};
  version = 0;
  /** @type {string[]} */ undone = [];
  /** @type {string[]} */ done = [];
  /** @type {string | null} */ chosen = null;
  saving = Promise.resolve();
  waits = 0;
  /** Something is typed in the step's form and not stored. */
  isDirty = false;

  async connectedCallback() {
    try {
      await this.read();
      this.canvas = await draw(this.part('.board-paper'), {
        moved: (id, x, y) => this.act(() => Object.assign(this.activity(id), { X: Math.round(x), Y: Math.round(y) })),
        connected: (source, outcome, destination) => this.act(() => this.connect(source, outcome, destination)),
        cut: (source, outcome) => this.act(() => this.disconnect(source, outcome)),
        chosen: (id) => this.choose(id),
        added: (kind, x, y) => this.add(kind, x, y),
      });
    } catch {
      return; // No library, or no answer: the drawing and the forms of the page stay.
    }

    for (const part of this.querySelectorAll('[hidden]')) part.removeAttribute('hidden');
    this.classList.add('is-live');
    this.addEventListener('click', (event) => this.pressed(/** @type {HTMLElement} */ (event.target)));
    this.addEventListener('keydown', (event) => this.typed(event));
    this.part('#find-kind').addEventListener('input', (event) => this.find(/** @type {HTMLInputElement} */ (event.target).value));
    this.addEventListener('dragstart', (event) => {
      const kind = /** @type {HTMLElement} */ (event.target).dataset?.kind;
      if (kind) event.dataTransfer?.setData('text/plain', kind);
    });
    this.choose(null);
    this.show();
    this.canvas.fit();
  }

  disconnectedCallback() {
    this.canvas?.destroy();
  }

  async read() {
    const answer = await fetch(this.dataset.source ?? '', { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { type, boxes, version } = await answer.json();
    Object.assign(this, { type, boxes, version });
    this.type.Activities ??= [];
    this.type.Transitions ??= [];
  }

  /** What has the focus on the canvas has it again when everything is drawn anew. */
  show() {
    const wasInside = this.part('.board-paper').contains(document.activeElement);
    if (this.chosen && !this.activity(this.chosen)) this.chosen = null;
    this.canvas?.show(this.type, this.boxes, { start: this.dataset.start ?? '' });
    this.canvas?.choose(this.chosen, wasInside);
    this.enable();
  }

  /** One act: it can be undone, and is stored. @param {() => void} change */
  act(change) {
    this.done.push(JSON.stringify(this.type));
    if (this.done.length > LONGEST_UNDO) this.done.shift();
    this.undone = [];
    change();
    this.store();
  }

  /** @param {string[]} from @param {string[]} to */
  step(from, to) {
    const drawing = from.pop();
    if (drawing === undefined) return;
    to.push(JSON.stringify(this.type));
    this.type = JSON.parse(drawing);
    this.store();
    this.saving.then(() => this.chosen && this.open(this.chosen));
  }

  /** Several acts in a moment are stored together. */
  store() {
    this.show();
    this.say(this.dataset.saving);
    if (this.waits) return;
    this.waits = 1;
    this.after(async () => {
      await new Promise((done) => { setTimeout(done, PAUSE); });
      this.waits = 0;
      await this.write();
    });
  }

  /** One thing after the other reaches the server. @param {() => Promise<void>} act */
  after(act) {
    this.saving = this.saving.then(act).catch(() => this.say(this.dataset.failed));
    return this.saving;
  }

  async write() {
    const answer = await fetch(this.dataset.source ?? '', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Form-Token': this.token },
      body: JSON.stringify({ version: this.version, type: this.type }),
    });
    if (answer.status === 429) {
      await new Promise((done) => { setTimeout(done, RETRY); });
      return this.write();
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const { version, boxes } = await answer.json();
    const looks = JSON.stringify(this.boxes) !== JSON.stringify(boxes);
    Object.assign(this, { version, boxes });
    if (looks) this.show();
    this.say(this.dataset.saved);
    await this.refresh();
  }

  /** What the page says beside the canvas, as the server sees the draft now. */
  async refresh() {
    const page = new DOMParser().parseFromString(await (await fetch(this.dataset.edit ?? '')).text(), 'text/html');
    for (const id of ['board-findings', 'board-steps']) {
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id)?.replaceChildren(...fresh.childNodes);
    }
    document.querySelector('.board-draft')?.removeAttribute('hidden');
  }

  /** @param {string} id @returns {Activity} */
  activity(id) {
    return this.type.Activities.find((/** @type {Activity} */ activity) => activity.ActivityId === id);
  }

  /** @param {string} source @param {string} outcome @param {string} destination */
  connect(source, outcome, destination) {
    this.disconnect(source, outcome);
    const id = Math.max(-1, ...this.type.Transitions.map((/** @type {Transition} */ edge) => Number(edge.Id) || 0)) + 1;
    this.type.Transitions.push({ Id: id, SourceActivityId: source, SourceOutcomeName: outcome, DestinationActivityId: destination });
  }

  /** @param {string} source @param {string} outcome */
  disconnect(source, outcome) {
    this.type.Transitions = this.type.Transitions.filter((/** @type {Transition} */ edge) => edge.SourceActivityId !== source || edge.SourceOutcomeName !== outcome);
  }

  /** A box of a kind is made by the server, which knows its outcomes; then it is put where it was asked for. */
  async add(/** @type {string} */ kind, /** @type {number | undefined} */ x, /** @type {number | undefined} */ y) {
    return this.after(() => this.addNow(kind, x, y));
  }

  /** @param {string} kind @param {number | undefined} x @param {number | undefined} y */
  async addNow(kind, x, y) {
    const before = new Set(this.type.Activities.map((/** @type {Activity} */ activity) => activity.ActivityId));
    const drawing = JSON.stringify(this.type);
    const form = new FormData();
    form.set('kind', kind);
    const answer = await this.post(`${this.dataset.edit}?handler=Add`, form);
    if (!answer.ok) throw new Error(String(answer.status));
    await this.read();
    this.done.push(drawing);
    this.undone = [];
    const added = this.type.Activities.find((/** @type {Activity} */ activity) => !before.has(activity.ActivityId));
    if (!added) return;
    // Without a place of its own it lies below all others, where the server put it.
    if (x !== undefined && y !== undefined) Object.assign(added, { X: Math.round(x), Y: Math.round(y) });
    this.show();
    this.choose(added.ActivityId);
    this.store();
  }

  /** @param {string | null} id */
  choose(id) {
    if (id === this.chosen && id !== null) return this.canvas?.choose(id, true);
    if (this.isDirty) this.part('.board-side form')?.requestSubmit();
    this.chosen = id;
    this.canvas?.choose(id, id !== null);
    this.enable();
    if (id) this.open(id);
    else this.part('.board-side').textContent = this.dataset.noSelection ?? '';
  }

  /** The step's own form, beside the canvas. @param {string} id */
  async open(id) {
    await this.saving;
    const address = `${this.dataset.edit}/${encodeURIComponent(id)}`;
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    const form = page.querySelector('.step-form');
    if (!form || this.chosen !== id) return;
    const title = Object.assign(document.createElement('h2'), { textContent: page.querySelector('h1')?.textContent ?? '' });
    form.querySelector('.form-actions a')?.remove();
    form.addEventListener('input', () => { this.isDirty = true; });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.isDirty = false;
      const sent = /** @type {HTMLFormElement} */ (event.target);
      this.after(() => this.saveStep(address, changed(sent), id));
    });
    this.isDirty = false;
    this.part('.board-side').replaceChildren(title, form);
  }

  /** @param {string} address @param {FormData} form @param {string} id */
  async saveStep(address, form, id) {
    this.say(this.dataset.saving);
    const drawing = JSON.stringify(this.type);
    const answer = await this.post(address, form);
    if (!answer.ok) throw new Error(String(answer.status));
    await this.read();
    this.done.push(drawing);
    this.undone = [];
    this.show();
    this.say(this.dataset.saved);
    await this.refresh();
    if (this.chosen === id) this.saving.then(() => this.open(id));
  }

  /** @param {string} address @param {FormData} form */
  post(address, form) {
    if (!form.has('__RequestVerificationToken')) form.set('__RequestVerificationToken', this.token);
    return fetch(address, { method: 'POST', body: form });
  }

  get token() {
    return /** @type {HTMLInputElement} */ (document.querySelector('input[name=__RequestVerificationToken]')).value;
  }

  /** @param {HTMLElement} target */
  pressed(target) {
    const kind = target.closest('[data-kind]');
    if (kind) return void this.add(/** @type {HTMLElement} */ (kind).dataset.kind ?? '', undefined, undefined);
    const act = /** @type {HTMLElement | null} */ (target.closest('[data-do]'))?.dataset.do;
    if (act) this.does(act);
  }

  /** @param {string} act */
  does(act) {
    switch (act) {
      case 'undo': return this.step(this.done, this.undone);
      case 'redo': return this.step(this.undone, this.done);
      case 'tidy': return this.act(() => this.canvas.tidy(this.type));
      case 'in': return this.canvas.zoom(1.25);
      case 'out': return this.canvas.zoom(0.8);
      case 'fit': return this.canvas.fit();
      case 'copy': return this.copy();
      case 'paste': return this.paste();
      case 'remove': return this.remove();
    }
  }

  copy() {
    if (this.chosen) sessionStorage.setItem(CLIPBOARD, JSON.stringify(this.activity(this.chosen)));
  }

  paste() {
    const kept = sessionStorage.getItem(CLIPBOARD);
    if (!kept?.startsWith('{')) return;
    const copy = JSON.parse(kept);
    const id = crypto.randomUUID().replaceAll('-', '').slice(0, 26);
    this.boxes[id] = this.boxes[copy.ActivityId] ?? { title: copy.Name, isEvent: false, isKnown: true, outcomes: [] };
    this.act(() => this.type.Activities.push({ ...copy, ActivityId: id, IsStart: false, X: Number(copy.X) + 230, Y: Number(copy.Y) }));
    this.choose(id);
  }

  remove() {
    const id = this.chosen;
    if (!id) return;
    this.choose(null);
    this.act(() => {
      this.type.Activities = this.type.Activities.filter((/** @type {Activity} */ activity) => activity.ActivityId !== id);
      this.type.Transitions = this.type.Transitions.filter((/** @type {Transition} */ edge) => edge.SourceActivityId !== id && edge.DestinationActivityId !== id);
    });
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.matches('input, textarea, select')) return;
    const isOnCanvas = this.part('.board-paper').contains(target);
    const key = event.key.toLowerCase();
    const command = event.ctrlKey || event.metaKey;
    const moves = { arrowleft: [-10, 0], arrowright: [10, 0], arrowup: [0, -10], arrowdown: [0, 10] }[key];
    if (command && key === 'z') this.does(event.shiftKey ? 'redo' : 'undo');
    else if (command && key === 'y') this.does('redo');
    else if (isOnCanvas && command && key === 'c') this.copy();
    else if (isOnCanvas && command && key === 'v') this.paste();
    else if (isOnCanvas && (key === 'delete' || key === 'backspace')) this.remove();
    else if (isOnCanvas && moves && this.chosen) this.nudge(moves[0], moves[1]);
    else return;
    event.preventDefault();
  }

  /** @param {number} x @param {number} y */
  nudge(x, y) {
    const activity = this.activity(/** @type {string} */ (this.chosen));
    this.act(() => Object.assign(activity, { X: Number(activity.X) + x, Y: Number(activity.Y) + y }));
  }

  /** @param {string} words */
  find(words) {
    const wanted = plain(words.trim());
    for (const drawer of this.querySelectorAll('.board-palette details')) {
      let any = false;
      for (const kind of drawer.querySelectorAll('[data-kind]')) {
        const fits = plain(kind.textContent ?? '').includes(wanted);
        kind.toggleAttribute('hidden', !fits);
        any ||= fits;
      }
      drawer.toggleAttribute('hidden', !any);
      drawer.toggleAttribute('open', wanted !== '' && any);
    }
  }

  enable() {
    const able = { undo: this.done.length > 0, redo: this.undone.length > 0, copy: this.chosen !== null, remove: this.chosen !== null };
    for (const [act, can] of Object.entries(able)) this.querySelector(`[data-do=${act}]`)?.toggleAttribute('disabled', !can);
  }

  /** @param {string | undefined} words */
  say(words) {
    this.part('.board-status').textContent = words ?? '';
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}
/** Without accents nor capitals, as people type when they search. @param {string} words */
function plain(words) {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** A step's form without the ways that nobody chose in it: the canvas may have drawn others meanwhile. @param {HTMLFormElement} form */
function changed(form) {
  const data = new FormData(form);
  for (const select of form.querySelectorAll('select[name^="to-"]')) {
    const way = /** @type {HTMLSelectElement} */ (select);
    if ([...way.options].every((option) => option.selected === option.defaultSelected || (!way.querySelector('[selected]') && option.index === 0))) data.delete(way.name);
  }
  return data;
}

customElements.define('circuit-board', CircuitBoard);
