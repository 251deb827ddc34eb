import { tidy } from '../read-payload.js';
import { day, decode, minutes, nameOf, number, untag, year } from './read-values.js';

/** A value of a foreign record and where the record has it, so that warnings name what the author pasted. */
export class Found {
  /** Undefined also where the service says that it does not know. */
  readonly value: unknown;
  readonly path: readonly PropertyKey[];

  constructor(value: unknown, path: readonly PropertyKey[] = []) {
    const tidied = typeof value === 'string' ? tidy(value) : value;
    const isEmpty = tidied === '' || tidied === 'N/A' || (Array.isArray(tidied) && !tidied.length);
    this.value = isEmpty ? undefined : tidied;
    this.path = path;
  }

  /** What lies under these keys, one within the other. */
  get(...keys: (string | number)[]): Found {
    let { value } = this;
    for (const key of keys) value = isBranch(value) ? value[key] : undefined;
    return new Found(typeof value === 'string' ? decode(value) : value, [...this.path, ...keys]);
  }

  /** Its text, empty where it is none. */
  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** The items of a list; a single thing is a list of one, and nothing a list of none. */
  get items(): Found[] {
    if (Array.isArray(this.value))
      return this.value.map((_, i) => this.get(i)).filter(({ value }) => value !== undefined);
    return this.value === undefined ? [] : [this];
  }

  /** The same place, its text read as something else. */
  as(read: (text: string) => unknown): Found {
    return this.text ? new Found(read(this.text), this.path) : this;
  }

  /** The same, or nothing where it is the zero of a service that has no number. */
  get nonzero(): Found {
    return this.value === 0 ? new Found(undefined, this.path) : this;
  }

  /** The first of these that is known, or this. */
  or(...others: Found[]): Found {
    return [this, ...others].find(({ value }) => value !== undefined) ?? this;
  }
}

/** A payload before it is checked, whose values still know where they come from. */
export type Draft =
  Found | string | number | boolean | undefined | readonly Draft[] | { readonly [field: string]: Draft };

/** A draft of the whole film: what every importer gives. */
export type FilmDraft = Record<'id' | 'title' | 'year' | 'releaseDate', Found> & Record<string, Draft>;

/** Of what `readPayload` gave, in which there is no null. */
export function isBranch(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object';
}

/** A part of a film, or nothing where what it is about is not known. */
export function about<T>(what: Found, part: T): T | undefined {
  return what.value === undefined ? undefined : part;
}

/** The text of what may also be a list, a thing with a name, a date, a board's rating or a text with its language. */
export function inWords(node: Found): Found {
  const first = Array.isArray(node.value) ? node.get(0) : node;
  if (!isBranch(first.value)) return first;
  const names = ['startDate', 'english_name', 'name', 'ratingValue'].map((key) => first.get(key));
  return inWords(first.get('@value').or(...names));
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  year,
  releaseDate: day,
  runtimeMinutes: minutes,
  synopsis: untag,
};

/** Fields of one text or number, each by the name that the record has for it. */
export function plain<T extends string>(names: Record<T, string>, find: (name: string) => Found): Record<T, Found> {
  const entries = Object.entries<string>(names).map(([field, name]) => {
    const { value, path } = find(name).nonzero;
    // JSON has years as numbers too
    const found = new Found(field === 'releaseDate' && Number.isInteger(value) ? `${value as number}` : value, path);
    const read = READERS[field];
    return [field, (read ? found.as(read) : found).nonzero];
  });
  return Object.fromEntries(entries) as Record<T, Found>;
}

/** Technical facts, each by its label and the name that the record has for it. */
export function specs(names: Readonly<Record<string, string>>, record: Found): Draft[] {
  return Object.entries(names).map(([label, name]) => {
    const found = record.get(name);
    const words = found.items.map((item) => inWords(item).text);
    const type = label === 'Language' ? 'language' : label === 'Country' ? 'region' : undefined;
    const named = words.map((word) => (type ? nameOf(word, type) : word)).filter(Boolean);
    const value = words.some(Boolean) ? new Found(named.join(', '), found.path) : found;
    return about(value, { label, value });
  });
}

/** What a draft says. Lists keep their holes, so that both count alike. */
export function settle(draft: Draft): unknown {
  if (draft instanceof Found) return draft.value;
  if (!isBranch(draft)) return draft;
  const entries = Object.entries(draft).map(([key, part]) => [key, settle(part)] as const);
  if (!Array.isArray(draft)) return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return entries.some(([, value]) => value !== undefined) ? entries.map(([, value]) => value) : undefined;
}

/** Where the record has what the draft has at `path`; the same path for what comes from nowhere. */
export function origin(draft: Draft, path: readonly PropertyKey[]): readonly PropertyKey[] {
  let part: unknown = draft;
  for (const key of path) if (!(part instanceof Found) && isBranch(part)) part = part[key];
  return part instanceof Found ? part.path : Array.isArray(part) ? (originOfList(part) ?? path) : path;
}

/** The list that the last item of a draft's list is from: another may have been put before what one list has. */
function originOfList(list: readonly unknown[]): readonly PropertyKey[] | undefined {
  const item = list.findLast(isBranch);
  const found = item && [item, ...Object.values(item)].find((part) => part instanceof Found);
  const place = found?.path.findLastIndex((key) => typeof key === 'number') ?? -1;
  return place < 0 ? found?.path : found?.path.slice(0, place);
}

const MAX_PARTS = 500; // more than any list of a film may have

/** The parts of a text between its commas, those in brackets and before a "Jr." left alone. */
export function split(found: Found): Found[] {
  return found.items.flatMap((item) => {
    const parts = item.text.match(/(?:[^,、，،(]+|\([^)]*\)?|,(?=\s*(?:[JS]r|I{2,3}|IV)\b))+/g) ?? [];
    return item.text ? parts.slice(0, MAX_PARTS).map((part) => item.as(() => part)) : item;
  });
}

interface Credit {
  readonly name: Found;
  role: Found;
  readonly url?: Found;
  /** What tells people of one name apart. */
  readonly id?: Found;
}

/** People, each once: whoever is named again gets that role too, but for a namesake with another id. */
export function people(credits: readonly Credit[]): Draft[] {
  const all = new Map<unknown, Credit>();
  for (const { ...credit } of credits) {
    const { value: name } = credit.name;
    const id = credit.id?.value ?? name;
    const first = all.get(name)?.id?.value ?? id;
    const key = first === id ? name : id;
    const earlier = all.get(key);
    if (!earlier) all.set(key, credit);
    else if (credit.role.text)
      earlier.role = credit.role.as((role) => [earlier.role.text, role].filter(Boolean).join(', '));
  }
  return [...all.values()].map(({ id, ...credit }) => about(credit.name, credit));
}

/** `8.1/10`, `91%`, or a number on the scale that is given. */
export function score(value: Found, best: Draft): { value: Found; best: Draft } {
  const [, points, scale = ''] = /^([\d.,]+)\s*(%|\/.+)$/.exec(value.text) ?? [];
  return {
    value: value.as((text) => number(points ?? text)),
    best: scale === '%' ? 100 : scale ? new Found(number(scale.slice(1).trim()), value.path) : best,
  };
}
