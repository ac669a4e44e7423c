/** Reads QR codes through the camera, where the browser can (BarcodeDetector); elsewhere one types, pastes or uses a hand scanner. */
export class DoorCamera {
  /** @type {MediaStream | null} */
  #stream = null;
  #last = { code: '', at: 0 };

  /** @param {HTMLVideoElement} video @param {(code: string) => void} found */
  constructor(video, found) {
    this.video = video;
    this.found = found;
  }

  static get isThere() {
    return 'BarcodeDetector' in globalThis && Boolean(navigator.mediaDevices?.getUserMedia);
  }

  get isOn() {
    return this.#stream !== null;
  }

  /** @throws when the person or the device refuses the camera */
  async start() {
    this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    this.video.srcObject = this.#stream;
    this.video.hidden = false;
    await this.video.play();
    this.detector = new /** @type {any} */ (globalThis).BarcodeDetector({ formats: ['qr_code'] });
    this.#look();
  }

  stop() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.video.hidden = true;
  }

  async #look() {
    if (!this.isOn) return;
    const codes = await this.detector.detect(this.video).catch(() => []);
    const code = codes[0]?.rawValue;
    // The same ticket stays before the camera for a while.
    if (code && (code !== this.#last.code || Date.now() - this.#last.at > 4000)) {
      this.#last = { code, at: Date.now() };
      this.found(code);
    }
    setTimeout(() => this.#look(), 150);
  }
}
