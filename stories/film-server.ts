type Answer = (request: { signal: AbortSignal | null }) => Response | Promise<Response>;

const SITE = 'https://films.example/';
const answers = new Map<string, Answer>();
let realFetch: typeof fetch | undefined;

const urlOf = (input: RequestInfo | URL): string => (input instanceof Request ? input.url : String(input));

/**
 * Answers requests for one film of films.example: no story needs the network.
 * @returns stops answering; the last one to stop gives the page its own `fetch` back
 */
export function serveFilm(name: string, answer: Answer): () => void {
  answers.set(SITE + name, answer);
  if (!realFetch) {
    const real = (realFetch = globalThis.fetch);
    globalThis.fetch = async (input, init) => {
      const known = answers.get(urlOf(input));
      return known ? known({ signal: init?.signal ?? null }) : real(input, init);
    };
  }
  return () => {
    answers.delete(SITE + name);
    if (answers.size || !realFetch) return;
    globalThis.fetch = realFetch;
    realFetch = undefined;
  };
}

export const filmUrl = (name: string): string => SITE + name;
