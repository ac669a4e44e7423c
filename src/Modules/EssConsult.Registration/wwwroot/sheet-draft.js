/**
 * Saves a table's sheet while its scribe types. Every stroke is kept on the device first; it goes to the site when the network is
 * there, in the order of writing, and leaves the device once the site has it.
 * @typedef {{ revision: string, fields: Array<[string, string]> }} Draft
 */
class SheetDraft extends HTMLElement {
  /** @type {number | undefined} */ timer;
  /** @type {Promise<void>} */ saving = Promise.resolve();

  connectedCallback() {
    this.key = this.dataset.key ?? 'fiche';
    this.form = /** @type {HTMLFormElement | null} */ (this.querySelector('form.form'));
    if (!this.form) {
      localStorage.removeItem(this.key);
      return;
    }
    this.field('Writer').value = localStorage.getItem('fiche-writer') ?? this.newWriter();
    this.form.addEventListener('input', () => this.later());
    this.form.addEventListener('submit', (event) => {
      clearTimeout(this.timer);
      this.keep();
      if (!navigator.onLine) { event.preventDefault(); this.say(this.dataset.kept); } // The browser's error page would take the sheet away.
    });
    window.addEventListener('online', () => this.later(0));
    this.restore();
  }

  newWriter() {
    const writer = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    localStorage.setItem('fiche-writer', writer);
    return writer;
  }

  field(/** @type {string} */ name) { return /** @type {HTMLInputElement} */ (this.form?.elements.namedItem(`Form.${name}`)); }

  /** @returns {Array<[string, string]>} */
  words() {
    return [...new FormData(this.form ?? undefined)].filter(([name]) => name.startsWith('Form.Proposals')).map(([name, value]) => [name, String(value)]);
  }

  keep() { localStorage.setItem(this.key, JSON.stringify({ revision: this.field('Revision').value, fields: this.words() })); }

  later(wait = 2500) {
    this.keep();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { this.saving = this.saving.then(() => this.save()); }, wait);
  }

  /** What was typed before the page closed without network comes back, and is sent. */
  restore() {
    /** @type {Draft | null} */
    const kept = JSON.parse(localStorage.getItem(this.key) ?? 'null');
    const filled = (/** @type {Array<[string, string]>} */ fields) => JSON.stringify(fields.filter(([, value]) => value !== '').map(([name, value]) => [name, value.replace(/\r\n/g, '\n')]));
    if (!kept || filled(kept.fields) === filled(this.words())) {
      localStorage.removeItem(this.key);
      return;
    }
    for (const [name, value] of kept.fields) {
      const input = /** @type {HTMLInputElement | null} */ (this.form?.elements.namedItem(name) ?? null);
      if (input) input.value = value;
    }
    this.field('Revision').value = kept.revision;
    this.later(0);
  }

  async save() {
    const sent = localStorage.getItem(this.key);
    const address = new URL(location.href);
    address.searchParams.set('handler', 'Autosave');
    const answer = await fetch(address, { method: 'POST', body: new FormData(this.form ?? undefined), headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return this.say(answer?.status === 409 ? this.dataset.refused : this.dataset.kept);
    const saved = await answer.json();
    this.field('Revision').value = saved.revision;
    if (localStorage.getItem(this.key) === sent) localStorage.removeItem(this.key);
    this.say(this.dataset.saved?.replace('{0}', saved.time));
  }

  say(/** @type {string | undefined} */ words) { const state = this.querySelector('.save-state'); if (state) state.textContent = words ?? ''; }
}
customElements.define('sheet-draft', SheetDraft);
