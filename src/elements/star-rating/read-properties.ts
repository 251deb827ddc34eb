import type { PropertyDeclaration } from 'lit';
import { toNumber } from '../../rating/scale.js';
import type { StarRating } from './star-rating.js';

/** A property that may be set to anything and always reads as something that can be. */
export interface ReadProperty extends PropertyDeclaration {
  noAccessor?: boolean;
  converter?: typeof toNumber;
  /** What it was set to is read as. */
  readonly read?: (raw: unknown, rating: StarRating) => unknown;
  /** What has to follow at once, before anything is rendered: form value, validity, connection. */
  readonly changed?: (rating: StarRating, before: unknown) => void;
}

/**
 * Defines accessors as Lit's, but that they read, tell and reflect at once. `told` gives what somebody else has said meanwhile, by
 * name of the property: it goes before what was set, until that is set again.
 */
export function defineReadProperties(
  prototype: StarRating,
  properties: Readonly<Record<string, ReadProperty>>,
  told: (rating: StarRating) => Partial<Record<string, unknown>>,
): void {
  for (const [name, options] of Object.entries(properties)) {
    options.noAccessor = true;
    const { read, changed, reflect } = options;
    const isNumber = options.type === Number;
    if (isNumber) options.converter = toNumber; // to Lit's own, a blank attribute is 0
    const key = Symbol(name);
    type Raw = StarRating & Record<PropertyKey, unknown>;
    Object.defineProperty(prototype, name, {
      get(this: Raw) {
        const news = told(this);
        const raw = name in news ? news[name] : this[key];
        return read ? read(raw, this) : raw;
      },
      set(this: Raw, value: unknown) {
        const before = this[name];
        Reflect.deleteProperty(told(this), name);
        this[key] = isNumber ? toNumber(value) : value;
        const now = this[name];
        this.requestUpdate(name, before, options, true, now);
        if (reflect && now !== before) {
          // Lit reflects after it has rendered, which is too late for `:disabled`, and for a form
          if (typeof now === 'string') this.setAttribute(name, now);
          else this.toggleAttribute(name, Boolean(now));
        }
        changed?.(this, before);
      },
      configurable: true,
      enumerable: true,
    });
  }
}
