import { button, element, hour } from './door-lines.js';
/** @typedef {import('./door-list.js').DoorAttendee} DoorAttendee */
/** @typedef {import('./door-queue.js').Scan} Scan */

/** How many of the last passages, and of the names found, are shown. */
const [LAST, NAMES] = [10, 30];

/** What the door's page shows, in the words that it brought along. */
export class DoorView {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Record<string, string>} */
    this.words = JSON.parse(root.dataset.words ?? '{}');
    this.part('door').value = localStorage.getItem('door') ?? '';
    this.part('door').addEventListener('change', () => localStorage.setItem('door', this.door));
  }

  /** @param {string} name @returns {any} */
  part(name) { return this.root.querySelector(`[data-part="${name}"]`); }
  get door() { return this.part('door').value.trim(); }
  /** @returns {Scan['kind']} */
  get kind() { return /** @type {any} */ (this.root.querySelector('[name=kind]:checked')).value; }
  /** @param {string} name */
  typed(name) { return this.part(name).querySelector('input').value; }
  /** @param {string} key @param {string | number} [value] */
  word(key, value = '') { return (this.words[key] ?? key).replace('%', String(value)); }

  /** @param {string} name @param {(form: HTMLFormElement) => void} act */
  submitted(name, act) { this.part(name).addEventListener('submit', (/** @type {Event} */ event) => { event.preventDefault(); act(this.part(name)); }); }
  /** @param {string} name @param {() => void} act */
  pressed(name, act) { this.part(name).addEventListener('click', act); }

  /** What the one field held; it is ready for the next. @param {HTMLFormElement} form */
  emptied(form) {
    const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
    const { value } = field;
    field.value = '';
    field.focus();
    return value;
  }

  /** @param {string} kind success, warning or error @param {string} key @param {string} [name] @param {string} [more] */
  say(kind, key, name = '', more = '') { this.part('result').replaceChildren(element('div', `notice notice-${kind}`, element('p', 'notice-title', this.word(key, name)), element('p', '', more))); }

  /** @param {number} count @param {import('./door-file.js').DoorFile | null} file */
  status(count, file) {
    this.part('waiting').textContent = this.word(count === 0 ? 'none' : count === 1 ? 'one' : 'many', count);
    this.part('list').textContent = file ? this.word('list', file.event.people) : this.word('no-list');
  }

  /** @param {string} how */
  network(how) { this.part('network').textContent = how === 'sent' ? '' : this.word(how); }

  locked(isOpen = false) { [this.part('search').hidden, this.part('unlock').hidden] = [!isOpen, isOpen]; }
  /** @param {boolean} isOpen @param {number} left tries */
  unlocked(isOpen, left) {
    this.locked(isOpen);
    this.part('result').replaceChildren();
    if (isOpen) this.part('search').querySelector('input').focus(); else this.say('error', left > 0 ? 'wrong' : 'wiped', String(left));
  }

  /** @param {DoorAttendee[]} people @param {(person: DoorAttendee, kind: Scan['kind']) => void} act */
  names(people, act) {
    this.part('found').textContent = this.word('names', people.length);
    this.part('names').replaceChildren(...people.slice(0, NAMES).map((person) => element('li', 'door-person', element('p', '', person.name, element('span', 'small muted', [person.note, person.organisation, this.table(person.table)].filter(Boolean).map((part) => ` ${part}`).join(' ·'))),
      element('span', 'row-actions', button(this.word('present'), person.name, () => act(person, 'Entry')), button(this.word('leave'), person.name, () => act(person, 'Exit'))))));
  }

  table(table = '') { return table && this.word(table.includes(',') ? 'tables' : 'table', table); }

  /** @param {Scan} scan @param {string} name @param {string | null} doubt @param {string | null} twice when they came in before @param {string} table theirs, round by round @param {() => void} undo */
  told(scan, name, doubt, twice, table, undo) {
    const key = scan.kind === 'Undo' ? 'undone' : twice ? 'twice' : scan.kind === 'Exit' ? 'out' : 'in';
    this.say(doubt ? 'error' : twice ? 'warning' : 'success', doubt ?? key, name, doubt ? '' : twice ? hour(twice) : key === 'in' ? this.table(table) : '');
    const undoing = scan.kind === 'Undo' ? [] : [button(this.word('undo'), name, (pressed) => { pressed.remove(); undo(); })];
    this.part('last').prepend(element('li', 'door-person', element('span', '', `${hour(scan.at)} · ${this.word(doubt ?? key, name)}`), ...undoing));
    this.part('last').children[LAST]?.remove();
  }
}
