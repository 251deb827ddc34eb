/** A film as every widget here speaks of it. All text is plain text, trimmed and never blank; all URLs are absolute http(s). */
export interface Film {
  /** What votes are about, such as `imdb:tt1798709`; 1–128 characters. */
  id: string;
  /** 1–300 characters. */
  title: string;
  /** The title in the film's own language; up to 300 characters. */
  originalTitle?: string;
  /** Up to 300 characters. */
  tagline?: string;
  /** Language of the texts: a canonical BCP 47 tag. */
  lang?: string;
  /** Whole, 1870–2200; not necessarily the year of `releaseDate`. */
  year?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  releaseDate?: string;
  /** Whole minutes, 1–6000. */
  runtimeMinutes?: number;
  /** As the rating board writes it, such as `PG-13`; up to 20 characters. */
  certification?: string;
  /** Up to 20, of up to 60 characters each. */
  genres?: string[];
  /** Up to 50. */
  directors?: Person[];
  /** Up to 50. */
  writers?: Person[];
  /** Up to 200, in order of billing. */
  cast?: Person[];
  /** Up to 5,000 characters. */
  synopsis?: string;
  poster?: Poster;
  /** Up to 20. */
  links?: FilmLink[];
  /** Other sites' numbers, display only; up to 10. */
  sourceRatings?: SourceRating[];
  /** What this site's own readers think. */
  rating?: SiteRating;
  /** Up to 40. */
  specs?: Spec[];
  /** Up to 50. */
  trivia?: TriviaItem[];
  /** Up to 100. */
  reviews?: Review[];
  /** The page the film is shown on. */
  post?: Post;
  /** Who must be named as a source of the data; up to 10. */
  attribution?: Attribution[];
}

/** A film as a page may write it: people may be names alone, and what has a default may be left out. */
export interface FilmInput extends Omit<Film, 'directors' | 'writers' | 'cast' | 'poster' | 'rating'> {
  directors?: (Person | string)[];
  writers?: (Person | string)[];
  cast?: (Person | string)[];
  /** Without `alt` the card says "Poster of" and the title. */
  poster?: Omit<Poster, 'alt'> & Partial<Poster>;
  /** Without `best` it is out of 5, without `step` in whole symbols. */
  rating?: Partial<SiteRating>;
}

/** Somebody who worked on the film. */
export interface Person {
  /** 1–150 characters. */
  name: string;
  /** A character's name, or a task such as `screenplay`; up to 200 characters. */
  role?: string;
  /** Up to 2,048 characters, as all URLs here. */
  url?: string;
}

/** The film's poster. */
export interface Poster {
  src: string;
  /** Up to 300 characters; where it is empty, the card says “Poster of” and the title. */
  alt: string;
  /** Whole CSS pixels, 1–20,000. */
  width?: number;
  /** Whole CSS pixels, 1–20,000. */
  height?: number;
  /** Candidates as in HTML, each URL checked; up to 8,192 characters. */
  srcset?: string;
}

/** A page about the film. */
export interface FilmLink {
  rel: 'official' | 'trailer' | 'trivia' | 'reviews' | 'watch' | 'other';
  href: string;
  /** Up to 120 characters. */
  label?: string;
}

/** What another site's users or critics think. */
export interface SourceRating {
  /** That site's name, 1–60 characters. */
  source: string;
  /** 0 to `best`. */
  value: number;
  /** 1–1000. */
  best: number;
  /** Votes: whole, 0–10¹². */
  count?: number;
  url?: string;
  /** When the numbers were read: a date as in `releaseDate`, or an ISO date-time. */
  asOf?: string;
}

/** What this site's own readers think. */
export interface SiteRating {
  /** The highest rating and the number of symbols: whole, 1–20. */
  best: number;
  /** 0.01 to `best`, and a divisor of it. */
  step: number;
  /** The mean, 0 to `best`. */
  average?: number;
  /** Votes: whole, 0–10¹². */
  count?: number;
  /** Votes per whole symbol, lowest first: `best` whole numbers, each 0–10¹². */
  distribution?: number[];
  /** Voting is closed, and this says why; up to 300 characters. */
  locked?: string;
}

/** One technical fact. */
export interface Spec {
  /** 1–80 characters. */
  label: string;
  /** 1–500 characters. */
  value: string;
}

/** One thing worth telling. */
export interface TriviaItem {
  /** 1–2,000 characters. */
  text: string;
  /** Hidden until asked for. */
  spoiler?: boolean;
}

/** One person's review. */
export interface Review {
  /** For programs, no widget shows it; up to 128 characters. */
  id?: string;
  /** Up to 99 characters. */
  author?: string;
  /** Up to 300 characters. */
  title?: string;
  /** 1–20,000 characters; blank lines make paragraphs. */
  body: string;
  /** 0 to `best`. */
  rating?: number;
  /** 1–1000; 5 where absent. */
  best?: number;
  /** A date as in `Film.releaseDate`, or an ISO date-time. */
  date?: string;
  /** Language of the review where it is not the film's: a canonical BCP 47 tag. */
  lang?: string;
  /** Hidden until asked for. */
  spoiler?: boolean;
  /** The text goes on at `href`. */
  truncated?: boolean;
  /** Where the whole review lives. */
  href?: string;
  /** That site's name; up to 60 characters. */
  source?: string;
}

/** The byline of the page the film is shown on. */
export interface Post {
  /** Up to 99 characters. */
  author?: string;
  /** A date as in `Film.releaseDate`, or an ISO date-time. */
  date?: string;
  url?: string;
  /** Whole, 0–10¹². */
  commentCount?: number;
  commentsUrl?: string;
}

/** A source of the data that wants to be named. */
export interface Attribution {
  /** 1–300 characters. */
  text: string;
  url?: string;
}
