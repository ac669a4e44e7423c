/** The box that ticks every line of the list below it. */
class ChooseAll extends HTMLElement {
  connectedCallback() {
    const all = /** @type {HTMLInputElement | null} */ (this.querySelector('input[type=checkbox]'));
    const lines = /** @type {HTMLInputElement[]} */ ([...this.closest('form')?.querySelectorAll('input[name=ids]') ?? []]);
    all?.addEventListener('change', () => lines.forEach(line => { line.checked = all.checked; }));
    lines.forEach(line => line.addEventListener('change', () => { if (all) all.checked = lines.every(other => other.checked); }));
  }
}

customElements.define('choose-all', ChooseAll);
