/** @typedef {import('./door-queue.js').Scan} Scan */

/** What the door asks whoever comes in; nothing where it asks nothing. */
export class DoorQuestions {
  /** @param {import('./door-view.js').DoorView} view @param {(who: Partial<Scan>, values: Record<string, string>) => Promise<void>} keep */
  constructor(view, keep) {
    this.view = view;
    this.panel = view.part('questions');
    this.form = view.part('answers');
    this.form?.addEventListener('reset', () => this.close());
    this.form?.addEventListener('submit', async (/** @type {Event} */ event) => {
      event.preventDefault();
      // Nothing is sent of a question that was left open: another door may have had its answer.
      const given = [...new FormData(this.form)].map(([name, value]) => [name.slice('Answers['.length, -1), String(value).trim()]).filter(([, value]) => value);
      const { who, name } = this;
      this.form.reset();
      await keep(who, Object.fromEntries(given));
      view.say('success', 'answered', name);
    });
  }

  /** @param {Partial<Scan>} who attendee or walkIn @param {string} name */
  ask(who, name) {
    if (!this.panel) return;
    [this.who, this.name] = [who, name];
    this.form.reset();
    this.panel.hidden = false;
    this.view.part('asked').textContent = this.view.word('asked', name);
    this.view.part('asked').focus();
  }

  close() { if (this.panel) this.panel.hidden = true; }
}
