import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyedHash } from '../keyed-hash.js';

/** The same names as `webKeyedHash`. The Web's cryptography goes to another thread and back, which takes longer than the hash. */
export function nodeKeyedHash(secret: string): KeyedHash {
  const secretKey = createSecretKey(secret, 'utf8');
  return (purpose, text) =>
    Promise.resolve(
      createHmac('sha256', secretKey).update(`${purpose}\0${text}`).digest().subarray(0, 16).toString('base64url'),
    );
}
