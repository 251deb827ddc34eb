import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { it } from 'node:test';
import { onFreePort } from '../../tools/free-port.mjs';

async function listen(port) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('a program whose port another takes just before it starts has another port', async () => {
  const ports = [];
  const servers = [];
  try {
    servers.push(
      await onFreePort(async (port) => {
        ports.push(port);
        if (ports.length === 1) servers.push(await listen(port));
        return listen(port);
      }),
    );
    assert.deepEqual(
      servers.map((server) => server.address().port),
      ports,
    );
    assert.equal(new Set(ports).size, 2);
  } finally {
    for (const server of servers) server.close();
  }
});

it('a program that starts on no port says why', async () => {
  let tries = 0;
  await assert.rejects(
    onFreePort(async () => {
      tries++;
      throw new Error('not installed');
    }),
    /not installed/,
  );
  assert.equal(tries, 3);
});
