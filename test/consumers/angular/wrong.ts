import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'film-widgets/define';

@Component({
  selector: 'wrong-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- wrong: a vote's detail has a value, not a stars -->
    <film-card (vote)="log($event.detail.stars)"></film-card>
    <!-- wrong: a title is a text, and has no value -->
    <film-card #card (film-load)="log(card.title.value)"></film-card>
    <!-- wrong: a film-error has issues, not a film -->
    <film-card (film-error)="log($event.detail.film)"></film-card>
  `,
})
export class WrongPage {
  log(value: number | null) {
    console.log(value);
  }
}
