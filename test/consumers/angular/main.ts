import '@angular/compiler'; // links Angular's own packages, as `ng build` does before it bundles
import { bootstrapApplication } from '@angular/platform-browser';
import { FilmPage } from './film-page';

bootstrapApplication(FilmPage).catch(console.error);
