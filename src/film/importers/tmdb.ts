import { about, type Draft, type FilmDraft, Found, inWords, people, plain, specs } from './found.js';
import { unmark, untag } from './read-values.js';

const SITE = 'https://www.themoviedb.org/';
/** Wide enough for a poster of 250 CSS pixels on a fine screen. */
const IMAGES = 'https://image.tmdb.org/t/p/w500';
/** What TMDB asks of everybody who shows its data. */
const NOTICE = 'This product uses the TMDB API but is not endorsed or certified by TMDB.';

const PLAIN = {
  title: 'title',
  originalTitle: 'original_title',
  tagline: 'tagline',
  year: 'release_date',
  releaseDate: 'release_date',
  runtimeMinutes: 'runtime',
  synopsis: 'overview',
};
const SERIES = {
  ...PLAIN,
  title: 'name',
  originalTitle: 'original_name',
  year: 'first_air_date',
  releaseDate: 'first_air_date',
  runtimeMinutes: 'episode_run_time',
};
const SPECS = {
  Language: 'spoken_languages',
  Country: 'production_countries',
  Production: 'production_companies',
};

/** A TMDB movie or series, with whatever of `credits`, `reviews`, `release_dates` and `external_ids` was appended. */
export function fromTmdb(movie: Found): FilmDraft {
  const tmdbId = movie.get('id');
  const number = typeof tmdbId.value === 'number' ? tmdbId.value : undefined;
  const isSeries = movie.get('original_name').text !== '';
  const poster = movie.get('poster_path');
  const homepage = movie.get('homepage');
  const votes = movie.get('vote_count');
  const average = movie.get('vote_average').nonzero;
  // three decimals say more than a reader wants to know
  const mean =
    typeof average.value === 'number' ? new Found(Math.round(average.value * 10) / 10, average.path) : average;
  const crew = movie.get('credits', 'crew').items;
  return {
    id: movie
      .get('imdb_id')
      .or(movie.get('external_ids', 'imdb_id'))
      .as((id) => `imdb:${id}`)
      .or(number ? new Found(`tmdb:${isSeries ? 'tv:' : ''}${number}`, tmdbId.path) : tmdbId),
    ...plain(isSeries ? SERIES : PLAIN, (name) => movie.get(name).items[0] ?? movie.get(name)),
    certification: certification(movie.get('release_dates', 'results').items),
    genres: movie.get('genres').items.map(inWords),
    directors: credits(crew.filter((credit) => credit.get('job').text === 'Director')),
    writers: credits(
      [...movie.get('created_by').items, ...crew.filter((credit) => credit.get('department').text === 'Writing')],
      'job',
    ),
    // a long list is cut at its end, and TMDB's need not be in the order of the bill
    cast: credits(
      [...movie.get('credits', 'cast').items].sort((a, b) => billing(a) - billing(b)),
      'character',
    ),
    poster: about(poster, {
      src: poster.as((path) => (path.startsWith('/') ? IMAGES + path : path)),
    }),
    links: [about(homepage, { rel: 'official', href: homepage })],
    sourceRatings: [
      about(votes.value === 0 ? votes.nonzero : average, {
        source: 'TMDB',
        value: mean,
        best: 10,
        count: votes,
        url: number && `${SITE}${isSeries ? 'tv' : 'movie'}/${number}`,
      }),
    ],
    specs: specs(SPECS, movie),
    reviews: movie.get('reviews', 'results').items.map((review) => ({
      id: review.get('id'),
      author: review.get('author'),
      body: review.get('content').as(untag).as(unmark),
      ...about(review.get('author_details', 'rating').nonzero, {
        rating: review.get('author_details', 'rating'),
        best: 10,
      }),
      date: review.get('created_at'),
      href: review.get('url'),
      source: 'TMDB',
    })),
    attribution: [{ text: NOTICE, url: SITE }],
  };
}

function credits(all: readonly Found[], role = ''): Draft[] {
  return people(
    all.map((credit) => ({ name: credit.get('name'), role: credit.get(role).as(roleOf), id: credit.get('id') })),
  );
}

/** Where somebody is on the bill. */
function billing(credit: Found): number {
  const { value } = credit.get('order');
  return typeof value === 'number' ? value : Infinity;
}

const roleOf = (role: string): string => (role === 'Writer' ? '' : role);

/** The kinds of release that a certificate is looked for first: in all theatres, in a few. */
const IN_THEATRES = [3, 2];

/** What the board of the United States says, else the first board that says something. */
function certification(countries: readonly Found[]): Draft {
  const inCountry = (country: Found): Found[] => {
    const all = country.get('release_dates').items;
    const inTheatres = IN_THEATRES.flatMap((type) => all.filter((release) => release.get('type').value === type));
    return [...inTheatres, ...all].map((release) => release.get('certification'));
  };
  const american = countries.filter((country) => country.get('iso_3166_1').text === 'US');
  return [...american, ...countries].flatMap(inCountry).find(({ text }) => text);
}
