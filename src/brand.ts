/** By this symbol our classes are told from others of the same tag, also by another copy of the library. */
export const BRAND: unique symbol = Symbol.for('film-widgets') as never;

/** As in `package.json`; `npm version` writes it. */
export const VERSION = '0.1.0';
