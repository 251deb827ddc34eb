/** How far a pressed pointer moves before it drags, in CSS pixels. */
const SLOP = 6;

const WHILE_OVER = ['pointerdown', 'pointermove', 'pointerleave'];
const WHILE_DOWN = ['pointerup', 'pointercancel'];

interface GestureTarget {
  /** Shows the rating at this part of the row, 0 to 1 in reading direction; null ends it. */
  preview(part: number | null): void;
  /** The reader let go over this part of the row. */
  release(part: number): void;
}

/**
 * Mouse, pen and touch on a row of stars. A tap is left to the native control and its `click`; this
 * adds hover and dragging. With `touch-action: pan-y pinch-zoom` the browser takes a vertical swipe
 * and two fingers for itself and cancels the pointer, which then rates nothing.
 */
export class Gesture implements EventListenerObject {
  readonly #target: GestureTarget;
  #row!: HTMLElement;
  /** How the pointer went down that can drag. */
  #down: PointerEvent | undefined;
  #dragging = false;
  /** The next click is what the browser makes of the end of a drag. */
  #ignoreClick = false;

  constructor(target: GestureTarget) {
    this.#target = target;
  }

  /** Whether a click only ends a drag, and so is not another choice. Asked once for each click. */
  endsDrag(): boolean {
    const ignored = this.#ignoreClick;
    this.#ignoreClick = false;
    return ignored;
  }

  /** The drag is over; or the row has left the page, or nobody can rate on it any more what they began to rate. */
  stop(): void {
    this.#ignoreClick ||= Boolean(this.#down); // the browser clicks whatever is there when the button is let go
    this.#down = undefined;
    this.#dragging = false;
  }

  handleEvent(event: PointerEvent): void {
    const { type } = event;
    if (type === 'pointerover') this.#enter(event.currentTarget as HTMLElement);
    else if (type === 'pointerdown') this.#press(event);
    else {
      const isMove = type === 'pointermove';
      if (isMove && !event.buttons && !this.#dragging) this.#down = undefined; // let go where nobody told us, as under a dialog
      if (this.#down && this.#down.pointerId !== event.pointerId) return; // another finger
      if (isMove) this.#move(event);
      else if (type === 'pointerleave') this.#leave();
      else this.#letGo(event);
    }
  }

  #enter(row: HTMLElement): void {
    this.#row = row;
    // the other listeners are there only while a pointer is: a page may have a thousand ratings
    for (const type of WHILE_OVER) row.addEventListener(type, this);
  }

  #leave(): void {
    for (const type of WHILE_OVER) this.#row.removeEventListener(type, this);
    if (!this.#dragging) this.#target.preview(null);
  }

  #press(event: PointerEvent): void {
    this.#ignoreClick = false;
    if (event.button || !event.isPrimary) return;
    this.#down = event;
    // wherever it is let go
    for (const type of WHILE_DOWN) addEventListener(type, this, true);
  }

  #move(event: PointerEvent): void {
    if (this.#down && !this.#dragging && Math.abs(event.clientX - this.#down.clientX) > SLOP) {
      this.#dragging = true;
      this.#row.setPointerCapture(event.pointerId);
    }
    if (this.#dragging || event.pointerType !== 'touch') this.#target.preview(partAt(this.#row, event));
  }

  #letGo(event: PointerEvent): void {
    const part = event.type === 'pointerup' && this.#dragging ? partAt(this.#row, event) : null;
    if (this.#dragging) this.stop();
    this.#down = undefined;
    for (const type of WHILE_DOWN) removeEventListener(type, this, true);
    if (part === null || event.pointerType === 'touch') this.#target.preview(null);
    if (part !== null) this.#target.release(part);
  }
}

/** Where a pointer is on a row, as a part of its length in reading direction; null when it is outside. */
export function partAt(row: HTMLElement, event: MouseEvent): number | null {
  const { left, top, width, height } = row.getBoundingClientRect();
  let zoom = 1;
  // without that, Safari leaves CSS `zoom` out of a box, but not out of where a pointer and the box are in the page
  if (!('currentCSSZoom' in row))
    for (const at of event.composedPath()) if (at instanceof Element) zoom *= +getComputedStyle(at).zoom;
  const part = (event.clientX + event.pageX / zoom - event.pageX - left) / width;
  const down = (event.clientY + event.pageY / zoom - event.pageY - top) / height;
  if (!(part >= 0 && part <= 1 && down >= 0 && down <= 1)) return null;
  return row.matches(':dir(rtl)') ? 1 - part : part;
}
