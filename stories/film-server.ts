type Answer = (request: Request) => Response | Promise<Response>;

const SITE = 'https://films.example/';
const answers = new Map<string, Answer>();
let realFetch: typeof fetch | undefined;

const answerFor = (url: string): Answer | undefined =>
  [...answers].find(([address]) => url === address || url.startsWith(`${address}/`))?.[1];

/**
 * Answers requests for an address of films.example and all below it: no story needs the network.
 * @returns stops answering; the last one to stop gives the page its own `fetch` back
 */
export function serve(name: string, answer: Answer): () => void {
  answers.set(SITE + name, answer);
  if (!realFetch) {
    const real = (realFetch = globalThis.fetch);
    globalThis.fetch = async (input, init) => {
      const known = answerFor(input instanceof Request ? input.url : String(input));
      return known ? known(new Request(input, init)) : real(input, init);
    };
  }
  return () => {
    answers.delete(SITE + name);
    if (answers.size || !realFetch) return;
    globalThis.fetch = realFetch;
    realFetch = undefined;
  };
}

export const urlOf = (name: string): string => SITE + name;
