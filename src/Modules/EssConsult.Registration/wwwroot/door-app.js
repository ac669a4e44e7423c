import { DoorCamera } from './door-camera.js';
import { current, named, take, unlock } from './door-list.js';
import { DoorPassages } from './door-passages.js';
import { send, waiting } from './door-queue.js';
import { install, keepPage } from './door-shell.js';
import { DoorView } from './door-view.js';

const AGAIN = 15000; // Milliseconds until what waits is sent once more.

/** The door without network: what is seen is kept first, then said, then sent. */
class DoorApp extends HTMLElement {
  event = this.dataset.event ?? '';
  base = this.dataset.base ?? '';
  view = new DoorView(this);
  passages = new DoorPassages(this.event, this.view, () => this.show().then(() => this.send()));
  /** @type {import('./door-list.js').DoorAttendee[]} */
  people = [];

  connectedCallback() {
    const { view, passages } = this;
    view.submitted('code', (form) => passages.code(view.emptied(form)));
    view.submitted('unlock', (form) => this.unlock(view.emptied(form)));
    view.submitted('walk-in', (form) => passages.walkIn(form));
    view.pressed('take', () => this.take());
    view.pressed('send', () => this.send());
    view.part('search').addEventListener('input', () => this.search());
    this.offerCamera(new DoorCamera(view.part('video'), (code) => passages.code(code)));
    addEventListener('online', () => this.send());
    setInterval(() => this.send(), AGAIN);
    this.start();
  }

  async start() {
    await this.show();
    this.view.part('scan').hidden = !await DoorCamera.prepare();
    await install(this).then(() => keepPage(`${this.base}/hors-ligne`)).catch(() => undefined);
    await this.take(false);
    await this.send();
    this.dataset.ready = 'true';
  }

  /** @param {DoorCamera} camera */
  offerCamera(camera) {
    const { view } = this;
    view.pressed('scan', async () => {
      if (camera.isOn) camera.stop(); else await camera.start().catch(() => view.say('error', 'camera'));
      view.part('scan').setAttribute('aria-pressed', String(camera.isOn));
    });
  }

  /** @param {boolean} aloud whether a failure is said */
  async take(aloud = true) {
    const isTaken = await take(this.event, this.base);
    if (!isTaken && aloud) this.view.say('error', 'no-pin');
    if (isTaken) this.view.locked(); // Names that were open are of the list before.
    await this.show();
  }

  async send() {
    this.view.network(await send(this.event, this.base));
    await this.show();
  }

  async show() { this.view.status((await waiting(this.event)).length, await current(this.event)); }

  /** @param {string} pin */
  async unlock(pin) {
    const { people, left } = await unlock(this.event, pin);
    this.people = people ?? [];
    this.view.unlocked(Boolean(people), left);
    await this.show();
  }

  search() {
    this.view.names(named(this.people, this.view.typed('search')), (person, kind) => this.passages.keep({ attendee: person.id }, person.id, person.name, null, kind, person));
  }
}

customElements.define('door-app', DoorApp);
