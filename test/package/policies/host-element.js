// A page's own element, on its own copy of Lit: bundled by the test.
import { html, LitElement } from 'lit';

class HostNote extends LitElement {
  static properties = { text: {} };
  render() {
    return html`<p title=${this.text ?? ''}>Of the page itself: <b>${this.text}</b></p>`;
  }
}
customElements.define('host-note', HostNote);
