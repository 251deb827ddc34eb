// F1: hand-written custom element. One node cloned into the shadow root, one shared constructable
// sheet, role=slider, no listener unless interactive. (Plain fields: a #private one costs ~70 B.)
import { strip, tenths, cls, fromX, fromKey } from './star.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:inline-block}div{${strip}}:host(:not([readonly])) div{cursor:pointer}${tenths}`);
const sheets = [sheet];
const tpl = document.createElement('template');
tpl.innerHTML = '<div part="stars" role="slider" aria-label="Rating" aria-valuemin="0" aria-valuemax="5"></div>';
const proto = tpl.content.firstChild;

export class F1Rating extends HTMLElement {
  static observedAttributes = ['value'];
  get value() {
    return this._v;
  }
  set value(v) {
    v = +v;
    if (v !== this._v) {
      this._v = v;
      if (this._s) this._paint(v);
    }
  }
  attributeChangedCallback(_, __, v) {
    this.value = v;
  }
  connectedCallback() {
    if (this._s) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    const s = (this._s = proto.cloneNode());
    if (this.hasAttribute('readonly')) s.setAttribute('aria-readonly', 'true');
    else {
      s.tabIndex = 0;
      for (const t of ['click', 'keydown', 'pointermove', 'pointerleave']) s.addEventListener(t, this);
    }
    this._paint((this._v ??= 0));
    root.append(s);
  }
  _paint(v) {
    this._s.className = cls(v);
    this._s.setAttribute('aria-valuenow', v);
  }
  handleEvent(e) {
    const s = this._s;
    switch (e.type) {
      case 'pointermove':
        s.className = cls(fromX(e, s));
        break;
      case 'pointerleave':
        s.className = cls(this._v);
        break;
      case 'click':
        this._commit(fromX(e, s));
        break;
      case 'keydown': {
        const v = fromKey(e.key, this._v);
        if (v !== this._v) {
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
customElements.define('f1-rating', F1Rating);
