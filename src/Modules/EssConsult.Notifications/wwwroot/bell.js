/** Keeps the number of news true while its page is looked at: a hidden page holds no connection. */
class NewsBell extends HTMLElement {
  connectedCallback() {
    this.#hidden = () => (document.hidden ? this.#close() : this.#open());
    document.addEventListener('visibilitychange', this.#hidden);
    this.#hidden();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#close();
  }

  #open() {
    this.#close();
    this.#source = new EventSource(this.dataset.stream);
    this.#source.addEventListener('count', (event) => this.#show(Number(event.data)));
  }

  #close() {
    this.#source?.close();
    this.#source = null;
  }

  /** @param {number} count */
  #show(count) {
    const text = count === 0 ? '' : String(count);
    const shown = this.querySelector('.count');
    if (shown.textContent === text) return;
    shown.textContent = text;
    this.querySelector('[aria-live]').textContent = count === 0 ? '' : (count === 1 ? this.dataset.word : this.dataset.words).replace('{0}', text);
  }

  /** @type {EventSource | null} */
  #source = null;
  /** @type {() => void} */
  #hidden;
}

customElements.define('news-bell', NewsBell);
