import { about, type Draft, type FilmDraft, Found, people, plain, score, specs, split } from './found.js';
import { count, number } from './read-values.js';

const PLAIN = {
  title: 'Title',
  year: 'Year',
  releaseDate: 'Released',
  runtimeMinutes: 'Runtime',
  certification: 'Rated',
  synopsis: 'Plot',
};
const SPECS = {
  Language: 'Language',
  Country: 'Country',
  Awards: 'Awards',
  Production: 'Production',
  'Box office': 'BoxOffice',
};

/** A record of the OMDb API, as `?i=` and `?t=` give it. */
export function fromOmdb(record: Found): FilmDraft {
  const find = (name: string): Found => record.get(name);
  const imdbId = find('imdbID');
  const poster = find('Poster');
  const website = find('Website');
  return {
    id: imdbId.as((id) => `imdb:${id}`),
    ...plain(PLAIN, find),
    genres: split(find('Genre')),
    directors: credits(find('Director')),
    writers: credits(find('Writer')),
    cast: credits(find('Actors')),
    poster: about(poster, { src: poster }),
    links: [about(website, { rel: 'official', href: website })],
    sourceRatings: ratings(record, imdbId),
    specs: specs(SPECS, record),
    attribution: [{ text: 'OMDb', url: 'https://www.omdbapi.com/' }],
  };
}

/** A bracket at the end, which may have others in it, and may be cut off. */
const TASK = /\(((?:[^()]|\([^()]*\))*)\)?$/;

/** Names with what each did in brackets: `Jane Roe (screenplay), John Doe`. */
function credits(names: Found): Draft[] {
  return people(
    split(names).map((credit) => ({
      name: credit.as((text) => text.split(TASK, 1)[0]),
      role: credit.as((text) => text.split(TASK)[1]),
    })),
  );
}

function ratings(record: Found, imdbId: Found): Draft[] {
  const imdb = record.get('imdbRating').as(number);
  const metascore = record.get('Metascore').as(number);
  const votes = record.get('imdbVotes').as(count);
  const url = imdbId.as((id) => `https://www.imdb.com/title/${id}/`);
  const known = [
    about(imdb, { source: 'IMDb', value: imdb, best: 10, count: votes, url }),
    about(metascore, { source: 'Metacritic', value: metascore, best: 100 }),
  ].filter((rating) => rating !== undefined);
  const nobodys = votes.or(imdb).value === 0 && 'IMDb'; // a 0 is also what nobody's votes come to
  const sources: unknown[] = known.map(({ source }) => source);
  const others = record.get('Ratings').items.map((item): Draft => {
    const source = item.get('Source').as((name) => (name === 'Internet Movie Database' ? 'IMDb' : name));
    const value = item.get('Value');
    return sources.includes(source.value)
      ? undefined
      : about(value, {
          source,
          ...score(value, new Found(undefined, value.path)),
        });
  });
  return [...known.filter(({ source }) => source !== nobodys), ...others];
}
