import { choiceAt, choiceCount, moveRating, type Scale } from '../../rating/scale.js';

/** What a key asks for: a rating, to take it back (null), to vote, to drop what is staged; undefined for nothing. */
export type KeyWish = { readonly value: number | null } | 'vote' | 'drop' | undefined;

/** How the control that has the focus is drawn. */
export interface KeyContext {
  readonly value: number | null;
  readonly scale: Scale;
  readonly clearable: boolean;
  readonly rtl: boolean;
  /** A native range, in which Up raises; in radios Down does (both as their ARIA patterns say). */
  readonly range: boolean;
}

/** Translates a key. Modified keys belong to the browser. */
export function keyWish(event: KeyboardEvent, { value, scale, clearable, rtl, range }: KeyContext): KeyWish {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const to = (by: number): KeyWish => ({ value: moveRating(value, by, scale) });
  switch (event.key) {
    case 'ArrowRight':
      return to(rtl ? -1 : 1);
    case 'ArrowLeft':
      return to(rtl ? 1 : -1);
    case 'ArrowDown':
      return to(range ? -1 : 1);
    case 'ArrowUp':
      return to(range ? 1 : -1);
    case 'Home':
      return { value: choiceAt(scale, 1) };
    case 'End':
      return { value: scale.max };
    case '0':
    case 'Delete':
    case 'Backspace':
      return clearable ? { value: null } : undefined;
    case 'Enter':
      return 'vote';
    case 'Escape':
      return 'drop';
    default: {
      if (!/^[1-9]$/.test(event.key)) return undefined;
      const index = (Number(event.key) * choiceCount(scale)) / scale.max;
      return Number.isInteger(index) && index <= choiceCount(scale) ? { value: choiceAt(scale, index) } : undefined;
    }
  }
}
