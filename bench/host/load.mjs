// Requests to a host on this machine, a fixed number of them, from a fixed number of connections.
import { Agent, request } from 'node:http';

export const CONNECTIONS = 32;

/** @param {number[]} times in milliseconds */
const percentile = (times, part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];

/**
 * Does `act(n)` for n below `count`, as many at once as there are connections.
 * @returns {Promise<{ perSecond: number, p50: number, p99: number }>} times in milliseconds
 */
export async function measure(count, act) {
  const times = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < count) {
        const n = next++;
        const from = performance.now();
        await act(n);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: count / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A client that keeps its connections. `send` resolves with the answer's headers, and rejects on another status than `wanted`. */
export function client(endpoint) {
  const url = new URL(endpoint);
  if (!['127.0.0.1', 'localhost'].includes(url.hostname)) throw new Error('only a host on this machine');
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = (method, path, { headers = {}, body, wanted = 200 } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          agent,
          host: url.hostname,
          port: url.port,
          method,
          path,
          headers: { ...headers, ...(body && { 'content-length': body.length }) },
        },
        (answer) => {
          answer
            .resume()
            .once('end', () =>
              answer.statusCode === wanted
                ? resolve(answer.headers)
                : reject(new Error(`${method} ${path}: ${answer.statusCode}`)),
            );
        },
      );
      sent.once('error', (error) => {
        // a connection that was idle for long is closed by the host, perhaps just when it is used again
        const isStale = sent.reusedSocket && error.code === 'ECONNRESET';
        if (isStale) resolve(send(method, path, { headers, body, wanted }));
        else reject(error);
      });
      sent.end(body);
    });
  return { close: () => agent.destroy(), send };
}
