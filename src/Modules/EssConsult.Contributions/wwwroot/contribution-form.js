/** Saves the draft while one types, and warns before leaving with words that are not saved. */
class ContributionForm extends HTMLElement {
  /** @type {number | undefined} */ timer;
  /** @type {boolean} */ changed = false;

  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    this.form.addEventListener('input', (event) => this.later(event));
    this.form.addEventListener('submit', () => { this.changed = false; });
    window.addEventListener('beforeunload', (event) => { if (this.changed) event.preventDefault(); });
  }

  /** @param {Event} event */
  later(event) {
    if (/** @type {HTMLInputElement} */ (event.target).type === 'file') return;
    this.changed = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), 4000);
  }

  async save() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    const address = new URL(location.href);
    address.search = '?handler=Autosave';
    const answer = await fetch(address, { method: 'POST', body: data, headers: { Accept: 'application/json' } }).catch(() => null);
    const state = this.form.querySelector('.save-state');
    if (!answer?.ok) {
      if (state) state.textContent = this.dataset.unsaved ?? '';
      return;
    }
    const saved = await answer.json();
    this.changed = false;
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
customElements.define('contribution-form', ContributionForm);
