/** A list of proposals under a text that keeps the focus. */
export class ProposalList {
  /** @type {import('./proposals.js').Proposal[]} */ proposals = [];
  at = -1;

  /** @param {HTMLTextAreaElement} text @param {(proposal: import('./proposals.js').Proposal) => void} take @param {{ list: string, one: string, many: string }} words */
  constructor(text, take, words) {
    Object.assign(this, { text, take, words });
    this.box = Object.assign(document.createElement('ul'), { id: `${text.id}-proposals`, className: 'proposals', role: 'listbox', hidden: true });
    this.box.setAttribute('aria-label', words.list);
    this.said = Object.assign(document.createElement('p'), { className: 'visually-hidden', role: 'status' });
    text.after(this.box, this.said);
    for (const [name, value] of Object.entries({ autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': this.box.id })) text.setAttribute(name, value);
    // Pressing an option leaves the focus in the text.
    this.box.addEventListener('mousedown', (event) => event.preventDefault());
    this.box.addEventListener('click', (event) => {
      const index = [...this.box.children].indexOf(/** @type {Element} */ (/** @type {Element} */ (event.target).closest('li')));
      if (index >= 0) this.take(this.proposals[index]);
    });
  }

  /** @param {import('./proposals.js').Proposal[]} proposals @param {boolean} first whether the first is in hand at once */
  show(proposals, first) {
    this.proposals = proposals;
    this.box.replaceChildren(...proposals.map(({ text, meaning }, index) => {
      const option = Object.assign(document.createElement('li'), { id: `${this.box.id}-${index}`, role: 'option' });
      option.append(Object.assign(document.createElement('code'), { textContent: text, translate: false }), ' ', Object.assign(document.createElement('span'), { className: 'hint', textContent: meaning }));
      return option;
    }));
    this.box.hidden = proposals.length === 0;
    this.said.textContent = proposals.length === 0 ? '' : proposals.length === 1 ? this.words.one : this.words.many.replace('{0}', String(proposals.length));
    this.move(first && proposals.length ? 0 : -1);
  }

  close() {
    if (!this.box.hidden) this.show([], false);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was the list's */
  typed(event) {
    if (this.box.hidden || event.ctrlKey || event.altKey || event.metaKey) return false;
    const last = this.proposals.length - 1;
    switch (event.key) {
      case 'ArrowDown': this.move(this.at < last ? this.at + 1 : 0); return true;
      case 'ArrowUp': this.move(this.at > 0 ? this.at - 1 : last); return true;
      case 'Escape': this.close(); return true;
      case 'Enter': case 'Tab':
        // With none in hand a new line is a new line, and Tab goes on to the next field.
        if (this.at < 0 || event.shiftKey) return false;
        this.take(this.proposals[this.at]);
        return true;
      default: return false;
    }
  }

  /** @param {number} index */
  move(index) {
    this.at = index;
    [...this.box.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === index)));
    const option = this.box.children[index];
    if (option) this.text.setAttribute('aria-activedescendant', option.id);
    else this.text.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }
}
