'use client';

import 'film-widgets/define';
import type { FilmCard, VoteEvent } from 'film-widgets';
import type {} from 'film-widgets/types/react';
import { useEffect, useRef, useState } from 'react';
import { her, moonlight, saveVote } from './films';

// in a script, a `<` of the film's texts could end it
const json = (film: unknown) => JSON.stringify(film).replaceAll('<', '\\u003c');

export function FilmPage() {
  const card = useRef<FilmCard>(null);
  const [film, setFilm] = useState(her);
  const [message, setMessage] = useState('');

  useEffect(() => {
    function handleVote(event: VoteEvent) {
      event.respondWith(saveVote(event.detail));
      setMessage(`You gave ${film.title} ${event.detail.value}`);
    }
    const element = card.current;
    element?.addEventListener('vote', handleVote);
    return () => element?.removeEventListener('vote', handleVote);
  }, [film]);

  return (
    <>
      <film-card ref={card}>
        <script type="application/json" dangerouslySetInnerHTML={{ __html: json(film) }} />
      </film-card>
      <p role="status">{message}</p>
      <button onClick={() => setFilm(moonlight)}>Next film</button>
    </>
  );
}
