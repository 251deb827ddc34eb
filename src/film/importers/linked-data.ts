// Which thing of some JSON-LD is the film, and what its references stand for.
import { MAX_KIB } from '../read-payload.js';
import { type Found, isBranch } from './found.js';

/** A schema.org `Movie`, and what else the same JSON-LD knows of it. */
export interface LinkedMovie {
  readonly movie: Found;
  /** Reviews that stand around the movie or beside it. */
  readonly reviews: readonly Found[];
  /** Ratings by a crowd that do. */
  readonly ratings: readonly Found[];
  /** The whole of what may be a mere reference. */
  readonly resolve: (node: Found) => Found;
}

/** What all references may stand for: twice as much as a text. More is one large thing over and over, which takes minutes. */
const MAX_COPIED = MAX_KIB * 2048;

const FILMS = ['Movie', 'TVSeries'];
const ANY = '';

/** Finds the first `Movie`, the outermost before those within. */
export function findMovie(root: Found): LinkedMovie | undefined {
  const all = nodesIn(root);
  const resolve = resolverOf(all);
  const first = all.find(isFilm);
  if (!first) return undefined;
  const movie = resolve(first);
  const of = (type: RegExp): Found[] =>
    all.filter((node) => isA(node, type) && resolve(node.get('itemReviewed')).value === movie.value);
  let room = MAX_COPIED;
  const follow = (node: Found): Found => {
    const target = room > 0 ? resolve(node) : node;
    if (target.value !== node.value) room -= weightOf(target.value);
    return target;
  };
  return { movie, reviews: of(/Review/), ratings: of(/^AggregateRating$/i), resolve: follow };
}

/** Whether it is JSON-LD at all. */
export const isLinked = (root: Found): boolean =>
  nodesIn(root).some((node) => keysOf(node).some((key) => key.startsWith('@')));

/** Gives the whole of what may be a mere reference to it. */
function resolverOf(all: readonly Found[]): (node: Found) => Found {
  // by address and type: a page, the film on it and a review of that often go by one address
  const whole = new Map<string, Map<string, { node: Found; size: number }>>();
  for (const node of all) {
    const id = node.get('@id').text;
    if (!id) continue;
    const size = keysOf(node).length;
    const alike = whole.get(id) ?? new Map<string, { node: Found; size: number }>();
    whole.set(id, alike);
    for (const type of [ANY, ...typesOf(node)])
      if (size > (alike.get(type)?.size ?? 0)) alike.set(type, { node, size });
  }
  return (node) => {
    const alike = whole.get(node.get('@id').text);
    return alike ? ([...typesOf(node), ...FILMS, ANY].flatMap((type) => alike.get(type)?.node ?? [])[0] ?? node) : node;
  };
}

/** Letters, and ten for each text, number and thing in it: a list of short ones takes long, too. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 10;
  return isBranch(value) ? Object.values(value).reduce<number>((sum, part) => sum + weightOf(part), 10) : 10;
}

/** A thing and all within it, the outer before the inner. */
export function nodesIn(root: Found): Found[] {
  const all = [root];
  for (const node of all)
    for (const key of keysOf(node))
      if (isBranch(node.value) && isBranch(node.value[key]))
        all.push(node.get(Array.isArray(node.value) ? Number(key) : key));
  return all;
}

const keysOf = (node: Found): string[] => (isBranch(node.value) ? Object.keys(node.value) : []);

/** Types by their names, which may be the end of an address. */
const typesOf = (node: Found): string[] => node.get('@type').items.map(({ text }) => text.replace(/^.*[/:#]/, ''));

export const isA = (node: Found, type: RegExp): boolean => typesOf(node).some((name) => type.test(name));

/** Whether it is a film or a series, and not merely that of which something else is a part. */
export const isFilm = (node: Found): boolean =>
  !/partOf[a-z]*(,\d+)?$/i.test(node.path.join()) && typesOf(node).some((name) => FILMS.includes(name));
