import { Component, signal } from '@angular/core';
import type { VoteEvent } from 'film-widgets';
import { her, moonlight, saveVote } from './films';
import { TypedFilmCard } from './typed-film-card';

@Component({
  selector: 'film-page',
  imports: [TypedFilmCard],
  template: `
    <film-card [film]="film()" (vote)="handleVote($event)"></film-card>
    <p role="status">{{ message() }}</p>
    <button (click)="film.set(moonlight)">Next film</button>
  `,
})
export class FilmPage {
  readonly moonlight = moonlight;
  readonly film = signal(her);
  readonly message = signal('');

  handleVote(event: VoteEvent) {
    event.respondWith(saveVote(event.detail));
    this.message.set(`You gave ${this.film().title} ${event.detail.value}`);
  }
}
