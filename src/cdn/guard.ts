// The first thing that a one-file build runs, before any Lit code: vite.config.ts writes it in front of the bundle.

const BRAND = Symbol.for('film-widgets');

/** Every global that Lit reads and that a page does not have by itself. */
const READ_BY_LIT = [
  'litHtmlVersions',
  'litHtmlPolyfillSupport',
  'litElementVersions',
  'litElementPolyfillSupport',
  'litElementHydrateSupport',
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
  'litPropertyMetadata',
  'trustedTypes', // missing in older Firefox and Safari
];

/** `<a id="litHtmlVersions">` makes a global of that name; Lit would take the link for its own list and throw. */
function undoClobbering(): void {
  for (const name of READ_BY_LIT)
    if (name in globalThis && !Object.hasOwn(globalThis, name))
      Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
}

/**
 * Whether there is anything for this file to define. Where a tag is taken already, by another copy of this library or
 * by somebody else's class, it is left alone and one warning says so.
 */
export function mayRun(tags: readonly string[], version: string): boolean {
  const taken = tags.flatMap((tag) => {
    const definition = customElements.get(tag) as Record<symbol, string> | undefined;
    if (!definition) return [];
    return `<${tag}> is taken by ${BRAND in definition ? `film-widgets ${definition[BRAND]}` : 'another library'}`;
  });
  const left = taken.length < tags.length;
  if (taken.length)
    console.warn(`film-widgets ${version}: ${taken.join(', ')}; this file defines ${left ? 'the rest' : 'nothing'}.`);
  if (left) undoClobbering();
  return left;
}
