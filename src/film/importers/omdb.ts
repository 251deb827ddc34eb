import { about, type Draft, type FilmDraft, type Found, people, score, spec, split } from './found.js';
import { day, minutes, number, year } from './read-values.js';

const SPECS = { Language: '', Country: '', Awards: '', BoxOffice: 'Box office', Production: '' };

/** A record of the OMDb API, as `?i=` and `?t=` give it. */
export function fromOmdb(record: Found): FilmDraft {
  const imdbId = record.get('imdbID');
  const poster = record.get('Poster');
  const website = record.get('Website');
  return {
    id: imdbId.as((id) => `imdb:${id}`),
    title: record.get('Title'),
    year: record.get('Year').as(year),
    releaseDate: record.get('Released').as(day),
    runtimeMinutes: record.get('Runtime').as(minutes),
    certification: record.get('Rated'),
    genres: split(record.get('Genre')),
    directors: credits(record.get('Director')),
    writers: credits(record.get('Writer')),
    cast: credits(record.get('Actors')),
    synopsis: record.get('Plot'),
    poster: about(poster, { src: poster }),
    links: [about(website, { rel: 'official', href: website })],
    sourceRatings: ratings(record, imdbId),
    specs: Object.entries(SPECS).map(([key, label]) => spec(label || key, record.get(key))),
    attribution: [{ text: 'OMDb', url: 'https://www.omdbapi.com/' }],
  };
}

/** Names with what each did in brackets: `Jane Roe (screenplay), John Doe`. */
function credits(names: Found): Draft[] {
  return people(
    split(names).map((credit) => ({
      name: credit.as((text) => text.split('(', 1)[0]),
      role: credit.as((text) => text.split('(').slice(1).join('(').replace(/\)$/, '')),
    })),
  );
}

function ratings(record: Found, imdbId: Found): Draft[] {
  const imdb = record.get('imdbRating').as(number);
  const metascore = record.get('Metascore').as(number);
  const count = record.get('imdbVotes').as(number);
  const url = imdbId.as((id) => `https://www.imdb.com/title/${id}/`);
  const known = [
    about(imdb, { source: 'IMDb', value: imdb, best: 10, count, url }),
    about(metascore, { source: 'Metacritic', value: metascore, best: 100 }),
  ].filter((rating) => rating !== undefined);
  const sources: unknown[] = known.map(({ source }) => source);
  const others = record.get('Ratings').items.map((item): Draft => {
    const source = item.get('Source').as((name) => (name === 'Internet Movie Database' ? 'IMDb' : name));
    const value = item.get('Value');
    return sources.includes(source.value)
      ? undefined
      : about(value, {
          source,
          ...score(
            value,
            value.as(() => ''),
          ),
        });
  });
  return [...known, ...others];
}
