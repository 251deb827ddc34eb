import type { StarRating } from 'film-widgets';
import type {} from 'film-widgets/types/react';
import { useRef } from 'react';

export function Wrong() {
  const rating = useRef<StarRating>(null);
  // wrong: a card is not a rating
  return <film-card ref={rating} />;
}
