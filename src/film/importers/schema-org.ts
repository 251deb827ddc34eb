import { BREAK } from '../../excerpt/break-off.js';
import { safeHref, siteName } from '../../url/safe-url.js';
import { readPayload } from '../read-payload.js';
import { isRealDate } from '../real-date.js';
import { DEFAULT_BEST } from '../tally.js';
import {
  about,
  type Draft,
  type FilmDraft,
  Found,
  inWords,
  isBranch,
  people,
  plain,
  score,
  specs,
  split,
} from './found.js';
import { isA, isFilm, type LinkedMovie, nodesIn } from './linked-data.js';
import { count, day, number, untag } from './read-values.js';

const PLAIN = {
  title: 'name',
  originalTitle: 'alternateName',
  // dateCreated may be when the record was made, and datePublished another country's release or a later one
  year: 'releasedEvent startDate dateCreated',
  releaseDate: 'releasedEvent startDate dateCreated datePublished',
  runtimeMinutes: 'duration timeRequired',
  synopsis: 'description abstract',
};
/** IMDb's `name` is the original title, and its `alternateName` what its readers know. */
const TRANSLATED = { ...PLAIN, title: 'alternateName', originalTitle: 'name' };

const SPECS = {
  Language: 'inLanguage',
  Country: 'countryOfOrigin',
  Awards: 'award',
  Production: 'productionCompany',
};

/** JSON-LD as pages about films have it for search engines. */
export function fromSchemaOrg({ movie, reviews, ratings, resolve }: LinkedMovie): FilmDraft {
  const list = (node: Found, ...keys: string[]): Found[] =>
    keys
      .map((key) => node.get(key).items)
      .find((items) => items.length)
      ?.map(resolve) ?? [];
  // of several releases the earliest is the film's
  const first = (node: Found, key: string): Found => {
    const all = list(node, key);
    const days = key === 'releasedEvent' ? all.map(dayOf) : [];
    return all[Math.max(0, days.indexOf([...days].sort()[0] ?? ''))] ?? node.get(key);
  };
  const words = (node: Found, ...keys: string[]): Found => {
    const [found = node, ...others] = keys.map((key) => inWords(first(node, key)));
    return found.or(...others);
  };

  const page = absolute(words(movie, 'url')).or(absolute(movie.get('@id')));
  const full = (url: Found): Found => absolute(url, page.text);

  const named = (key: string): Found[] => {
    const found = movie.get(key);
    return typeof found.value === 'string'
      ? split(found) // all in one text
      : list(movie, key).filter((credit) => !isA(credit, /Organization$/));
  };
  const credits = (...keys: string[]): Draft[] =>
    people(
      keys
        .map(named)
        .find((found) => found.length)
        ?.map((credit) => {
          const person = list(credit, 'actor')[0] ?? credit; // a PerformanceRole is around its actor
          const url = full(person.get('url'));
          return {
            name: inWords(person),
            role: words(credit, 'characterName'),
            url,
            id: new Found(url.text || undefined),
          };
        }) ?? [],
    );
  const rated = (rating: Found): { value: Found; best: Draft } => {
    const best = rating.get('bestRating').as(number);
    return score(
      isBranch(rating.value) ? rating.get('ratingValue') : rating,
      best.value === undefined ? DEFAULT_BEST : best,
    );
  };

  const image = first(movie, 'image');
  const src = words(image, 'url', 'contentUrl').or(image);
  const trailer = first(movie, 'trailer');
  const isTranslated = /(^|\.)imdb\.com$/.test(page.as(hostOf).text) && isTitle(words(movie, 'alternateName').text);
  const same = movie.get('sameAs').items;
  const site = page.as(hostOf).or(words(movie, 'publisher'));

  const sourceRating = (aggregate: Found): Draft => {
    const crowd = rated(aggregate);
    const votes = aggregate.get('ratingCount').or(aggregate.get('reviewCount')).as(count);
    return votes.or(crowd.value).value === 0 // which is also what nobody's votes come to
      ? undefined
      : about(crowd.value, {
          source: words(aggregate, 'author').or(site),
          ...crowd,
          count: votes,
          url: page,
        });
  };
  const toReview = (review: Found): Draft => {
    const { value, best } = rated(first(review, 'reviewRating'));
    const body = words(review, 'reviewBody', 'description').as(untag);
    const href = full(review.get('url'));
    // many pages have one for its rating alone
    return about(body, {
      author: words(review, 'author'),
      title: words(review, 'name', 'headline'),
      body,
      ...about(value, { rating: value, best }),
      date: words(review, 'datePublished', 'dateCreated').as(day),
      lang: words(review, 'inLanguage').as((code) => (/^[a-z]{2,3}\b/i.test(code) ? code : '')),
      truncated: BREAK.test(body.text) && href.text ? true : undefined,
      href,
      // always somebody else's, and never more than a name may be: without one it would be this site's own
      source: (words(review, 'publisher').text || href.as(hostOf).text || site.text || 'JSON-LD').slice(0, 60),
    });
  };

  return {
    id: idOf(movie),
    ...plain(isTranslated ? TRANSLATED : PLAIN, (names) => words(movie, ...names.split(' '))),
    certification: words(movie, 'contentRating')
      .or(first(movie, 'contentRating'))
      .as((rating) => rating.replace(/^((?:Rated )?[A-Z\d][A-Z\d+-]*) (?:\(|for ).*/s, '$1')), // its reasons
    genres: list(movie, 'genre').map(inWords).flatMap(split),
    directors: credits('director'),
    writers: credits('author', 'creator'),
    cast: credits('actor', 'actors'),
    poster: about(image, {
      src: full(src).or(src),
      alt: words(image, 'caption'),
      width: image.get('width').as(number),
      height: image.get('height').as(number),
    }),
    links: [
      link(
        'trailer',
        full(words(trailer, 'url')).or(full(words(trailer, 'embedUrl')), full(words(trailer, 'contentUrl'))),
      ),
      ...same.map((other) => link('other', full(other))),
    ],
    sourceRatings: once(list(movie, 'aggregateRating'), ratings).map(sourceRating),
    specs: specs(SPECS, movie),
    reviews: once(list(movie, 'review', 'reviews'), reviews).map(toReview),
    attribution: [about(page, { text: site, url: page })],
  };
}

/** Both lists, without what the one and the other have. */
const once = (within: readonly Found[], beside: readonly Found[]): Found[] => [
  ...new Map([...within, ...beside].map((node) => [node.value, node])).values(),
];

/** When something was released; without a day, after all else. */
const dayOf = (release: Found): string => [day(inWords(release).text)].find(isRealDate) ?? '9';

/** An address with a scheme, else IMDb's, which wrote its own without, or by the host of its page. */
function absolute(url: Found, page = ''): Found {
  const [host] = /^https?:..[^/?#]{1,255}(?=[/?#]|$)/i.exec(page) ?? [];
  return url.as((text) =>
    /^[a-z][\w+.-]*:/i.test(text)
      ? text
      : /^\/\/[\w-]+\./.test(text)
        ? `https:${text}`
        : /^\/\w+\/(tt|nm)\d/.test(text)
          ? `https://www.imdb.com${text}`
          : host && text.startsWith('/')
            ? host + text
            : '',
  );
}

/** Whether a film can be called that, which would else be refused. */
const isTitle = (text: string): boolean => /^.{1,300}$/s.test(text);

function hostOf(url: string): string {
  const href = safeHref(url);
  return href ? siteName(href) : '';
}

/** By what titles and ids the films in a text of JSON-LD go, wherever in it they stand. */
export function filmsNamedIn(text: string): ReadonlySet<string> {
  const films = nodesIn(new Found(readPayload(text).payload)).filter(isFilm);
  return new Set(films.flatMap((film) => [inWords(film.get('name')).text, idOf(film).text]));
}

const link = (rel: string, href: Found): Draft => about(href, { rel, href });

const KNOWN_SITES = [
  ['imdb:', /^https?:\/\/(?:\w+\.)?imdb\.com\/[^?#]*?\b(tt\d+)/],
  ['tmdb:', /^https?:\/\/(?:\w+\.)?themoviedb\.org\/movie\/(\d+)/],
  ['', /^([a-z][\w+.-]*:.{1,120})$/i],
] as const;

/** The id by which most know a film, of all the addresses that it has. */
function idOf(film: Found): Found {
  const addresses = [film.get('@id'), inWords(film.get('url')), ...film.get('sameAs').items];
  for (const [prefix, address] of KNOWN_SITES)
    for (const found of addresses) {
      const [, id] = address.exec(absolute(found).text) ?? [];
      if (id) return found.as(() => prefix + id);
    }
  return new Found(undefined, addresses[0]?.path);
}
