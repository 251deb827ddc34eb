import { fixture, html } from '@open-wc/testing';

/** A page of its own that arrives in pieces. */
export interface ArrivingPage {
  readonly document: Document;
  readonly view: { fetch: typeof fetch };
  /** Has the parser read so much more. */
  write: (text: string) => void;
  /** Nothing more comes. */
  end: () => void;
}

/** Opens one in which these modules of the repository, named by their paths, have run. */
export async function arrivingPage(...modules: string[]): Promise<ArrivingPage> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page"></iframe>`);
  const page = frame.contentDocument!;
  const view = frame.contentWindow as unknown as ArrivingPage['view'] & { eval: (code: string) => Promise<unknown> };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to have a page parsed piece by piece
  const write = (text: string): void => page.write(text);
  page.open();
  write('<!doctype html><html lang="en"><body>');
  for (const module of modules) {
    const url = new URL(`../../${module}`, import.meta.url).href;
    await view.eval(`import(${JSON.stringify(url)})`);
  }
  return { document: page, view, write, end: () => page.close() };
}
