import * as z from 'zod';
import { Problem, problemSchema, type ProblemCode } from './problems.js';
import {
  keySchema,
  MAX_SUBJECT,
  MAX_SUBJECTS,
  ratingsSchema,
  resultSchema,
  subjectsSchema,
  voteSchema,
  votesSchema,
} from './schemas.js';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const content = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });

/** Refusals by their status. */
function refusals(...codes: ProblemCode[]): Record<string, object> {
  const statuses = new Set(codes.map(statusOf));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: codes.filter((code) => statusOf(code) === status).join(' or '),
        ...(status === 429 && {
          headers: { 'Retry-After': { description: 'seconds', required: true, schema: { type: 'integer' } } },
        }),
        ...content({ $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
      },
    ]),
  );
}

const statusOf = (code: ProblemCode): number => new Problem(code).status;

const subjectsParameter = {
  name: 'subject',
  in: 'query',
  required: true,
  description: `repeated, up to ${MAX_SUBJECTS} times; one of more than ${MAX_SUBJECT} characters is left out of the answer`,
  explode: true,
  schema: schemaOf(subjectsSchema),
};

const writing = {
  security: [{}, { cookie: [] }, { bearer: [] }],
  parameters: [
    { name: 'subject', in: 'path', required: true, schema: { type: 'string' } },
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'the same for every try of one act',
      schema: schemaOf(keySchema),
    },
  ],
};

const REFUSED_WRITES = [
  ...['bad-request', 'key-reused', 'login-required', 'origin-refused', 'unknown-subject', 'closed', 'too-large'],
  ...['rate-limited', 'unavailable'],
] as ProblemCode[];

const result = { description: 'what is now true', ...content({ $ref: '#/components/schemas/Result' }) };

/** What the host answers to, made of the schemas that it checks with. */
export const openApi = {
  openapi: '3.1.1',
  info: {
    title: 'film-widgets vote host',
    version: '1',
    description: `Keeps the votes of <star-rating>, one for each voter and subject.

A method that an address does not have is answered with 405 \`method-not-allowed\` and an \`Allow\` header, any other address with 404 \`not-found\`; HEAD is answered wherever GET is.`,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '.' }],
  paths: {
    '/ratings': {
      get: {
        operationId: 'readRatings',
        summary: 'What the crowd gave. A subject that is not known is left out.',
        security: [],
        parameters: [subjectsParameter, { name: 'If-None-Match', in: 'header', schema: { type: 'string' } }],
        responses: {
          '200': {
            description: 'for any cache',
            headers: {
              ETag: { required: true, schema: { type: 'string' } },
              'Last-Modified': { description: 'when one of the counters last moved', schema: { type: 'string' } },
              'Cache-Control': { required: true, schema: { type: 'string' } },
            },
            ...content(schemaOf(ratingsSchema)),
          },
          '304': { description: 'as it was' },
          ...refusals('bad-request', 'unavailable'),
        },
      },
    },
    '/votes': {
      get: {
        operationId: 'readVotes',
        summary: "The voter's own votes. A subject without one is left out.",
        security: [{}, { cookie: [] }, { bearer: [] }],
        parameters: [subjectsParameter],
        responses: {
          '200': { description: 'for nobody else', ...content(schemaOf(votesSchema)) },
          ...refusals('bad-request', 'login-required', 'unavailable'),
        },
      },
    },
    '/votes/{subject}': {
      put: {
        operationId: 'vote',
        summary: 'Casts a vote, or changes it.',
        ...writing,
        requestBody: { required: true, ...content(schemaOf(voteSchema, 'input')) },
        responses: {
          '200': result,
          ...refusals(...REFUSED_WRITES, 'json-only', 'out-of-range'),
        },
      },
      delete: {
        operationId: 'retract',
        summary:
          'Takes a vote back, where there is one, also on a subject that is gone, of whose crowd nothing is told.',
        ...writing,
        responses: { '200': result, ...refusals(...REFUSED_WRITES) },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'describe',
        summary: 'This description.',
        security: [],
        responses: { '200': { description: 'OpenAPI', ...content({ type: 'object' }) } },
      },
    },
    '/healthz': {
      get: {
        operationId: 'health',
        summary: 'Whether host and database answer.',
        security: [],
        responses: { '200': { description: 'they do' }, ...refusals('unavailable') },
      },
    },
  },
  components: {
    schemas: { Result: schemaOf(resultSchema), Problem: schemaOf(problemSchema) },
    securitySchemes: {
      cookie: { type: 'apiKey', in: 'cookie', name: '__Host-film-widgets-voter' },
      bearer: { type: 'http', scheme: 'bearer' },
    },
  },
};
