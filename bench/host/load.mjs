// Requests to a host on this machine, a fixed number of them, from a fixed number of connections.
import { connect } from 'node:net';

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

const ENDS_CHUNKS = '0\r\n\r\n';

/** A connection that asks one thing at a time. */
class Connection {
  #socket;
  #text = '';
  #answer;

  constructor({ hostname, port }) {
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text) => this.#read(text));
    this.#socket.on('error', () => {}); // it closes then
    this.#socket.on('close', () => this.#answer?.(undefined));
  }

  get isOpen() {
    return !this.#socket.closed && !this.#socket.destroyed;
  }

  close() {
    this.#socket.destroy();
  }

  /** @returns {Promise<string | undefined>} the answer's status line and headers; undefined where the connection closed instead */
  ask(request) {
    this.#socket.write(request);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  #read(text) {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#text.slice(0, end);
    const length = /\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0;
    const isChunked = /\ntransfer-encoding: chunked/i.test(head);
    if (isChunked ? !this.#text.endsWith(ENDS_CHUNKS) : this.#text.length < end + 4 + Number(length)) return;
    this.#text = '';
    this.#answer(head);
  }
}

/**
 * A client that keeps its connections. Not Node's own, nor undici: on a machine that both share, what the load costs is
 * missing from the host, and those cost as much as it does. `send` resolves with what answers an `etag`, and rejects on
 * another status than `wanted`.
 */
export function client(endpoint) {
  const url = new URL(endpoint);
  if (!['127.0.0.1', 'localhost'].includes(url.hostname)) throw new Error('only a host on this machine');
  const idle = [];
  const send = async (method, path, { headers = {}, body = '', wanted = 200 } = {}) => {
    const kept = idle.pop();
    const connection = kept?.isOpen ? kept : new Connection(url);
    const fields = { ...headers, host: url.host, ...(body && { 'content-length': body.length }) };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = await connection.ask(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    // one that was idle for long is closed by the host, perhaps just when it is used again
    if (head === undefined && connection === kept) return send(method, path, { headers, body, wanted });
    idle.push(connection);
    const status = Number(head?.split(' ', 2)[1]);
    if (status !== wanted) throw new Error(`${method} ${path}: ${status}`);
    return { etag: /\netag: (.*)/i.exec(head)?.[1].trim() };
  };
  return { close: () => idle.forEach((connection) => connection.close()), send };
}
