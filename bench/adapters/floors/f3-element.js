// F3, the "Lit floor": the same element as F1 on LitElement. The template has no expression (Lit
// clones it and walks nothing); what changes is set by hand in updated(). Listeners are put on
// the host, once, only when interactive.
import { LitElement, html, css, unsafeCSS } from 'lit';
import { strip, tenths, cls, fromX, fromKey } from './star.js';

export class F3Rating extends LitElement {
  static properties = { value: { type: Number }, readonly: { type: Boolean } };
  static styles = css`:host{display:inline-block}div{${unsafeCSS(strip)}}:host(:not([readonly])) div{cursor:pointer}${unsafeCSS(tenths)}`;
  constructor() {
    super();
    this.value = 0;
    this.readonly = false;
  }
  render() {
    return html`<div part="stars" role="slider" aria-label="Rating" aria-valuemin="0" aria-valuemax="5"></div>`;
  }
  firstUpdated() {
    const s = (this._s = this.renderRoot.firstElementChild);
    if (this.readonly) s.setAttribute('aria-readonly', 'true');
    else {
      s.tabIndex = 0;
      for (const t of ['click', 'keydown', 'pointermove', 'pointerleave']) this.addEventListener(t, this);
    }
  }
  updated() {
    this._s.className = cls(this.value);
    this._s.setAttribute('aria-valuenow', this.value);
  }
  handleEvent(e) {
    const s = this._s;
    switch (e.type) {
      case 'pointermove':
        s.className = cls(fromX(e, s));
        break;
      case 'pointerleave':
        s.className = cls(this.value);
        break;
      case 'click':
        this._commit(fromX(e, s));
        break;
      case 'keydown': {
        const v = fromKey(e.key, this.value);
        if (v !== this.value) {
          e.preventDefault();
          this._commit(v);
        }
      }
    }
  }
  _commit(v) {
    this.value = v;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
}
customElements.define('f3-rating', F3Rating);
