import 'film-widgets/define';
import type { VoteEvent } from 'film-widgets';
import type {} from 'film-widgets/types/solid';
import { createSignal } from 'solid-js';
import { her, moonlight, saveVote } from './films';

export function FilmPage() {
  const [film, setFilm] = createSignal(her);
  const [message, setMessage] = createSignal('');

  function handleVote(event: VoteEvent) {
    event.respondWith(saveVote(event.detail));
    setMessage(`You gave ${film().title} ${event.detail.value}`);
  }

  return (
    <>
      <film-card prop:film={film()} on:vote={handleVote} />
      <p role="status">{message()}</p>
      <button onClick={() => setFilm(moonlight)}>Next film</button>
    </>
  );
}
