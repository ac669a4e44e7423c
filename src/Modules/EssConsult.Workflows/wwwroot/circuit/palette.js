/** The kinds of steps: found by a word, chosen by a press, or dragged. @param {HTMLElement} palette @param {(kind: string) => void} chosen */
export function palette(palette, chosen) {
  palette.querySelector('input')?.addEventListener('input', (event) => find(palette, /** @type {HTMLInputElement} */ (event.target).value));
  palette.addEventListener('click', (event) => {
    const kind = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-kind]'))?.dataset.kind;
    if (kind) chosen(kind);
  });
  palette.addEventListener('dragstart', (event) => {
    const kind = /** @type {HTMLElement} */ (event.target).dataset?.kind;
    if (kind) event.dataTransfer?.setData('text/plain', kind);
  });
}

/** @param {HTMLElement} palette @param {string} words */
function find(palette, words) {
  const wanted = plain(words.trim());
  for (const drawer of palette.querySelectorAll('details')) {
    let any = false;
    for (const kind of drawer.querySelectorAll('[data-kind]')) {
      const fits = plain(kind.textContent ?? '').includes(wanted);
      kind.toggleAttribute('hidden', !fits);
      any ||= fits;
    }
    drawer.toggleAttribute('hidden', !any);
    drawer.toggleAttribute('open', wanted !== '' && any);
  }
}

/** Without accents nor capitals, as people type when they search. @param {string} words */
const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
