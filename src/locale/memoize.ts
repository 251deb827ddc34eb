/** A cache starts over when it holds so many. */
const MOST = 500;

/** Keeps what is made of the last few hundred inputs: a page with a thousand ratings writes the same numbers again. */
export function memoize<K, V>(make: (input: K) => V): (input: K) => V {
  const made = new Map<K, V>();
  return (input) => {
    let found = made.get(input);
    if (found === undefined) {
      if (made.size >= MOST) made.clear();
      made.set(input, (found = make(input)));
    }
    return found;
  };
}
