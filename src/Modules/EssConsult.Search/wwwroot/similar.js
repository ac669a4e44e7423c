/**
 * Shows published contributions close to the text that its form holds, a moment after the author stops typing.
 * Attributes: src (the page that gives the list), title-input, text-input and sector-input (names of the form's inputs), except (the draft's id).
 */
class SimilarContributions extends HTMLElement {
  static pause = 600;
  static longest = 1200;
  #timer = 0;
  /** @type {AbortController | null} */ #asking = null;
  #asked = '';

  connectedCallback() {
    this.form = this.closest('form') ?? document.querySelector('form.draft-form');
    this.form?.addEventListener('input', this.#typed);
    this.#typed();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.form?.removeEventListener('input', this.#typed);
  }

  #typed = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), SimilarContributions.pause);
  };

  /** @param {string} attribute */
  #value(attribute) {
    const input = this.form?.elements.namedItem(this.getAttribute(attribute) ?? '');
    return input && 'value' in input ? String(input.value).slice(0, SimilarContributions.longest) : '';
  }

  async #ask() {
    const question = new URLSearchParams({ titre: this.#value('title-input'), texte: this.#value('text-input'), secteur: this.#value('sector-input') });
    if (this.getAttribute('except')) question.set('sauf', this.getAttribute('except') ?? '');
    if (question.toString() === this.#asked) return;
    this.#asked = question.toString();
    this.#asking?.abort();
    this.#asking = new AbortController();
    try {
      const answer = await fetch(`${this.getAttribute('src')}?${question}`, { signal: this.#asking.signal });
      if (answer.ok) this.#show((await answer.text()).trim());
    } catch {
      // The list is a comfort: without an answer the form stays as it is.
    }
  }

  /** Replaces the list only when it changed, so that a screen reader does not hear it again. @param {string} html */
  #show(html) {
    if (this.dataset.shown !== html) {
      this.dataset.shown = html;
      this.innerHTML = html;
    }
  }
}

customElements.define('similar-contributions', SimilarContributions);
