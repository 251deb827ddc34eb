import { render } from 'preact';
import { FilmPage } from './film-page';

render(<FilmPage />, document.getElementById('app')!);
