import { send, waiting } from './door-queue.js';
import { install } from './door-shell.js';

/** On the page of the door with network: says what this device still has to send, and sends it. */
class DoorWaiting extends HTMLElement {
  async connectedCallback() {
    install(this).catch(() => undefined);
    await this.show();
    const { event = '', base = '' } = this.dataset;
    if ((await waiting(event)).length > 0 && await send(event, base) === 'sent') location.reload();
    await this.show();
  }

  async show() {
    const count = (await waiting(this.dataset.event ?? '')).length;
    const place = /** @type {HTMLElement} */ (this.querySelector('[data-part=waiting]'));
    place.textContent = count === 0 ? '' : count === 1 ? this.dataset.one ?? '' : (this.dataset.many ?? '').replace('%', String(count));
  }
}

customElements.define('door-waiting', DoorWaiting);
