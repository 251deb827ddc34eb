// Writes schema/film.schema.json, or with --check fails when it is not what src/film says. Structure comes from the zod
// schema, descriptions from film.ts. Limits are in checks, which are functions: each is asked, by a value that it refuses.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const FILE = 'schema/film.schema.json';
const URL_PATTERN = '^https?://[^\\s/?#@]+([/?#]|$)';
const DATE = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;
const TIME = String.raw`T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?`;
const LONG = 'a'.repeat(1e5);

/** Why a schema refuses a value, in our own codes; undefined where it does not. */
function fault(schema, value) {
  const { error } = schema.safeParse(value, { error: () => '' });
  return error?.issues[0].params;
}

/**
 * What a text must have: none of the characters that are no text by themselves, each asked for. They stand in the pattern
 * as they are, since not every validator knows `\p{…}` or `\u…`.
 */
function inkOf(schema) {
  let blank = '';
  let from;
  for (let code = 0; code <= 0x10000; code++) {
    const char = String.fromCharCode(code);
    const isBlank = code < 0x10000 && !/\s/.test(char) && fault(schema, char) !== undefined;
    if (isBlank) from ??= char;
    else if (from !== undefined) {
      const to = String.fromCharCode(code - 1);
      blank += from === to ? from : `${from}-${to}`;
      from = undefined;
    }
  }
  return `[^\\s${blank}]`;
}

/** What a text may be. Stops at a check that is not known here, so that none is forgotten. */
function textOf(schema) {
  const type = 'string';
  const maxLength = (fault(schema, LONG)?.params ?? {}).max;
  switch (fault(schema, '!')?.code) {
    case undefined:
      return { type, ...(fault(schema, '') && { $ref: '#/$defs/Text' }), maxLength };
    case 'not-a-language':
      return { type, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength };
    case 'not-a-url':
      if (fault(schema, 'https://example.com/ 2 apples')) return { type, pattern: '^https?://', maxLength };
      return { type, format: 'uri', pattern: URL_PATTERN, maxLength };
    case 'not-a-date':
      return {
        type,
        pattern: fault(schema, '2013-12-18T20:00:00Z') ? `^${DATE}$` : `^(${DATE}|\\d{4}-\\d\\d-\\d\\d${TIME})$`,
      };
    case 'not-allowed':
      return { enum: fault(schema, LONG).params.allowed.split(', ') };
    default:
      throw new Error(`A text that says ${fault(schema, '!').code} of anything has no JSON Schema yet`);
  }
}

function numberOf(schema) {
  const { min: minimum, max: maximum } = fault(schema, 1e300)?.params ?? {};
  if (minimum === undefined) return { type: 'number' };
  const whole = fault(schema, minimum + 0.5)?.code === 'not-whole';
  return { type: whole ? 'integer' : 'number', minimum, maximum };
}

/** The interfaces of film.ts: what is written above each and its fields, and the names of their types. */
function readInterfaces() {
  const source = ts.createSourceFile('film.ts', readFileSync('src/film/film.ts', 'utf8'), ts.ScriptTarget.Latest, true);
  const comment = (node) =>
    ts
      .getJSDocCommentsAndTags(node)
      .map(({ comment }) => comment)
      .join('\n') || undefined;
  return Object.fromEntries(
    source.statements.filter(ts.isInterfaceDeclaration).map((one) => [
      one.name.text,
      {
        description: comment(one),
        fields: Object.fromEntries(
          one.members.map((field) => [
            field.name.text,
            { description: comment(field), type: field.type.getText().replace('[]', '') },
          ]),
        ),
      },
    ]),
  );
}

function toJsonSchema(filmSchema) {
  const interfaces = readInterfaces();
  const $defs = {
    Text: { description: 'A text with something to be seen in it.', pattern: inkOf(filmSchema.shape.title) },
  };

  function objectOf({ shape }, name) {
    const { description, fields } = interfaces[name];
    const entries = Object.entries(shape).map(([key, schema]) => {
      const { type, description } = fields[key];
      const json = convert(schema, type);
      return [key, { ...(description && { description }), ...json }];
    });
    const required = Object.keys(shape).filter((key) => !['optional', 'default'].includes(shape[key]._zod.def.type));
    return {
      type: 'object',
      description,
      properties: Object.fromEntries(entries),
      required,
      additionalProperties: false,
    };
  }

  function convert(schema, name) {
    const { def } = schema._zod;
    switch (def.type) {
      case 'optional':
        return convert(def.innerType, name);
      case 'default':
        return { ...convert(def.innerType, name), default: def.defaultValue };
      case 'string':
        return textOf(schema);
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return { type: 'boolean' };
      case 'array':
        return { type: 'array', items: convert(def.element, name) };
      case 'object':
        $defs[name] ??= objectOf(def, name);
        return { $ref: `#/$defs/${name}` };
      case 'pipe': {
        const json = convert(def.out, name);
        if (json.type === 'array') return { ...json, maxItems: fault(def.in, Array(1e5)).params.max };
        // a person may be just a name
        return { anyOf: [textOf(def.out._zod.def.shape.name), json] };
      }
      default:
        throw new Error(`${def.type} has no JSON Schema yet`);
    }
  }

  const { description, ...film } = objectOf(filmSchema._zod.def, 'Film');
  const $schema = { description: 'Where this schema is, for editors.', type: 'string' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'film-widgets payload',
    description,
    $comment:
      'Generated from src/film. How fields agree is not in here: no rating above its best, steps that divide the best, a ' +
      'distribution as long as the scale and in agreement with count and average, no review id twice.',
    ...film,
    properties: { $schema, ...film.properties },
    $defs,
  };
}

const { outputFiles } = await build({
  entryPoints: ['src/film/film-schema.ts'],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'warning',
});
const { filmSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
// what nobody sees is escaped; dashes and quotes are words of film.ts
const json = JSON.stringify(toJsonSchema(filmSchema)).replace(
  /[^\x20-\x7e\u2010-\u2027]/g,
  (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
const text = await format(json, { ...(await resolveConfig(FILE)), filepath: FILE });

if (process.argv.includes('--check')) {
  let committed;
  try {
    committed = readFileSync(FILE, 'utf8');
  } catch {
    committed = '';
  }
  const same = committed === text;
  console.log(same ? `${FILE} is what the source says` : `${FILE} is out of date: npm run schema`);
  process.exitCode = same ? 0 : 1;
} else {
  mkdirSync('schema', { recursive: true });
  writeFileSync(FILE, text);
}
