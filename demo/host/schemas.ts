import * as z from 'zod';

/** How many subjects one request may ask for. */
export const MAX_SUBJECTS = 50;

/** Bytes of a request's body. */
export const MAX_BODY = 1024;

/** Characters of a subject, as payloads count them: code points. */
export const MAX_SUBJECT = 128;

export const subjectsSchema = z.array(z.string()).min(1).max(MAX_SUBJECTS);

/** Any text of visible ASCII characters. */
export const keySchema = z.string().regex(/^[\x21-\x7e]{1,128}$/);

export const voteSchema = z.strictObject({ value: z.number() });

export const crowdSchema = z.object({
  average: z.number().min(0).describe('mean of all votes, 0 where nobody voted'),
  count: z.int().min(0),
  distribution: z.array(z.int().min(0)).describe('votes by whole symbol, lowest first'),
});

export const ratingsSchema = z.object({ ratings: z.record(z.string(), crowdSchema) });

export const votesSchema = z.object({ votes: z.record(z.string(), z.number()) });

/** Without the crowd where nobody knows its scale: of a subject that is gone. */
export const resultSchema = z.object({ value: z.number().nullable(), ...crowdSchema.partial().shape });
