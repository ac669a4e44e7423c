import { find } from './door-list.js';
import { keep, keepAnswers, keepWalkIn } from './door-queue.js';
import { DoorQuestions } from './door-questions.js';

/** @typedef {import('./door-queue.js').Scan} Scan */

/** What happens at the door: kept on the device before anything is said about it. */
export class DoorPassages {
  /** @param {string} event @param {import('./door-view.js').DoorView} view @param {() => void} changed */
  constructor(event, view, changed) {
    this.event = event;
    this.view = view;
    this.changed = changed;
    this.questions = new DoorQuestions(view, (who, values) => keepAnswers(event, { nonce: crypto.randomUUID(), at: new Date().toISOString(), ...who, values }).then(() => { changed(); }));
  }

  /** A code that was scanned, typed or pasted. @param {string} code */
  async code(code) {
    if (!code.trim()) return;
    const found = await find(this.event, code);
    const doubt = found?.person ? null : found ? 'unlisted' : 'nothing';
    await this.keep({ code }, found?.id ?? code, found?.person?.name ?? this.view.word('ticket'), doubt, this.view.kind, found?.person);
  }

  /** Somebody who comes unannounced. @param {HTMLFormElement} form */
  async walkIn(form) {
    const [name, organisation, email] = ['name', 'organisation', 'email'].map((field) => String(new FormData(form).get(field) ?? '').trim());
    const key = crypto.randomUUID();
    await keepWalkIn(this.event, { key, name, organisation, email: email || null });
    form.reset();
    await this.keep({ walkIn: key }, key, name, null, 'Entry');
  }

  /** @param {Partial<Scan>} what one of attendee, code and walkIn @param {string} who @param {string} name @param {string | null} doubt why it may not be valid @param {Scan['kind']} [kind] @param {import('./door-file.js').DoorAttendee | null} [person] as the list knows them */
  async keep(what, who, name, doubt, kind = this.view.kind, person = null) {
    const scan = { nonce: crypto.randomUUID(), kind, at: new Date().toISOString(), door: this.view.door, ...what };
    const before = await keep(this.event, scan, who);
    const twice = kind === 'Entry' && before?.kind === 'Entry' ? before.at : null;
    this.view.told(scan, person?.note ? `${name} (${person.note})` : name, doubt, twice, person?.table ?? '', () => this.keep({ ...what, undoes: scan.nonce }, who, name, null, 'Undo'));
    if (kind === 'Entry' && !twice && (person || what.walkIn)) this.questions.ask(person ? { attendee: person.id } : { walkIn: what.walkIn }, name);
    else this.questions.close();
    this.changed();
  }
}
