import { parseFilm, renderFilmCard } from 'film-widgets/server';

export default function (config) {
  config.addPassthroughCopy({ 'node_modules/film-widgets/dist/cdn/film-widgets.js': 'film-widgets.js' });

  config.addShortcode('filmCard', (film) => {
    const result = parseFilm(film);
    if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
    return renderFilmCard(result.film, { inline: true });
  });
}
