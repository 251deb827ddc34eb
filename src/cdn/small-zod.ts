// The few functions of zod/mini that the film's schema calls, doing just what they do there. In the one-file builds it
// stands in for zod, which would add 4.4 kB; see docs/decisions/0010-small-zod.md.

interface Issue {
  readonly code: string;
  path?: PropertyKey[];
  readonly input?: unknown;
  readonly expected?: string;
  readonly keys?: readonly string[];
}

/** The value on its way, which a step may replace, and what is wrong with it. */
interface Payload {
  value: unknown;
  readonly issues: Issue[];
}

type Step = (payload: Payload) => void;

type Result = { readonly data: unknown; readonly error?: never } | { readonly error: { readonly issues: Issue[] } };

interface Type {
  readonly run: Step;
  /** Steps for a value that is right so far; the first that finds something is the last. */
  check(...checks: Step[]): Type;
  safeParse(value: unknown): Result;
}

const UNKNOWN_KEYS = 'unrecognized_keys';

/** Unknown keys say nothing of the value itself, so the checks go on. */
const isSound = ({ issues }: Payload): boolean => issues.every(({ code }) => code === UNKNOWN_KEYS);

const type = (run: Step): Type => ({
  run,
  check: (...checks) =>
    type((payload) => {
      run(payload);
      for (const check of checks) if (isSound(payload)) check(payload);
    }),
  safeParse(value) {
    const payload: Payload = { value, issues: [] };
    run(payload);
    return payload.issues.length ? { error: payload } : { data: payload.value };
  },
});

const only = (expected: string, accepts: (value: unknown) => boolean, then?: Step): Type =>
  type((payload) => {
    const { value: input, issues } = payload;
    if (accepts(input)) then?.(payload);
    else issues.push({ code: 'invalid_type', expected, input, path: [] });
  });

/** What a part of the value becomes; what is wrong with it, is wrong at its key in the whole. */
function part({ run }: Type, value: unknown, key: PropertyKey, issues: Issue[]): unknown {
  const inner: Payload = { value, issues: [] };
  run(inner);
  for (const issue of inner.issues) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
  return inner.value;
}

export const unknown = (): Type => type(() => {});
export const string = (): Type => only('string', (value) => typeof value === 'string');
export const boolean = (): Type => only('boolean', (value) => typeof value === 'boolean');
export const number = (): Type => only('number', Number.isFinite);

export const array = (item: Type): Type =>
  only('array', Array.isArray, (payload) => {
    const list = payload.value as unknown[];
    payload.value = [...list].map((value, i) => part(item, value, i, payload.issues));
  });

export const strictObject = (shape: Readonly<Record<string, Type>>): Type =>
  only(
    'object',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    (payload) => {
      const input = payload.value as Readonly<Record<string, unknown>>;
      const { issues } = payload;
      const output: Record<string, unknown> = {};
      for (const [key, item] of Object.entries(shape)) {
        const value = part(item, input[key], key, issues);
        if (value !== undefined || key in input) output[key] = value;
      }
      const keys = Object.keys(input).filter((key) => !Object.hasOwn(shape, key));
      if (keys.length) issues.push({ code: UNKNOWN_KEYS, keys, input, path: [] });
      payload.value = output;
    },
  );

export const optional = ({ run }: Type): Type =>
  type((payload) => {
    if (payload.value !== undefined) run(payload);
  });

export const _default = ({ run }: Type, value: unknown): Type =>
  type((payload) => {
    if (payload.value === undefined) payload.value = value;
    else run(payload);
  });

export const transform = (change: (value: unknown) => unknown): Type =>
  type((payload) => {
    payload.value = change(payload.value);
  });

export const pipe = (first: Type, then: Type): Type =>
  type((payload) => {
    first.run(payload);
    if (isSound(payload)) then.run(payload);
  });
