import { safeHref } from '../url/safe-url.js';
import type { Film, FilmInput, Person, Review, SiteRating } from './film.js';
import { toPerson } from './person.js';
import { DEFAULT_BEST, DEFAULT_STEP, tally } from './tally.js';

/**
 * The film as a schema.org `Movie` for search engines: a plain object, ready for `JSON.stringify`. What readers of other
 * sites think (`sourceRatings`) and what others wrote (`reviews` with a source) is not in it: it is not this site's to claim.
 */
export function toJsonLd(film: FilmInput): Record<string, unknown> {
  const { id, title, originalTitle, synopsis, poster, year, releaseDate, runtimeMinutes, post } = film;
  const imdb = /^imdb:(tt\d+)$/.exec(id)?.[1];
  const links = film.links?.flatMap(({ rel, href }) => (rel === 'official' && safeHref(href)) || []) ?? [];
  const inYear = releaseDate?.startsWith(`${year}`);
  const reviews = film.reviews?.filter((review) => isOwn(review, post?.url)) ?? [];
  return known({
    '@context': 'https://schema.org',
    '@type': 'Movie',
    name: title,
    alternateName: originalTitle === title ? undefined : originalTitle,
    description: synopsis,
    url: safeHref(post?.url),
    sameAs: filled(imdb ? [`https://www.imdb.com/title/${imdb}/`, ...links] : links),
    image: safeHref(poster?.src),
    // a release in another year is not the film's own, and without a year nobody knows
    dateCreated: inYear ? releaseDate : year && `${year}`,
    datePublished: inYear ? undefined : releaseDate,
    duration: runtimeMinutes && `PT${runtimeMinutes}M`,
    contentRating: film.certification,
    genre: filled(film.genres),
    director: people(film.directors),
    author: people(film.writers),
    actor: people(film.cast),
    aggregateRating: film.rating && aggregate(film.rating),
    review: filled(reviews.map(toReview)),
  });
}

/** What a page shows of a film in these parts of a card: no more may be marked up for search engines. */
export const shownIn = (sections: readonly string[], film: Film): Film =>
  Object.fromEntries(
    Object.entries(film).filter(
      ([field]) =>
        /^(?:id|title|year|post)$/.test(field) || // what it is about and where
        sections.includes(/^(?:poster|synopsis|rating|reviews)$/.test(field) ? field : 'facts'),
    ),
  ) as unknown as Film;

/** Of at least one vote, and a mean that votes can have; half stars count towards whole ones, so a named mean is better. */
function aggregate({
  best = DEFAULT_BEST,
  step = DEFAULT_STEP,
  average,
  count,
  distribution,
}: Partial<SiteRating>): object | undefined {
  const counted = distribution && tally(distribution);
  const votes = counted?.votes ?? count;
  const mean = average ?? counted?.mean;
  if (!votes || mean === undefined || mean < step) return undefined;
  return {
    '@type': 'AggregateRating',
    ratingValue: Math.round(mean * 100) / 100,
    bestRating: best,
    worstRating: step,
    ratingCount: votes,
  };
}

/** Written for this site, by somebody, with a rating, and fit to be quoted beside a search result. */
function isOwn({ author, rating, source, href, spoiler }: Review, page?: string): boolean {
  const site = originOf(href);
  const elsewhere = href !== undefined && (!site || site !== originOf(page));
  return Boolean(author) && rating !== undefined && !source && !elsewhere && !spoiler;
}

/** Where an address leads; nowhere for what is none, as in a film that no `parseFilm` has seen. */
function originOf(url?: string): string {
  const href = safeHref(url);
  return href ? new URL(href).origin : '';
}

function toReview({ author = '', title, body, rating, best = DEFAULT_BEST, date, lang, href }: Review): object {
  return known({
    '@type': 'Review',
    author: { '@type': 'Person', name: author },
    name: title,
    reviewBody: body,
    reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: best, worstRating: 0 },
    datePublished: date,
    inLanguage: lang,
    url: href,
  });
}

function people(all?: readonly (Person | string)[]): object[] | undefined {
  return filled(all?.map(toPerson).map(({ name, url }) => known({ '@type': 'Person', name, url: safeHref(url) })));
}

const filled = <T>(list?: readonly T[]): T[] | undefined => (list?.length ? [...list] : undefined);

const known = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
