/** The browser's own reader of codes, else the one that the page brings along (iPhones have none). @returns {Promise<any>} a BarcodeDetector */
async function reader() {
  const own = /** @type {any} */ (globalThis).BarcodeDetector;
  const canRead = (await own?.getSupportedFormats().catch(() => []))?.includes('qr_code');
  // @ts-ignore: npm brings it (EssConsult.Web.csproj).
  const Detector = canRead ? own : (await import('../lib/qr/decode.js')).BarcodeDetector;
  return new Detector({ formats: ['qr_code'] });
}

/** Reads QR codes through the camera; without one, one types, pastes or uses a hand scanner. */
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
    return Boolean(navigator.mediaDevices?.getUserMedia);
  }

  /** Loads what reads, before the network is gone. @returns {Promise<boolean>} whether this device can read codes */
  static async prepare() {
    return DoorCamera.isThere && reader().then(() => true, () => false);
  }

  get isOn() {
    return this.#stream !== null;
  }

  /** @throws when the person or the device refuses the camera */
  async start() {
    this.detector = await reader();
    this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    this.video.srcObject = this.#stream;
    this.video.hidden = false;
    await this.video.play();
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
