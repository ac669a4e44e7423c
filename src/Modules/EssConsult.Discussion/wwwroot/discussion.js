/** Gives and takes back a support without leaving the page; on any trouble the form goes its ordinary way. */
class SupportToggle extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => this.#send(event));
  }

  /** @param {SubmitEvent} event */
  async #send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('.support-button'));
    if (this.#failed) return;
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    try {
      const response = await fetch(form.action, { method: 'POST', body: new FormData(form, button), headers: { Accept: 'application/json' } });
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      const { given, supports } = await response.json();
      button.setAttribute('aria-pressed', String(given));
      button.value = String(!given);
      button.querySelector('.support-count').textContent = supports;
    } catch {
      this.#failed = true;
      form.requestSubmit(button);
    } finally {
      this.#busy = false;
    }
  }

  #busy = false;
  #failed = false;
}

/** Copies the address in its button's value. */
class CopyLink extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.value);
      button.textContent = button.dataset.done;
    });
  }
}

customElements.define('support-toggle', SupportToggle);
customElements.define('copy-link', CopyLink);
