/** A field of a form that an earlier answer shows, and whose characters are counted. Without this script it is always shown, with its condition and its limit in words. */
class FramedField extends HTMLElement {
  /** @type {number | undefined} */ timer;

  connectedCallback() {
    this.form = this.closest('form');
    this.counter = this.querySelector('.field-count');
    this.input = /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (this.querySelector('textarea, input[type=text]'));
    if (this.dataset.if) {
      this.form?.addEventListener('input', () => this.show());
      this.form?.addEventListener('change', () => this.show());
      this.show();
    }
    if (this.counter && this.input) {
      this.input.addEventListener('input', () => this.count(true));
      this.count(false);
    }
  }

  show() {
    const given = this.form ? new FormData(this.form).getAll(this.dataset.if ?? '').join(',') : '';
    const gate = /** @type {HTMLElement | null} */ (this.form?.querySelector(`[name="${CSS.escape(this.dataset.if ?? '')}"]`)?.closest('framed-field') ?? null);
    this.hidden = (gate?.hidden ?? false) || !JSON.parse(this.dataset.answers ?? '[]').includes(given);
  }

  /** @param {boolean} aloud Said once the hands rest: a word at every key is noise. */
  count(aloud) {
    const left = Number(this.dataset.most) - (this.input?.value.length ?? 0);
    const sentence = (left < 0 ? this.dataset.over : this.dataset.left)?.replace('{0}', String(Math.abs(left))) ?? '';
    if (this.counter) this.counter.textContent = sentence;
    this.counter?.classList.toggle('error', left < 0);
    clearTimeout(this.timer);
    const status = this.querySelector('[role=status]');
    if (aloud && status) this.timer = window.setTimeout(() => { status.textContent = sentence; }, 1500);
  }
}
customElements.define('framed-field', FramedField);
