import type { Person } from './film.js';

/** Somebody, who may be given as a name alone. */
export const toPerson = <T>(given: T | string): T | Person => (typeof given === 'string' ? { name: given } : given);
