// The camera of the door reads the same tickets.
import { DoorCamera } from '../EssConsult.Registration/door-camera.js';

/** Reads the next ticket and sends its form; without a camera the form is filled in by hand. */
class TicketCamera extends HTMLElement {
  async connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector('[data-part=camera]'));
    const video = /** @type {HTMLVideoElement} */ (this.querySelector('video'));
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    if (!button || !(await DoorCamera.prepare())) return;
    const camera = new DoorCamera(video, (code) => {
      camera.stop();
      /** @type {HTMLInputElement} */ (form.elements.namedItem('Ticket')).value = code;
      form.requestSubmit();
    });
    button.hidden = false;
    button.addEventListener('click', () => (camera.isOn ? camera.stop() : camera.start().catch(() => (button.hidden = true))));
  }
}

customElements.define('ticket-camera', TicketCamera);
