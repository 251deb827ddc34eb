import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FilmPage } from './film-page';

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <FilmPage />
  </StrictMode>,
);
