import 'film-widgets/define';
import type { VoteEvent } from 'film-widgets';
import type {} from 'film-widgets/types/react';
import { useState } from 'react';
import { her, moonlight, saveVote } from './films';

export function FilmPage() {
  const [film, setFilm] = useState(her);
  const [message, setMessage] = useState('');

  function handleVote(event: VoteEvent) {
    event.respondWith(saveVote(event.detail));
    setMessage(`You gave ${film.title} ${event.detail.value}`);
  }

  return (
    <>
      <film-card film={film} onvote={handleVote} />
      <p role="status">{message}</p>
      <button onClick={() => setFilm(moonlight)}>Next film</button>
    </>
  );
}
