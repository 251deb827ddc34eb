/** The sheets that each document has been given, by their text. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * A style sheet for the shadow roots of a document: it belongs to the one that it was made in, and no other takes it. The same text
 * gives the same sheet; a document that nobody sees, as that of a `<template>`, takes none at all.
 */
export function sheetsIn(page: Document, css: string): CSSStyleSheet[] {
  const { defaultView } = page;
  if (!defaultView) return [];
  let made = sheets.get(page);
  if (!made) sheets.set(page, (made = new Map<string, CSSStyleSheet>()));
  let sheet = made.get(css);
  if (!sheet) {
    made.set(css, (sheet = new defaultView.CSSStyleSheet()));
    sheet.replaceSync(css);
  }
  return [sheet];
}
