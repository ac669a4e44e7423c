/** @typedef {{ nonce: string, field: string, value: string, at: number }} Mark */

const AGAIN = 15000; // Milliseconds until what waits is sent once more.
const PAUSE = 800; // Milliseconds after the last key of a comment.

/** A score sheet that keeps each mark on the device first, then sends it with its age: clocks of devices differ, ages do not. Sent twice or late, the site stores it once. */
class ScoreSheet extends HTMLElement {
  /** @type {number | undefined} */ timer;
  /** @type {Promise<void>} */ sending = Promise.resolve();
  form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
  key = `marks/${this.dataset.key}`;

  connectedCallback() {
    this.restore();
    this.form.addEventListener('change', (event) => this.keep(/** @type {HTMLInputElement} */ (event.target)));
    this.form.addEventListener('input', (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.tagName !== 'TEXTAREA') return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keep(field), PAUSE);
    });
    addEventListener('online', () => this.later());
    setInterval(() => this.waiting.length && this.later(), AGAIN);
    if (this.waiting.length) this.later();
  }

  /** @returns {Mark[]} */
  get waiting() { return JSON.parse(localStorage.getItem(this.key) ?? '[]'); }
  /** @param {Mark[]} marks */
  set waiting(marks) { if (marks.length) localStorage.setItem(this.key, JSON.stringify(marks)); else localStorage.removeItem(this.key); }

  /** What this device kept and has not sent stands on the sheet again. */
  restore() {
    for (const mark of this.waiting) {
      const named = this.form.elements.namedItem(`Marks[${mark.field}]`);
      if (named) /** @type {{ value: string }} */ (/** @type {unknown} */ (named)).value = mark.value;
    }
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  keep(field) {
    const name = field.name.match(/^Marks\[(.+)\]$/)?.[1];
    if (!name) return;
    const last = this.waiting.findLast((mark) => mark.field === name);
    if (last?.value === field.value) return;
    this.waiting = [...this.waiting.filter((mark) => mark.field !== name), { nonce: crypto.randomUUID(), field: name, value: field.value, at: Date.now() }];
    this.later();
  }

  later() { this.sending = this.sending.then(() => this.send()).catch(() => undefined); }

  async send() {
    const marks = this.waiting;
    if (marks.length === 0) return;
    const token = /** @type {HTMLInputElement} */ (this.form.querySelector('[name=__RequestVerificationToken]')).value;
    const answer = await fetch(this.dataset.address ?? '', { method: 'POST', body: JSON.stringify(marks.map(({ at, ...mark }) => ({ ...mark, age: Math.max(0, Date.now() - at) }))), headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Form-Token': token } }).catch(() => null);
    if (answer?.ok) {
      const sent = new Set(marks.map((mark) => mark.nonce));
      this.waiting = this.waiting.filter((mark) => !sent.has(mark.nonce));
      this.say(this.dataset.saved, (await answer.json()).time);
    } else this.say(answer && answer.status < 500 ? this.dataset.refused : this.dataset.waiting);
  }

  /** @param {string | undefined} words @param {string} [time] */
  say(words, time = '') { /** @type {HTMLElement} */ (this.form.querySelector('.save-state')).textContent = (words ?? '').replace('{0}', time); }
}

customElements.define('score-sheet', ScoreSheet);
