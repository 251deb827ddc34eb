import { VoteStore } from './vote-store.js';

if (!customElements.get('vote-store')) customElements.define('vote-store', VoteStore);
