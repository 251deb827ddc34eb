import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'film-widgets/define';
import type { VoteEvent } from 'film-widgets';
import { her, moonlight, saveVote } from '../films';

@Component({
  selector: 'film-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
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
