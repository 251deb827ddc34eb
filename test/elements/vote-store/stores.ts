// Places stores on a page that is new before each test.
import '../../../src/elements/vote-store/vote-store.define.js';
import type { VoteStore } from '../../../src/elements/vote-store/vote-store.js';
import { tasks } from '../../helpers/shadow.js';
import { ownStorage } from '../../vote-stores/browser-storage.js';
import { removeRatings } from '../../vote-stores/fake-rating.js';

let subjects = 0;

/** A subject of nobody else and an empty `<main>` before each test, and the storage alone. */
export function onFreshPage(start?: (subject: string, main: HTMLElement) => void): void {
  let main: HTMLElement;

  ownStorage();
  beforeEach(() => {
    main = document.body.appendChild(document.createElement('main'));
    start?.(`film-${++subjects}`, main);
  });
  afterEach(async () => {
    main.remove();
    removeRatings();
    await tasks();
  });
}

/** A store that has decided whom it serves. */
export async function place(parent: Node = document.querySelector('main')!, ...children: Node[]): Promise<VoteStore> {
  const store = document.createElement('vote-store');
  store.append(...children);
  parent.appendChild(store);
  await tasks();
  return store;
}
