import { VoteStore } from './vote-store.js';

// not a LitElement, so nothing brings a registry to a server
if ('customElements' in globalThis && !customElements.get('vote-store')) customElements.define('vote-store', VoteStore);
