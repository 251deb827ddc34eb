import { defaultConverter, type PropertyDeclaration } from 'lit';
import { toNumber } from '../../rating/scale.js';
import type { StarRating } from './star-rating.js';

// The properties of ratings, in Lit's place: it reads every one before it renders a rating for the first time, of a thousand ratings too.

/** A property that may be set to anything and always reads as something that can be. */
export interface ReadProperty extends PropertyDeclaration {
  attribute?: string | false;
  noAccessor?: boolean;
  /** What it was set to is read as. */
  readonly read?: (raw: unknown, rating: StarRating) => unknown;
  /** What has to follow at once, before anything is rendered: form value, validity, connection. */
  readonly changed?: (rating: StarRating, before: unknown) => void;
}

type Raw = StarRating & Record<PropertyKey, unknown>;

const names: string[] = [];
const byAttribute = new Map<string, [name: string, type: unknown]>();

/**
 * Defines accessors as Lit's, but that they read, tell and reflect at once. `told` gives what somebody else has said meanwhile, by
 * name of the property: it goes before what was set, until that is set again.
 */
export function defineReadProperty(
  prototype: StarRating,
  name: string,
  { attribute = name, noAccessor, type, reflect, read, changed }: ReadProperty,
  told: (rating: StarRating) => Partial<Record<string, unknown>>,
): void {
  names.push(name);
  if (attribute) byAttribute.set(attribute, [name, type]);
  if (noAccessor) return;
  const key = Symbol(name);
  Object.defineProperty(prototype, name, {
    get(this: Raw) {
      const news = told(this);
      const raw = name in news ? news[name] : this[key];
      return read ? read(raw, this) : raw;
    },
    set(this: Raw, value: unknown) {
      const before = this[name];
      Reflect.deleteProperty(told(this), name);
      this[key] = type === Number ? toNumber(value) : value;
      const now = this[name];
      this.requestUpdate(name, before, undefined, true, now);
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

/** The attributes that set a property. */
export const readAttributes = (): Iterable<string> => byAttribute.keys();

/** Sets the property of an attribute. */
export function readAttribute(rating: StarRating, attribute: string, text: string | null): void {
  const [name, type] = byAttribute.get(attribute) ?? [];
  // a number is read as the property reads it: to Lit's converter, a blank attribute is 0
  if (name) (rating as Raw)[name] = type === Number ? text : defaultConverter.fromAttribute?.(text, type);
}

/** Takes over what a page has set on the element before it was one of ours, which hides the accessors. */
export function takeOver(rating: StarRating): void {
  for (const name of names) {
    if (!Object.hasOwn(rating, name)) continue;
    const value = (rating as Raw)[name];
    Reflect.deleteProperty(rating, name);
    (rating as Raw)[name] = value;
  }
}
