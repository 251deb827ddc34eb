import type {} from 'film-widgets/types/react';

export const wrong = [
  // wrong: a layout is full or compact
  <film-card key="1" layout="wide" />,
  // wrong: a vote's detail has a value, not a stars
  <film-card key="2" onvote={(event) => console.log(event.detail.stars)} />,
  // wrong: a maximum is a number
  <star-rating key="3" max="5" />,
  // wrong: there is no such attribute
  <review-excerpt key="4" limits={300} />,
  // wrong: a review has a body
  <review-excerpt key="5" review={{ author: 'A reader' }} />,
  // wrong: what the card is doing is read, not set
  <film-card key="6" state="ready" />,
  // wrong: false is for the property, `structuredData`
  <film-card key="7" structured-data={false} />,
  // what the guides write as HTML
  <film-card key="8" heading-level="3" structured-data />,
  <star-rating key="9" value-labels='["Poor", "Superb"]' />,
];
