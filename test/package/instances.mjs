// What is still in a page of Chromium's after it has collected its garbage.

/** Collects a page's garbage, more than once: what one round frees may have held what the next one frees. */
export async function collectGarbage(client) {
  for (let i = 0; i < 4; i++) await client.send('HeapProfiler.collectGarbage');
}

/** How many elements of a tag there are in a page's memory, in the document or not. */
export async function instancesOf(page, tag) {
  const prototype = await page.evaluateHandle((tag) => customElements.get(tag).prototype, tag);
  const all = await page.queryObjects(prototype);
  const count = await all.evaluate(({ length }) => length);
  await all.dispose();
  await prototype.dispose();
  return count;
}
