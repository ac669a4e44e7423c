/** Saves the draft while one types, one save after the other, and warns before leaving with words that are not saved. */
class DraftForm extends HTMLElement {
  /** @type {number | undefined} */ timer;
  /** @type {boolean} */ changed = false;
  /** @type {Promise<void>} */ saving = Promise.resolve();

  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    this.form.addEventListener('input', (event) => this.later(event));
    this.form.addEventListener('submit', (event) => this.send(event));
    window.addEventListener('beforeunload', (event) => { if (this.changed || this.busy) event.preventDefault(); });
  }

  /** @param {Event} event */
  later(event) {
    if (/** @type {HTMLInputElement} */ (event.target).type === 'file') return;
    this.changed = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { this.saving = this.saving.then(() => this.save()); }, 4000);
  }

  /**
   * A save under way changes the draft that the form is about: the form leaves after it, with its new stamp.
   * @param {SubmitEvent} event
   */
  send(event) {
    clearTimeout(this.timer);
    if (this.sent) {
      event.preventDefault();
      return;
    }
    if (this.busy) {
      event.preventDefault();
      const button = event.submitter;
      this.saving.then(() => this.form.requestSubmit(button));
      return;
    }
    this.sent = true;
    this.changed = false;
    window.addEventListener('pageshow', () => { this.sent = false; }, { once: true });
  }

  async save() {
    this.busy = true;
    try {
      await this.store();
    } finally {
      this.busy = false;
    }
  }

  async store() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    const address = new URL(location.href);
    address.search = '?handler=Autosave';
    // What is typed from now on is not in this save.
    this.changed = false;
    const answer = await fetch(address, { method: 'POST', body: data, headers: { Accept: 'application/json' } }).catch(() => null);
    const state = this.form.querySelector('.save-state');
    if (!answer?.ok) {
      this.changed = true;
      if (state) state.textContent = this.dataset.unsaved ?? '';
      return;
    }
    const saved = await answer.json();
    /** @type {HTMLInputElement} */ (this.form.elements.namedItem('Stamp')).value = saved.stamp;
    if (!location.pathname.endsWith(saved.id)) {
      history.replaceState(null, '', `${location.pathname.replace(/\/$/, '')}/${saved.id}`);
      this.form.action = `${location.pathname}?handler=Review`;
      for (const button of this.form.querySelectorAll('button[formaction]')) {
        button.setAttribute('formaction', location.pathname + new URL(/** @type {HTMLButtonElement} */ (button).formAction).search);
      }
    }
    if (state) state.textContent = (this.dataset.saved ?? '').replace('{0}', saved.time);
  }
}
customElements.define('draft-form', DraftForm);
