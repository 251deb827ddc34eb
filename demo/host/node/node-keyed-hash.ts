import { createHmac } from 'node:crypto';
import type { KeyedHash } from '../keyed-hash.js';

/** The same names as `webKeyedHash`. The Web's cryptography goes to another thread and back, which takes longer than the hash. */
export const nodeKeyedHash =
  (secret: string): KeyedHash =>
  (purpose, text) =>
    Promise.resolve(
      createHmac('sha256', secret).update(`${purpose}\0${text}`).digest().subarray(0, 16).toString('base64url'),
    );
