import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { it } from 'node:test';
import { webkitLauncher } from '../../tools/webkit-launcher.mjs';
import { until } from './engines.mjs';

// WebKitWebDriver never answers some scripts that come while one page takes another's place
it('asks again when the driver loses a question together with the page it was put to', async () => {
  let asked = 0;
  const driver = createServer((_request, response) => {
    if (++asked > 1) response.end(JSON.stringify({ value: 'here' }));
  }).listen(0, '127.0.0.1');
  await once(driver, 'listening');
  try {
    const launcher = webkitLauncher({ width: 800, height: 600 }, 100);
    launcher.base = `http://127.0.0.1:${driver.address().port}`;
    assert.equal(await until({ evaluate: (run) => launcher.execute(run) }, '() => location.pathname'), 'here');
    assert.equal(asked, 2);
  } finally {
    driver.closeAllConnections();
    driver.close();
  }
});
