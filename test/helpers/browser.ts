// Real input and real settings, asked of the browser itself. The other side: tools/wtr-commands.mjs.
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';

/** A place in the page, or an element's middle. */
export type Target = Element | readonly [x: number, y: number];

/** Viewport coordinates of an element's middle (or of a fraction of its box), in whole pixels. */
export function pointOf(target: Target, across = 0.5, down = 0.5): [x: number, y: number] {
  if (!(target instanceof Element)) return [Math.round(target[0]), Math.round(target[1])];
  const box = target.getBoundingClientRect();
  return [Math.round(box.left + box.width * across), Math.round(box.top + box.height * down)];
}

/** Presses one key or a combination: `Tab`, `Shift+Tab`, `ArrowRight`, `Space`, `4`. */
export async function press(...combos: string[]): Promise<void> {
  for (const combo of combos) await executeServerCommand('press', combo);
}

export const mouse = {
  move: (target: Target): Promise<void> => sendMouse({ type: 'move', position: pointOf(target) }),
  down: (): Promise<void> => sendMouse({ type: 'down', button: 'left' }),
  up: (): Promise<void> => sendMouse({ type: 'up', button: 'left' }),
  click: (target: Target): Promise<void> => sendMouse({ type: 'click', position: pointOf(target), button: 'left' }),
};

/** Makes the page this large, or fails. WebKit's window is never narrower than 447 px: use a narrow container there. */
export async function resize(width: number, height = 900): Promise<void> {
  await command('resize', { width, height });
  if (innerWidth !== width || innerHeight !== height)
    throw new Error(`the page is ${innerWidth} by ${innerHeight} px, and cannot be made ${width} by ${height}`);
}

export interface TouchStep {
  type: 'start' | 'move' | 'end' | 'cancel';
  points?: readonly Target[];
  /** Which fingers they are; else the first, the second and so on. All are lifted in this order. */
  ids?: readonly number[];
}

/** A finger, or several: one step per frame. Chromium only. */
export const touch = (...steps: TouchStep[]): Promise<void> =>
  command(
    'touch',
    steps.map(({ type, points = [], ids }) => ({ type, points: points.map((point) => pointOf(point)), ids })),
  );

/** One short touch. Chromium only. */
export const tap = (target: Target): Promise<void> => touch({ type: 'start', points: [target] }, { type: 'end' });

/** A finger put down at the first place, moved to the second, lifted. Chromium only. */
export function swipe(from: Target, to: Target, steps = 8): Promise<void> {
  const [x0, y0] = pointOf(from);
  const [x1, y1] = pointOf(to);
  const moves = Array.from({ length: steps }, (_, i): TouchStep => {
    const part = (i + 1) / steps;
    return { type: 'move', points: [[x0 + (x1 - x0) * part, y0 + (y1 - y0) * part]] };
  });
  return touch({ type: 'start', points: [[x0, y0]] }, ...moves, { type: 'end' });
}

export interface Media {
  'prefers-color-scheme'?: 'light' | 'dark';
  'prefers-reduced-motion'?: 'reduce' | 'no-preference';
  'forced-colors'?: 'active' | 'none';
  'prefers-contrast'?: 'more' | 'no-preference';
}

/** Sets the reader's preferences until the end of the test file; `{}` takes them back. Chromium only. */
export const emulateMedia = (features: Media): Promise<void> => command('emulateMedia', features);

/** Has the browser darken a page that has no dark colours of its own, as its readers can ask it to. Chromium only. */
export const darken = (enabled: boolean): Promise<void> => command('darken', enabled);

/** What is painted in a box of the page, pixel by pixel. Chromium only. */
export async function picture({ x, y, width, height }: DOMRect): Promise<ImageData> {
  const png = await executeServerCommand<string, object>('picture', { x, y, width, height });
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** What assistive technology is told about an element and everything in it, one node per line. Chromium only. */
export async function axTree(root: Element = document.body): Promise<string> {
  (globalThis as { __axRoot?: Element }).__axRoot = root;
  return executeServerCommand<string, undefined>('axTree', undefined);
}

/** Modules of the project as one script that leaves what they export in `bundled`. */
export const bundle = (code: string): Promise<string> => executeServerCommand('bundle', code);

const command = async (name: string, payload: unknown): Promise<void> => {
  await executeServerCommand(name, payload as object);
};
