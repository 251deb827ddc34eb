import { mount } from 'svelte';
import FilmPage from './FilmPage.svelte';

mount(FilmPage, { target: document.getElementById('app')! });
