/** Asks every two seconds how many have voted, until the vote is closed; then shows the page anew. */
class LiveTurnout extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.ask(), 2000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch(this.getAttribute('src'), { cache: 'no-store' });
      if (!answer.ok) return;
      const { cast, open } = await answer.json();
      const shown = this.querySelector('strong');
      if (shown.textContent !== String(cast)) shown.textContent = String(cast);
      if (!open) {
        clearInterval(this.timer);
        location.reload();
      }
    } catch {
      // The network is away: the number stands until it is back.
    }
  }
}

customElements.define('live-turnout', LiveTurnout);
