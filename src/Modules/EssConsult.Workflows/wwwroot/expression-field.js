/**
 * An expression's field: proposes what can be written there, and shows what it gives. The list is a textarea's own: focus stays in the
 * text, and the option in hand is said by `aria-activedescendant`. Without this script the page's list and its button do the same.
 */
import { proposals } from './expression/proposals.js';
import { ProposalList } from './expression/proposal-list.js';

class ExpressionField extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.text = /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
    this.list = new ProposalList(this.text, (proposal) => this.take(proposal), { list: this.dataset.list ?? '', one: this.dataset.one ?? '', many: this.dataset.many ?? '' });
    this.querySelector('.offers-hint')?.removeAttribute('hidden');
    this.text.addEventListener('input', (event) => (/** @type {InputEvent} */ (event).inputType?.startsWith('delete') ? this.list?.close() : this.propose(false)));
    this.text.addEventListener('keydown', (event) => this.typed(event));
    this.text.addEventListener('blur', () => this.list?.close());
    this.querySelector('[name=preview]')?.addEventListener('click', (event) => this.preview(event));
  }

  /** The language that the setting takes now. */
  get words() {
    const lists = [...this.querySelectorAll('[data-language]')];
    const chosen = /** @type {HTMLInputElement | null} */ (this.closest('form')?.querySelector('[name=Syntax]:checked'))?.value ?? 'JavaScript';
    const list = lists.length > 1 ? lists.find((known) => /** @type {HTMLElement} */ (known).dataset.language === chosen) : lists[0];
    return [...(list?.querySelectorAll('li') ?? [])].map((line) => ({ text: line.querySelector('code')?.textContent ?? '', meaning: line.querySelector('.hint')?.textContent ?? '' }));
  }

  /** @param {boolean} all whether nothing needs to be typed */
  propose(all) {
    const text = /** @type {HTMLTextAreaElement} */ (this.text);
    if (text.selectionStart !== text.selectionEnd) return this.list?.close();
    this.list?.show(proposals(text.value.slice(0, text.selectionStart), this.words, all), all);
  }

  /** @param {{ text: string, length: number }} proposal */
  take({ text, length }) {
    const area = /** @type {HTMLTextAreaElement} */ (this.text);
    area.setRangeText(text, area.selectionStart - length, area.selectionStart, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    this.list?.close();
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    const asks = event.ctrlKey && event.key === ' ';
    if (asks) this.propose(true);
    if (asks || this.list?.typed(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {Event} event */
  async preview(event) {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (event.currentTarget);
    const place = /** @type {HTMLElement} */ (this.querySelector('.preview'));
    place.setAttribute('aria-busy', 'true');
    const answer = await fetch(button.formAction, { method: 'POST', body: new FormData(/** @type {HTMLFormElement} */ (button.form), button) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(place.id);
    place.replaceChildren(...(fresh?.childNodes ?? page.querySelectorAll('h1')));
    place.removeAttribute('aria-busy');
  }
}

customElements.define('expression-field', ExpressionField);
