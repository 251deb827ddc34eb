import { Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';
import 'film-widgets/define';
import type { FilmCard } from 'film-widgets';

/** Tells Angular what a `<film-card>` takes. */
@Component({
  selector: 'film-card',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: '<ng-content />',
  host: { '[film]': 'film()', '[layout]': 'layout()', '[value]': 'value()' },
})
export class TypedFilmCard {
  readonly film = input<FilmCard['film']>();
  readonly layout = input<FilmCard['layout']>(null);
  readonly value = input<FilmCard['value']>();
}
