import type {} from 'film-widgets/types/solid';

export const wrong = [
  // wrong: a layout is full or compact
  <film-card layout="wide" />,
  // wrong: a vote's detail has a value, not a stars
  <film-card on:vote={(event) => console.log(event.detail.stars)} />,
  // wrong: a maximum is a number
  <star-rating prop:max="5" />,
  // wrong: there is no such attribute
  <review-excerpt limits={300} />,
  // wrong: a review has a body
  <review-excerpt prop:review={{ author: 'A reader' }} />,
  // wrong: what the card is doing is read, not set
  <film-card state="ready" />,
  // wrong: false is for the property, `structuredData`
  <film-card structured-data={false} />,
  // what the guides write as HTML
  <film-card heading-level="3" structured-data />,
  <star-rating value-labels='["Poor", "Superb"]' />,
];
