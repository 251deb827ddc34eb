import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { defineConfig } from 'vite';
import { FilmPage } from './film-page';

// in place of a server: the page's markup is there before its script
const transformIndexHtml = (html: string) =>
  html.replace('<!-- page -->', () => renderToString(createElement(FilmPage)));

export default defineConfig({ plugins: [{ name: 'film-page', transformIndexHtml }] });
