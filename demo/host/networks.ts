/** A day in milliseconds. */
const DAY = 86_400_000;

/**
 * What the rate limit knows a client by: the network that its address is in (IPv4 /24, IPv6 /48) and the day, so that a kept
 * hash tells nothing of yesterday. The day on which the limit's time began: at midnight, nobody has a new allowance.
 * @param seconds the time that the limit is for; time is cut into such pieces, as `spend` does
 */
export function networkOf(address: string, seconds: number, now = Date.now()): string {
  const began = now - (now % (seconds * 1000));
  return `${Math.floor(began / DAY)} ${truncate(address)}`;
}

function truncate(address: string): string {
  // some proxies add the port, which is another one each time
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+(?::\d+)?$/i.exec(address);
  if (v4?.[1]) return v4[1];
  const v6 = /^\[(.*)\]/.exec(address)?.[1] ?? address;
  const [head = '', tail] = v6.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = head ? head.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail ? tail.split(':').length : 0);
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])];
  return all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The client's address behind proxies: each of them appended the address that it saw, so the last entries are theirs and what
 * stands before is anybody's claim.
 * @param proxies how many there are; 0 takes the connection's own address
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, proxies: number): string {
  const seen = [...(forwardedFor?.split(',') ?? []), connection].map((address) => address.trim());
  return seen.at(-1 - proxies) ?? seen[0] ?? '';
}
