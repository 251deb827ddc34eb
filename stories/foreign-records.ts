// Records as others send them, in their shape and with words of our own. None has a poster: no story needs the network.

/** As OMDb answers. */
export const omdbRecord = {
  Title: 'Moonlight',
  Year: '2016',
  Rated: 'R',
  Released: '18 Nov 2016',
  Runtime: '111 min',
  Genre: 'Drama',
  Director: 'Barry Jenkins',
  Writer: 'Barry Jenkins, Tarell Alvin McCraney',
  Actors: 'Mahershala Ali, Naomie Harris, Trevante Rhodes',
  Plot: 'Three chapters of one life in Miami: a boy who does not speak, a boy who is hit, a man who has armed himself with muscles.',
  Language: 'English',
  Country: 'United States',
  Awards: 'Won 3 Oscars.',
  Poster: 'N/A',
  Ratings: [
    { Source: 'Internet Movie Database', Value: '7.4/10' },
    { Source: 'Rotten Tomatoes', Value: '98%' },
  ],
  Metascore: 'N/A',
  imdbRating: '7.4',
  imdbVotes: '350,000',
  imdbID: 'tt4975722',
  Type: 'movie',
  Response: 'True',
};

/** As TMDB answers for one movie with `append_to_response=credits,release_dates`. */
export const tmdbMovie = {
  adult: false,
  backdrop_path: null,
  genres: [
    { id: 18, name: 'Drama' },
    { id: 10402, name: 'Music' },
  ],
  homepage: '',
  id: 499,
  imdb_id: 'tt0055852',
  original_language: 'fr',
  original_title: 'Cléo de 5 à 7',
  overview:
    'A singer has an hour and a half until a doctor’s telephone call, and spends it looking at Paris, which until now had only looked at her.',
  popularity: 12.3,
  poster_path: null,
  release_date: '1962-04-11',
  runtime: 90,
  status: 'Released',
  tagline: '',
  title: 'Cléo from 5 to 7',
  video: false,
  vote_average: 7.6,
  vote_count: 900,
  credits: {
    cast: [
      { id: 1, name: 'Corinne Marchand', character: 'Cléo', order: 0 },
      { id: 2, name: 'Antoine Bourseiller', character: 'Antoine', order: 1 },
    ],
    crew: [
      { id: 3, name: 'Agnès Varda', department: 'Directing', job: 'Director' },
      { id: 3, name: 'Agnès Varda', department: 'Writing', job: 'Screenplay' },
    ],
  },
  release_dates: { results: [] },
};

const jsonLd = {
  '@context': 'https://schema.org',
  '@type': 'Movie',
  '@id': 'https://example.com/films/stalker',
  name: 'Stalker',
  datePublished: '1979-05-25',
  duration: 'PT2H42M',
  director: { '@type': 'Person', name: 'Andrei Tarkovsky' },
  actor: [
    { '@type': 'Person', name: 'Alisa Freindlich' },
    { '@type': 'Person', name: 'Aleksandr Kaidanovsky' },
  ],
  genre: ['Drama', 'Science fiction'],
  description:
    'A guide takes a writer and a scientist through wet grass to a room that grants wishes, and none of them goes in.',
  aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.4, bestRating: 5, ratingCount: 612 },
};

/** As it stands in the source of a page. */
export const jsonLdScript = `<script type="application/ld+json">\n${JSON.stringify(jsonLd, null, 2)}\n</script>`;
