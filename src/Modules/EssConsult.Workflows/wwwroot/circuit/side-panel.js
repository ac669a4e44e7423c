/** What is chosen, beside the canvas: a step's own form as the server writes it, or a note's. */
export class SidePanel {
  /** Something is typed in the step's form and not stored. */
  isDirty = false;
  /** @type {string | null} */ shown = null;

  /** @param {HTMLElement} place @param {HTMLTemplateElement} noteForm @param {import('./draft.js').Draft} draft */
  constructor(place, noteForm, draft) {
    Object.assign(this, { place, noteForm, draft });
  }

  /** What was typed is stored before something else is shown. */
  leave() {
    if (this.isDirty) this.place.querySelector('form')?.requestSubmit();
    this.shown = null;
  }

  /** @param {string} words */
  say(words) {
    this.place.textContent = words;
  }

  /** @param {string} address @param {string} id */
  async step(address, id) {
    this.shown = id;
    await this.draft.saving;
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    const form = page.querySelector('.step-form');
    if (!form || this.shown !== id) return;
    form.querySelector('.form-actions a')?.remove();
    form.addEventListener('input', (event) => { this.isDirty ||= !(/** @type {HTMLElement} */ (event.target).matches('[name=exemple]')); });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.isDirty = false;
      const data = changed(/** @type {HTMLFormElement} */ (event.target));
      this.draft.after(async () => {
        this.draft.page.say('saving');
        await this.draft.post(address, data);
        this.draft.page.say('saved');
        await this.draft.page.stored();
      }).then(() => this.shown === id && this.step(address, id));
    });
    this.isDirty = false;
    this.place.replaceChildren(title(page.querySelector('h1')?.textContent ?? ''), form);
  }

  /** @param {string} key @param {import('./drawing.js').Note} note @param {string} words @param {(change: Record<string, any>) => void} tell */
  note(key, note, words, tell) {
    const form = /** @type {HTMLFormElement} */ (/** @type {Element} */ (this.noteForm.content.cloneNode(true)).querySelector('form'));
    this.shown = key;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      if (!input.checkValidity()) return void input.reportValidity();
      const name = input.name[0].toUpperCase() + input.name.slice(1);
      tell({ [name]: input.type === 'number' ? input.valueAsNumber : input.value.trim() });
    });
    this.place.replaceChildren(title(words), form);
    this.follow(note);
  }

  /** A note that was moved says so in its form. @param {import('./drawing.js').Note | undefined} note */
  follow(note) {
    const form = this.place.querySelector('form');
    if (!note || !form?.querySelector('[name=width]')) return;
    for (const [name, value] of Object.entries({ text: note.Text, x: note.X, y: note.Y, width: note.Width, height: note.Height })) {
      const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
      if (input !== document.activeElement) input.value = String(value);
    }
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.place.querySelector('input:not([type=hidden]):not([readonly]), textarea, select'))?.focus();
  }
}

/** @param {string} words */
const title = (words) => Object.assign(document.createElement('h2'), { textContent: words });

/** A step's form without the ways that nobody chose in it: the canvas may have drawn others meanwhile. @param {HTMLFormElement} form */
function changed(form) {
  const data = new FormData(form);
  for (const select of form.querySelectorAll('select[name^="to-"]')) {
    const way = /** @type {HTMLSelectElement} */ (select);
    if ([...way.options].every((option) => option.selected === option.defaultSelected || (!way.querySelector('[selected]') && option.index === 0))) data.delete(way.name);
  }
  return data;
}
