import { HostClient, type Target } from './conformance/host-client.js';
import { RULES, wrongWith } from './conformance/rules.js';

/** Where a command writes its lines. */
export interface CommandOutput {
  out(line: string): void;
  err(line: string): void;
}

const USAGE = `film-widgets conformance <endpoint> --subject <id> [options]

Tries a vote host: one line for each rule, then how many held. Votes on the subject, and takes its votes back.

  --subject <id>   a subject that may be voted on
  --max <number>   its number of stars (5)
  --step <number>  its step (1)
  --closed <id>    a subject that takes no more votes
  --token <token>  a bearer token, for a host that wants one`;

const OPTIONS = ['subject', 'max', 'step', 'closed', 'token'];

/** @returns 0 where every rule held, 1 where one did not, 2 where the arguments are wrong */
export async function run(args: readonly string[], io: CommandOutput): Promise<number> {
  const target = toTarget(args);
  if (!target) {
    io.err(USAGE);
    return 2;
  }
  const odd = new Set<string>();
  const newClient = () => new HostClient(target, (answer) => odd.add(wrongWith(answer) ?? ''));
  let held = 0;
  let broken = 0;
  const report = (says: string, reason?: string) => {
    if (reason === undefined) held++;
    else broken++;
    io.out(reason === undefined ? `ok      ${says}` : `not ok  ${says}: ${reason}`);
  };
  for (const { says, when, check } of RULES) {
    if (when?.(target) === false) continue;
    try {
      await check(target, newClient);
      report(says);
    } catch (error) {
      report(says, error instanceof Error ? error.message : String(error));
    }
  }
  odd.delete('');
  report('Every answer says nosniff, and every 429 when to come back', odd.size ? [...odd].join('; ') : undefined);
  io.out(`${held} rules held, ${broken} did not`);
  return broken ? 1 : 0;
}

function toTarget(args: readonly string[]): Target | undefined {
  const [endpoint, ...rest] = args;
  const given = new Map<string, string>();
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index]?.replace(/^--/, '') ?? '';
    const value = rest[index + 1];
    if (!rest[index]?.startsWith('--') || !OPTIONS.includes(name) || value === undefined) return undefined;
    given.set(name, value);
  }
  const subject = given.get('subject');
  const [max, step] = [Number(given.get('max') ?? 5), Number(given.get('step') ?? 1)];
  const isUrl = endpoint !== undefined && URL.canParse(endpoint) && /^https?:/.test(endpoint);
  if (!isUrl || !subject || !(max >= 1) || !(step > 0)) return undefined;
  const [closed, token] = [given.get('closed'), given.get('token')];
  return { endpoint, subject, max, step, ...(closed && { closed }), ...(token && { token }) };
}
