/** Words in lines, measured beside the page: asking the page itself would lay it out anew for each box. */
const pen = document.createElement('canvas').getContext('2d');

/** The page's own letters, at the size that `workflows.css` gives the canvas. @param {'bold' | 'normal'} weight */
export const fontOf = (weight) => `${weight} 13px ${getComputedStyle(document.body).fontFamily}`;

/** @param {string} text @param {string} font @param {number} width @param {number} most lines */
export function wrap(text, font, width, most) {
  if (!pen) return text;
  pen.font = font;
  const fits = (/** @type {string} */ words) => pen.measureText(words).width <= width;
  const lines = text.split('\n').flatMap((line) => broken(line, fits));
  if (lines.length <= most) return lines.join('\n');
  let last = lines[most - 1];
  while (last && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`].join('\n');
}

/** @param {string} line @param {(words: string) => boolean} fits */
function broken(line, fits) {
  const lines = [''];
  for (const word of line.split(' ')) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else if (fits(word)) lines.push(word);
    else lines.push(...pieces(word, fits));
  }
  return lines;
}

/** A word that is longer than a line. @param {string} word @param {(words: string) => boolean} fits */
function pieces(word, fits) {
  const found = [''];
  for (const letter of word) {
    if (fits(found[found.length - 1] + letter)) found[found.length - 1] += letter;
    else found.push(letter);
  }
  return found;
}
