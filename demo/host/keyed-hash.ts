const encoder = new TextEncoder();

/** Makes a short name out of a text: the same for the same text, and only who has the secret can tell which. */
export type KeyedHash = (purpose: string, text: string) => Promise<string>;

/** By the Web's own cryptography, which is wherever `fetch` is. */
export async function webKeyedHash(secret: string): Promise<KeyedHash> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return async (purpose, text) => {
    const digest = await crypto.subtle.sign('HMAC', key, encoder.encode(`${purpose}\0${text}`));
    return toName(new Uint8Array(digest));
  };
}

/** A name that nobody has and nobody guesses. */
export const randomName = (): string => toName(crypto.getRandomValues(new Uint8Array(16)));

/** The first 16 bytes as 22 characters that need no escape anywhere. */
const toName = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes.subarray(0, 16))).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
