import { choiceAt, choiceCount, moveRating, type Scale } from '../../rating/scale.js';

/** What a key asks for: a rating (null takes it back), to vote or to send the form, to drop what is staged; undefined for nothing. */
export type KeyWish = number | null | 'vote' | 'send' | 'drop' | undefined;

/** How the control that has the focus is drawn. */
export interface KeyContext {
  readonly value: number | null;
  readonly clearable: boolean;
  readonly rtl: boolean;
  /** A native range, in which Up raises; in radios Down does (both as their ARIA patterns say). */
  readonly range: boolean;
}

/** Translates a key. Modified keys belong to the browser. */
export function keyWish(event: KeyboardEvent, scale: Scale, { value, clearable, rtl, range }: KeyContext): KeyWish {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const up = { ArrowRight: !rtl, ArrowLeft: rtl, ArrowUp: range, ArrowDown: !range }[key];
  if (up !== undefined) return moveRating(value, up ? 1 : -1, scale);
  if (clearable && ['0', 'Delete', 'Backspace'].includes(key)) return null;
  if (/^[1-9]$/.test(key)) {
    const place = (Number(key) * choiceCount(scale)) / scale.max;
    return Number.isInteger(place) && Number(key) <= scale.max ? choiceAt(scale, place) : undefined;
  }
  return ({ Home: choiceAt(scale, 1), End: scale.max, Enter: 'send', ' ': 'vote', Escape: 'drop' } as const)[key];
}
