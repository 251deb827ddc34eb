/** Database and object store; both named for every version of ours, because the keys inside carry the version. */
const DATABASE = 'film-widgets';
const STORE = 'votes';

/** Milliseconds. An open that is blocked by another tab fires nothing at all, for ever. */
const PATIENCE = 1000;

let hung = false;
const listeners = new Set<() => void>();

/** Calls back whenever a database that had hung answers after all. */
export function onVotesDbBack(listener: () => void): void {
  listeners.add(listener);
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Without a version: a later release that raised it must not lock this one out.
    const request = factory.open(DATABASE);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error());
    };
  });
}

async function transact<T>(
  mode: IDBTransactionMode | 'create',
  act: (votes: IDBObjectStore) => IDBRequest<T>[],
  wanted: () => boolean,
): Promise<T[]> {
  const create = mode === 'create';
  // A sandboxed frame throws here, on the mere look, or on `open`; for its `databases`, Chromium also reports a promise that nobody has.
  const factory = (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  const isSandboxed = origin === 'null' && location.protocol !== 'file:';
  if (!factory || isSandboxed) throw new DOMException('no IndexedDB', 'SecurityError');
  if (!create && !(await factory.databases()).some(({ name }) => name === DATABASE)) return [];
  const db = await open(factory);
  try {
    if (!wanted()) return [];
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE, create ? 'readwrite' : mode);
      const requests = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        resolve(requests.map(({ result }) => result));
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error());
      };
    });
  } finally {
    // Open no longer than needed: an open database can keep a page out of the back/forward cache and another tab from upgrading.
    db.close();
  }
}

/**
 * One transaction on the kept votes. Only `create` makes the database; without one the other modes find nothing and do nothing.
 * @throws {Error | DOMException} when there is no IndexedDB to create in, when it refuses, is full, or hangs for 1 s
 */
export async function inVotesDb<T>(
  mode: IDBTransactionMode | 'create',
  act: (votes: IDBObjectStore) => IDBRequest<T>[],
): Promise<T[]> {
  if (hung) throw new Error('IndexedDB hangs');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late = false;
  const work = transact(mode, act, () => !late);
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          late = hung = true;
          const recover = (): void => {
            hung = false;
            for (const listener of listeners) listener();
          };
          work.then(recover, recover);
          reject(new Error('IndexedDB hangs'));
        }, PATIENCE);
      }),
    ]);
  } catch (error) {
    // Where nothing may be stored, nothing is.
    if (mode !== 'create' && (error as Error).name === 'SecurityError') return [];
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
