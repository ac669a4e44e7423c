/** The canvas by keyboard. @type {Record<string, [number, number]>} */
const MOVES = { arrowleft: [-10, 0], arrowright: [10, 0], arrowup: [0, -10], arrowdown: [0, 10] };

/**
 * What a key asks for; null for one that is not the board's.
 * @param {KeyboardEvent} event @param {boolean} isOnCanvas @returns {{ act: string, by?: [number, number] } | null}
 */
export function actOf(event, isOnCanvas) {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (command && key === 'z') return { act: event.shiftKey ? 'redo' : 'undo' };
  if (command && key === 'y') return { act: 'redo' };
  if (!isOnCanvas) return null;
  if (command && key === 'c') return { act: 'copy' };
  if (command && key === 'v') return { act: 'paste' };
  if (command) return null;
  if (key === 'delete' || key === 'backspace') return { act: 'remove' };
  if (key === 'enter') return { act: 'open' };
  return MOVES[key] ? { act: event.shiftKey ? 'grow' : 'move', by: MOVES[key] } : null;
}
