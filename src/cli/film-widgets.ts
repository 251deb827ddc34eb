#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  read: (file) => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
