/** The moderator's keys: J next, K previous, A accept, R to the motives. In a field or among the motives the keys are the field's own. */
class ModerationQueue extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || at.matches('textarea, input, select')) return;
    const entries = [...this.querySelectorAll('.queue-list a')];
    const index = entries.findIndex((entry) => entry.getAttribute('aria-current') === 'true');
    const key = event.key.toLowerCase();
    if (key === 'j') this.go(entries[index + 1]);
    if (key === 'k') this.go(entries[index - 1]);
    if (key === 'a' && !this.decided) {
      this.decided = true;
      /** @type {HTMLButtonElement | null} */ (this.querySelector('[data-key=a]'))?.click();
    }
    if (key === 'r') /** @type {HTMLInputElement | null} */ (this.querySelector('[name=Motive]'))?.focus();
  }

  /** @param {Element | undefined} entry */
  go(entry) {
    if (entry) location.assign(/** @type {HTMLAnchorElement} */ (entry).href);
  }
}
customElements.define('moderation-queue', ModerationQueue);
