const T = [
  'The Long Quiet',
  'Harbour Lights',
  'A Map of Salt',
  'Nine Winters',
  'Paper Moons',
  'The Glass Orchard',
  'Low Tide',
  'Ember Road',
];
const P = ['Ana R.', 'Björn K.', 'Chidi O.', 'Dana L.', 'Emre S.'];
const X = [
  'Slow, exact and quietly devastating; the last half hour alone is worth the ticket.',
  'Beautifully shot, but the middle act loses its nerve and never quite finds it again.',
  'I laughed, I cried, I went back the next day and took my mother along.',
];
export const film = (i, rating) => ({
  title: T[i % 8],
  year: 1990 + (i % 36),
  minutes: 90 + (i % 60),
  director: P[i % 5],
  genres: ['Drama', 'Mystery', 'Romance'],
  rating,
  count: 120 + i,
  synopsis: X[(i + 1) % 3],
  reviews: [0, 1].map((k) => ({
    who: P[(i + k) % 5],
    stars: 3 + ((i + k) % 3),
    text: X[(i + k) % 3],
    date: `2026-0${1 + ((i + k) % 9)}-12`,
  })),
});
export const css = `
.c{display:grid;grid-template-columns:96px 1fr;gap:4px 12px;width:480px;height:220px;padding:12px;border:1px solid #ddd;border-radius:8px;box-sizing:border-box;font:14px/1.35 sans-serif;color:#222;background:#fff;overflow:hidden}
.p{grid-row:1/5;background:linear-gradient(160deg,#345,#89a);border-radius:4px;width:96px;height:144px}
h3{margin:0;font-size:16px}.m{margin:0;color:#666;font-size:12px}.m span+span::before{content:" · "}
ul{margin:0;padding:0;display:flex;gap:6px;list-style:none;font-size:11px}li{padding:1px 6px;border-radius:8px;background:#eef}
.r{display:flex;gap:6px;align-items:center;font-size:12px}.y{margin:0;font-size:12px}
.v{grid-column:1/3;display:grid;gap:4px}blockquote{margin:0;font-size:12px}cite{font-style:normal;color:#666;margin-right:6px}time{color:#888}
a{font-size:12px}`;
