import { activityOf } from './drawing.js';

/** @typedef {{ title: string, isEvent: boolean, isKnown: boolean, outcomes: { name: string, words: string }[] }} Box */
const LONGEST_UNDO = 100;
const PAUSE = 300;
const RETRY = 5000;

/** The draft that the server keeps: each act writes the whole of it, and what the server says stands. */
export class Draft {
  /** @type {any} */ type;
  /** @type {Record<string, Box>} */ boxes = {};
  version = 0;
  /** @type {string[]} */ done = [];
  /** @type {string[]} */ undone = [];
  saving = Promise.resolve();
  /** Acts that have not reached the server. */
  waits = 0;

  /** @param {{ source: string, edit: string, show: () => void, say: (key: string) => void, stored: () => Promise<void> }} page */
  constructor(page) {
    this.page = page;
  }

  async read() {
    const answer = await fetch(this.page.source, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { type, boxes, version } = await answer.json();
    Object.assign(this, { type, boxes, version });
    this.type.Activities ??= [];
    this.type.Transitions ??= [];
  }

  /** One act: it can be undone, and is stored. @template T @param {() => T} change @returns {T} */
  act(change) {
    this.remember(JSON.stringify(this.type));
    const result = change();
    this.store();
    return result;
  }

  undo = () => this.step(this.done, this.undone);

  redo = () => this.step(this.undone, this.done);

  /** A box of a kind is made by the server, which knows its outcomes; without a place of its own it lies below all others. @param {string} kind @param {number} [x] @param {number} [y] */
  async add(kind, x, y) {
    /** @type {string | undefined} */ let id;
    await this.after(async () => {
      const before = this.type;
      const form = new FormData();
      form.set('kind', kind);
      await this.post(`${this.page.edit}?handler=Add`, form);
      const added = this.type.Activities.find((/** @type {any} */ activity) => !activityOf(before, activity.ActivityId));
      if (!added) return;
      if (x !== undefined && y !== undefined) Object.assign(added, { X: Math.round(x), Y: Math.round(y) });
      id = added.ActivityId;
      this.store();
    });
    return id;
  }

  /** A form of the page that changes the draft: one act too. @param {string} address @param {FormData} form */
  async post(address, form) {
    const drawing = JSON.stringify(this.type);
    if (!form.has('__RequestVerificationToken')) form.set('__RequestVerificationToken', token());
    const answer = await fetch(address, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(String(answer.status));
    await this.read();
    this.remember(drawing);
    this.page.show();
  }

  /** One thing after the other reaches the server. @param {() => Promise<void>} act */
  after(act) {
    this.waits++;
    this.saving = this.saving.then(act).catch(() => this.page.say('failed')).finally(() => { this.waits--; });
    return this.saving;
  }

  /** @param {string} drawing */
  remember(drawing) {
    this.done.push(drawing);
    if (this.done.length > LONGEST_UNDO) this.done.shift();
    this.undone = [];
  }

  /** @param {string[]} from @param {string[]} to */
  step(from, to) {
    const drawing = from.pop();
    if (drawing === undefined) return;
    to.push(JSON.stringify(this.type));
    this.type = JSON.parse(drawing);
    this.store();
  }

  isDue = false;

  /** Several acts in a moment are stored together. */
  store() {
    this.page.show();
    this.page.say('saving');
    if (this.isDue) return;
    this.isDue = true;
    this.after(async () => {
      await new Promise((done) => { setTimeout(done, PAUSE); });
      this.isDue = false;
      await this.write();
    });
  }

  /** @returns {Promise<void>} */
  async write() {
    const answer = await fetch(this.page.source, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Form-Token': token() },
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
    if (looks) this.page.show();
    this.page.say('saved');
    await this.page.stored();
  }
}

const token = () => /** @type {HTMLInputElement} */ (document.querySelector('input[name=__RequestVerificationToken]')).value;
