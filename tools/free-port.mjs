// A port for a program that has to be told one.
import { once } from 'node:events';
import { createServer } from 'node:net';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts something on a port that nobody has. Another program may take it in between: then on another port.
 * @template Started
 * @param {(port: number) => Promise<Started>} start rejects when it cannot have the port
 */
export async function onFreePort(start) {
  for (let tries = 1; ; tries++)
    try {
      return await start(await freePort());
    } catch (error) {
      if (tries === 3) throw error;
    }
}
