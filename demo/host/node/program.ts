// The host as a program of its own.
import { main } from './main.js';

process.exitCode = await main(process.argv.slice(2), process.env);
