import { render } from 'solid-js/web';
import { FilmPage } from './film-page';

render(() => <FilmPage />, document.getElementById('app')!);
