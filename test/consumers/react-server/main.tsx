import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { FilmPage } from './film-page';

hydrateRoot(
  document.getElementById('app')!,
  <StrictMode>
    <FilmPage />
  </StrictMode>,
);
