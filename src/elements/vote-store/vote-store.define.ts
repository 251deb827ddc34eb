import { VoteStore } from './vote-store.js';
export type { VoteStore } from './vote-store.js'; // so that the tag has its type where only this file is imported

// not a LitElement, so nothing brings a registry to a server
if ('customElements' in globalThis && !customElements.get('vote-store')) customElements.define('vote-store', VoteStore);
