import { parseArgs } from 'node:util';
import { printable, UsageError, type Io } from './command.js';
import { wrongWith } from './conformance/answers.js';
import { HostClient, type Answer, type Target } from './conformance/host-client.js';
import { RULES } from './conformance/rules.js';

export const summary = 'try a vote host by the rules';

export const help = `Usage: film-widgets conformance ENDPOINT --subject ID [OPTION...]

Says for each rule of a vote host whether it holds. Votes on the subject, and takes its votes back.

  --subject ID     something that may be voted on
  --max NUMBER     how many stars it has (5)
  --step NUMBER    its step (1)
  --closed ID      something that takes no more votes
  --token TOKEN    a bearer token, for a host that wants one

Exit code: 0 where every rule holds; 1 where one does not; 2 when the command is wrong.
`;

export async function run(args: readonly string[], io: Pick<Io, 'out'>): Promise<number> {
  const target = toTarget(args);
  const wrong = new Set<string>();
  const see = (answer: Answer): void => {
    for (const reason of wrongWith(answer)) wrong.add(reason);
  };
  let held = 0;
  let broken = 0;
  const report = (says: string, reason: string): void => {
    if (reason) broken++;
    else held++;
    io.out(`${reason ? 'not ok' : 'ok    '}  ${says}${reason && `: ${printable(reason)}`}\n`);
  };
  for (const { says, when, check } of RULES) {
    if (when?.(target) === false) continue;
    const clients: HostClient[] = [];
    const newClient = (): HostClient => {
      const client = new HostClient(target, see);
      clients.push(client);
      return client;
    };
    const reason = await check(target, newClient)
      // Also of a rule that a host breaks by taking what it should refuse. What is not given back, the rule of DELETE tells.
      .finally(() => Promise.allSettled(clients.map((client) => client.takeBack())))
      .then(() => '', reasonOf);
    report(says, reason.replace(/^Error: /, ''));
  }
  report('Every answer is JSON and says nosniff, and every 429 when to come back', [...wrong].join('; '));
  io.out(`${held} rules held, ${broken} did not\n`);
  return broken ? 1 : 0;
}

/** Of a request that failed, only the cause says why: a host that does not run, a name that nobody has. */
function reasonOf(error: Error): string {
  const { code, message } = (error.cause ?? {}) as NodeJS.ErrnoException; // `localhost` is several addresses, whose error has no message
  return String(error) + ((code ?? message) ? ` (${code ?? message})` : '');
}

const OPTIONS = {
  subject: { type: 'string' },
  max: { type: 'string', default: '5' },
  step: { type: 'string', default: '1' },
  closed: { type: 'string' },
  token: { type: 'string' },
} as const;

function toTarget(args: readonly string[]): Target {
  const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [endpoint = '', ...more] = positionals;
  if (more.length || !/^https?:\/\/./.test(endpoint) || !URL.canParse(endpoint)) throw new UsageError('Which host?');
  const { subject, closed, token } = values;
  if (!subject) throw new UsageError('Which subject may be voted on?');
  const [max, step] = [Number(values.max), Number(values.step)];
  if (!Number.isInteger(max) || !(max >= 1)) throw new UsageError('--max has to be a whole number');
  if (!(step > 0 && step <= 1)) throw new UsageError('--step has to be a number from 0 to 1');
  return { endpoint, subject, max, step, ...(closed && { closed }), ...(token && { token }) };
}
