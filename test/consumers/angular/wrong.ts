import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'film-widgets/define';
import { TypedFilmCard } from './typed-film-card';

function log(value: number | null) {
  console.log(value);
}

@Component({
  selector: 'wrong-typed-page',
  imports: [TypedFilmCard],
  template: `
    <!-- wrong: a layout is full or compact -->
    <film-card layout="wide"></film-card>
    <!-- wrong: a value is a number -->
    <film-card [value]="'four'"></film-card>
    <!-- wrong: there is no such property -->
    <film-card [valeu]="4"></film-card>
    <!-- wrong: there is no such tag -->
    <film-cart></film-cart>
    <!-- wrong: a vote's detail has a value, not a stars -->
    <film-card (vote)="log($event.detail.stars)"></film-card>
    <!-- and this is right -->
    <film-card layout="compact" [value]="4" (vote)="log($event.detail.value)"></film-card>
  `,
})
export class WrongTypedPage {
  readonly log = log;
}

@Component({
  selector: 'wrong-untyped-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- wrong: a vote's detail has a value, not a stars -->
    <film-card (vote)="log($event.detail.stars)"></film-card>
    <!-- wrong: a title is a text, and has no value -->
    <film-card #card (film-load)="log(card.title.value)"></film-card>
    <!-- wrong: a film-error has issues, not a film -->
    <film-card (film-error)="log($event.detail.film)"></film-card>
    <!-- and nobody notices that this is wrong too -->
    <film-card [layout]="'wide'"></film-card>
  `,
})
export class WrongUntypedPage {
  readonly log = log;
}
