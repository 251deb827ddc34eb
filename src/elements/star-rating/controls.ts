import { html, type TemplateResult } from 'lit';
import { onServer } from '../../controllers/on-server.js';
import { choiceName, sayRating } from '../../locale/rating-words.js';
import { choiceAt, choiceCount, type Scale } from '../../rating/scale.js';
import type { StarRating } from './star-rating.js';

/** Up to so many choices are radios, more are a range; ARIA's patterns have a rating of either kind. */
const MOST_RADIOS = 7;

/** Whether a scale is drawn as a native range. */
export const isRange = (scale: Scale): boolean => choiceCount(scale) > MOST_RADIOS;

/** Whether a field takes no input: also where its fieldset does not, which a server cannot know. */
export const isDisabled = (field: HTMLElement & { readonly disabled: boolean }): boolean =>
  onServer ? field.disabled : field.matches(':disabled');

/** A choice in words; the author's own words are for whole symbols or for every choice. */
export function describe(lang: string, value: number | null, scale: Scale, words: readonly string[] | null): string {
  const place = ((value ?? 0) * (words?.length ?? 0)) / scale.max;
  return choiceName(lang, value, words?.[+(place - 1).toFixed(9)]); // of 1.1 and 50 words, 11.000000000000002
}

/** The native controls to choose by: few radios, or one range. */
export const renderControls = (lang: string, rating: StarRating, disabled: boolean): TemplateResult =>
  isRange(rating)
    ? renderRange(lang, rating, disabled)
    : html`<div class="choices" role="radiogroup">${renderRadios(lang, rating, disabled)}</div>`;

/** One native radio for each choice. */
function renderRadios(lang: string, rating: StarRating, disabled: boolean): TemplateResult[] {
  const { valueLabels } = rating;
  return [...Array(choiceCount(rating)).keys()].map((i) => {
    const choice = choiceAt(rating, i + 1);
    return html`<input
      type="radio"
      part="symbol"
      value=${choice}
      aria-label=${describe(lang, choice, rating, valueLabels)}
      ?disabled=${disabled}
    />`;
  });
}

/** One native range, in which 0 is "not rated". A slider is never `required` to ARIA: a sentence says so. */
function renderRange(lang: string, rating: StarRating, disabled: boolean): TemplateResult {
  const { max, step, value, valueLabels, validity } = rating;
  return html`<input
      type="range"
      part="symbol"
      min="0"
      max=${max}
      step=${step}
      aria-valuetext=${describe(lang, value, rating, valueLabels)}
      ?disabled=${disabled}
    /><span id="missing" hidden>${validity.valueMissing ? sayRating(lang, 'required') : ''}</span>`;
}

/** The native control that the Tab key stops at: the focused one, else the chosen, else the first; undefined where there is none. */
export function tabStop(root: ParentNode): HTMLInputElement | undefined {
  return (
    root.querySelector<HTMLInputElement>('input:focus') ??
    root.querySelector<HTMLInputElement>('input:checked') ??
    root.querySelector('input') ??
    undefined
  );
}

/** Native controls keep a state of their own, which follows ours. Returns what is to be named: their group, or the one. */
export function syncControls(root: ParentNode, value: number | null, ariaDisabled: string | null): Element | undefined {
  const controls = root.querySelectorAll('input');
  const isStaged = root.querySelector('#staged') !== null;
  // Firefox counts all radios of a page that have one name as a group, whatever root they are in: "star 2 of 100"
  const group = controls[0]?.name || `${Math.random()}`;
  const text = `${value ?? 0}`;
  for (const control of controls) {
    if (control.type === 'range') {
      // Firefox tells of every value that is set, also of the one that was there
      if (control.value !== text) control.value = text;
    } else {
      control.name = group;
      control.checked = Number(control.value) === value;
      // checked sounds like voted, so it says what is still to do
      if (control.checked && isStaged) control.setAttribute('aria-describedby', 'staged');
      else control.removeAttribute('aria-describedby');
    }
  }
  const stop = tabStop(root);
  for (const control of controls) {
    control.tabIndex = control === stop ? 0 : -1;
    control.ariaDisabled = ariaDisabled; // not left to its group, which Firefox does not pass on
  }
  return root.querySelector('.choices') ?? stop;
}
