// What is still in a page of Chromium's after it has collected its garbage.

/** Collects a page's garbage, more than once: what one round frees may have held what the next one frees. */
export async function collectGarbage(client) {
  for (let i = 0; i < 4; i++) await client.send('HeapProfiler.collectGarbage');
}

/** Counts the nodes and listeners of a page that are left once its garbage is collected. */
export async function counterOf(page) {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await client.send('HeapProfiler.enable');
  return async () => {
    await collectGarbage(client);
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
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
