#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { run } from './run.js';

// whoever reads may have had enough, as `head` has: that is no error of ours
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// a browser would put U+FFFD in the place of what is not UTF-8
const utf8 = new TextDecoder('utf-8', { fatal: true });

process.exitCode = await run(process.argv.slice(2), {
  read: async (file) => utf8.decode(file === '-' ? await buffer(process.stdin) : await readFile(file)),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
