/** The small toolbar above a Markdown field: each button wraps the selection or starts its lines with a mark. */
class MarkdownToolbar extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'toolbar');
    this.addEventListener('click', event => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) this.apply(button.dataset);
    });
  }

  /** @param {DOMStringMap} marks */
  apply(marks) {
    const text = /** @type {HTMLTextAreaElement} */ (document.getElementById(this.getAttribute('for') ?? ''));
    const { selectionStart: start, selectionEnd: end, value } = text;
    text.focus();
    if (marks.line) {
      const from = value.lastIndexOf('\n', start - 1) + 1;
      const lines = value.slice(from, end).split('\n').map(line => line.startsWith(marks.line) ? line.slice(marks.line.length) : marks.line + line).join('\n');
      text.setRangeText(lines, from, end, 'end');
    } else {
      text.setRangeText(marks.before + value.slice(start, end) + marks.after, start, end, 'select');
      text.setSelectionRange(start + marks.before.length, end + marks.before.length);
    }
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

customElements.define('markdown-toolbar', MarkdownToolbar);
