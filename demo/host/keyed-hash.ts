const encoder = new TextEncoder();

/** Makes a short name out of a text: the same for the same text, and only who has the secret can tell which. */
export type KeyedHash = (purpose: string, text: string) => Promise<string>;

export async function keyedHash(secret: string): Promise<KeyedHash> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return async (purpose, text) => {
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${purpose}\0${text}`)));
    return toName(digest.subarray(0, 16));
  };
}

/** A name that nobody has and nobody guesses. */
export const randomName = (): string => toName(crypto.getRandomValues(new Uint8Array(16)));

/** 16 bytes as 22 characters that need no escape anywhere. */
const toName = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
