import * as z from 'zod/mini';
import { evenSteps, tallied, withinBest } from './agreement.js';
import {
  blankable,
  count,
  date,
  flag,
  lang,
  list,
  moment,
  number,
  oneOf,
  optional,
  optionalUrl,
  required,
  requiredUrl,
  srcset,
  text,
  upTo,
  whole,
} from './fields.js';
import type { Film, FilmInput } from './film.js';
import { toPerson } from './person.js';
import { DEFAULT_BEST, DEFAULT_STEP } from './tally.js';

const best = number(1, 1000);

const person = z.pipe(
  z.transform((person: unknown) => toPerson(person)),
  z.strictObject({ name: required(150), role: optional(200), url: optionalUrl }),
);

const rating = z
  .strictObject({
    best: z._default(whole(1, 20), DEFAULT_BEST),
    step: z._default(number(0.01, 20), DEFAULT_STEP),
    average: z.optional(z.number()),
    count: z.optional(count),
    // not a `list`: one bad number costs the whole distribution
    distribution: upTo(20, z.array(count)),
    locked: optional(300),
  })
  .check(withinBest('average'), evenSteps, tallied);

const review = z
  .strictObject({
    id: optional(128),
    author: optional(99),
    title: optional(300),
    body: required(20_000),
    rating: z.optional(z.number()),
    best: z.optional(best),
    date: moment,
    lang,
    spoiler: flag,
    truncated: flag,
    href: optionalUrl,
    source: optional(60),
  })
  .check(withinBest('rating'));

const schema = z.strictObject({
  id: required(128),
  title: required(300),
  originalTitle: optional(300),
  tagline: optional(300),
  lang,
  year: z.optional(whole(1870, 2200)),
  releaseDate: date,
  runtimeMinutes: z.optional(whole(1, 6000)),
  certification: optional(20),
  genres: list(20, text(60)),
  directors: list(50, person),
  writers: list(50, person),
  cast: list(200, person),
  synopsis: optional(5000),
  poster: z.optional(
    z.strictObject({
      src: requiredUrl,
      alt: blankable(300),
      width: z.optional(whole(1, 20_000)),
      height: z.optional(whole(1, 20_000)),
      srcset,
    }),
  ),
  links: list(
    20,
    z.strictObject({
      rel: oneOf('official', 'trailer', 'trivia', 'reviews', 'watch', 'other'),
      href: requiredUrl,
      label: optional(120),
    }),
  ),
  sourceRatings: list(
    10,
    z
      .strictObject({
        source: required(60),
        value: z.number(),
        best,
        count: z.optional(count),
        url: optionalUrl,
        asOf: moment,
      })
      .check(withinBest('value')),
  ),
  rating: z.optional(rating),
  specs: list(40, z.strictObject({ label: required(80), value: required(500) })),
  trivia: list(50, z.strictObject({ text: required(2000), spoiler: flag })),
  reviews: list(100, review),
  post: z.optional(
    z.strictObject({
      author: optional(99),
      date: moment,
      url: optionalUrl,
      commentCount: z.optional(count),
      commentsUrl: optionalUrl,
    }),
  ),
  attribution: list(10, z.strictObject({ text: required(300), url: optionalUrl })),
});

// Optional keys may differ between types that fit each other, hence the second pair with every key required.
type Filled<T> = { [K in keyof T]-?: Filled<T[K]> };
type IsFilm<T> = [T, Film, Filled<T>, Filled<Film>] extends [Film, T, Filled<Film>, Filled<T>] ? unknown : never;
type Takes<T> = FilmInput extends T ? unknown : never;

/** What a valid payload is. Strict: `checkFilm` says what is wrong in our words, and `parseFilm` mends it. */
export const filmSchema: z.ZodMiniType<Film> = schema satisfies IsFilm<z.output<typeof schema>> satisfies Takes<
  z.input<typeof schema>
>;
