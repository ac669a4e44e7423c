// Pieces of the door's page.

/** @param {string} tag @param {string} style @param {(string | Node)[]} content @returns {HTMLElement} */
export function element(tag, style, ...content) {
  const made = Object.assign(document.createElement(tag), { className: style });
  made.append(...content);
  return made;
}

/** A button about somebody: their name is in what a screen reader says. @param {string} word @param {string} name @param {(button: HTMLElement) => void} act */
export function button(word, name, act) {
  const made = element('button', 'button button-small button-secondary', word);
  made.setAttribute('type', 'button');
  made.setAttribute('aria-label', `${word} : ${name}`);
  made.addEventListener('click', () => act(made));
  return made;
}

/** @param {string} at */
export const hour = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
