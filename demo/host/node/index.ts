// What the tools, the demo, the tests and the measurements take from the host.
export { main } from './main.js';
export { openHost, openDatabase } from './open-host.js';
export { readSettings, SETTINGS, SettingsError } from './settings.js';
