/** @typedef {{ text: string, meaning: string }} Word @typedef {{ text: string, meaning: string, length: number }} Proposal */
const MOST = 12;
const LONGEST = 60;

/**
 * What fits behind the caret: words that begin as the text before it ends, else those that hold its last word.
 * @param {string} before @param {Word[]} words @param {boolean} all whether a field that says nothing gets every word @returns {Proposal[]}
 */
export function proposals(before, words, all) {
  const known = words.map((word) => ({ ...word, ...within(before, word.text) }));
  for (let start = Math.max(0, before.length - LONGEST); start < before.length; start++) {
    if (start > 0 && /[\w.]/.test(before[start - 1]) && /[\w.]/.test(before[start])) continue;
    const typed = before.slice(start).toLowerCase();
    if (typed.trim().length < 2) break;
    const found = known.filter((word) => [word.insert, word.inner].some((text) => text.toLowerCase().startsWith(typed) && text.length > typed.length));
    if (found.length) return found.slice(0, MOST).map((word) => ({ text: word.insert, meaning: word.meaning, length: typed.length }));
  }
  const last = /\w*$/.exec(before)?.[0] ?? '';
  if (last.length < 2) return all ? known.slice(0, MOST).map((word) => ({ text: word.insert, meaning: word.meaning, length: 0 })) : [];
  const wanted = last.toLowerCase();
  const holding = known.filter((word) => word.text.toLowerCase().includes(wanted) && !word.text.toLowerCase().endsWith(wanted));
  return holding.slice(0, MOST).map((word) => ({ text: word.insert, meaning: word.meaning, length: last.length }));
}

/** Inside an output or a tag the braces are there already. @param {string} before @param {string} text */
function within(before, text) {
  const inner = /^\{\{\s*(.*?)\s*\}\}$/.exec(text)?.[1] ?? text;
  const isInside = before.lastIndexOf('{{') > before.lastIndexOf('}}') || before.lastIndexOf('{%') > before.lastIndexOf('%}');
  return { inner, insert: isInside ? inner : text };
}
