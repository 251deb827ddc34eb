// The browser's storage is one for all test files of an origin, and they run side by side: whoever looks at it has to have it alone.

export const DATABASE = 'film-widgets';

/** Gives this test file the storage alone from its first test to its last, empty before each. */
export function ownStorage(): void {
  let release = (): void => undefined;

  before(function () {
    this.timeout(120_000);
    return new Promise<void>((resolve) => {
      void navigator.locks.request('film-widgets-test-storage', () => {
        resolve();
        return new Promise<void>((free) => (release = free));
      });
    });
  });
  beforeEach(clearStorage);
  afterEach(restoreGlobals);
  after(async () => {
    await clearStorage();
    release();
  });
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

async function clearStorage(): Promise<void> {
  localStorage.clear();
  await settled(indexedDB.deleteDatabase(DATABASE));
}

export async function hasDatabase(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

/** Writes into the object store, or reads all of it, behind the library's back. */
export async function inDatabase<T>(act: (votes: IDBObjectStore) => IDBRequest<T>, storeName = 'votes'): Promise<T> {
  const request = indexedDB.open(DATABASE);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  const db = await settled(request);
  try {
    return await settled(act(db.transaction(storeName, 'readwrite').objectStore(storeName)));
  } finally {
    db.close();
  }
}

/** Everything that is kept, by key. */
export async function keptInDatabase(): Promise<Record<string, unknown>> {
  if (!(await hasDatabase())) return {};
  const keys = await inDatabase((votes) => votes.getAllKeys());
  const values = await inDatabase<unknown[]>((votes) => votes.getAll());
  return Object.fromEntries(keys.map((key, i) => [key as string, values[i]]));
}

let undo: (() => void)[] = [];

/** Puts something in the place of a global, or of an object's member, until the end of the test. */
export function replaceGlobal(name: string, descriptor: PropertyDescriptor, on: object = globalThis): void {
  const before = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { configurable: true, ...descriptor });
  undo.push(() => {
    if (before) Object.defineProperty(on, name, before);
    else Reflect.deleteProperty(on, name);
  });
}

export function restoreGlobals(): void {
  for (const back of undo.reverse()) back();
  undo = [];
}

/** What `console.warn` is told from now on, and does not print, until the end of the test. */
export function hearWarnings(): unknown[] {
  const warnings: unknown[] = [];
  replaceGlobal('warn', { value: (...args: unknown[]) => warnings.push(...args) }, console);
  return warnings;
}

const blocked = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** As in a sandboxed frame: the mere look throws. */
export const blockGlobals = (...names: string[]): void => {
  for (const name of names) replaceGlobal(name, { get: blocked });
};

/** IndexedDB that is there and refuses. */
export function refuseDatabase(name = 'UnknownError'): void {
  const refuse = (): never => {
    throw new DOMException('refused', name);
  };
  replaceGlobal('open', { value: refuse }, IDBFactory.prototype);
}

export function fillStorage(): void {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  replaceGlobal('put', { value: full }, IDBObjectStore.prototype);
  replaceGlobal('setItem', { value: full }, Storage.prototype);
}
