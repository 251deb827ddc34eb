// What a TypeScript user writes, and, behind each @ts-expect-error, what the types must not let through.
import {
  connectVotes,
  localVotes,
  parseFilm,
  StarRating,
  VoteError,
  type VoteDetail,
  type VoteResult,
} from 'film-widgets';
import 'film-widgets/define';

const film = {
  id: 'imdb:tt1798709',
  title: 'Her',
  year: 2013,
  rating: { average: 4.2, count: 10 },
};

const card = document.querySelector('film-card')!;
card.film = film;
card.headingLevel = 3;

const stars = document.querySelector('star-rating')!;
const isOurs: boolean = stars instanceof StarRating;

const excerpt = document.querySelector('review-excerpt')!;
excerpt.review = {
  body: 'A first sentence that is long enough to be shown alone. A second one. And a third one, to be hidden.',
};

async function save({ subject, value }: VoteDetail): Promise<VoteResult> {
  await new Promise((resolve) => setTimeout(resolve, 10));
  if (!subject) throw new VoteError('unknown-subject');
  return { value, average: 4, count: 960 };
}

/** What the test reads. */
const seen = Object.assign(globalThis, { votes: [] as VoteDetail[], toggles: [] as boolean[], isOurs });

document.addEventListener('vote', (event) => {
  seen.votes.push(event.detail);
  event.respondWith(save(event.detail));
});
document.addEventListener('excerpt-toggle', (event) => {
  seen.toggles.push(event.detail.expanded);
});

const parsed = parseFilm(film);
if (parsed.ok) document.title = parsed.film.title;
else console.error(parsed.issues.map(({ path, code, message }) => `${path} ${code} ${message}`));

/** Never called: only its types are looked at. */
export function wrong(): void {
  // @ts-expect-error a rating is a number or null
  stars.value = '4';
  // @ts-expect-error what a rating is doing is read, not set
  stars.state = 'voted';
  // @ts-expect-error a heading level is a number
  card.headingLevel = 'two';
  // @ts-expect-error there is no such reason
  new VoteError('because');
  // @ts-expect-error there is a film only when it is ok
  parseFilm(film).film;
  document.addEventListener('vote', (event) => {
    // @ts-expect-error an answer is an object
    event.respondWith(Promise.resolve(4));
    // @ts-expect-error what the reader did is not changed afterwards
    event.detail.value = 5;
  });
  // @ts-expect-error a store loads and saves
  connectVotes(document, { load: () => Promise.resolve({}) });
  // @ts-expect-error a store is not a place
  connectVotes(localVotes(), document);
}
