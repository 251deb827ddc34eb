/** Empty outside a browser, where `npm run fuzz` has pure code tested. */
const agent = (globalThis.navigator as Navigator | undefined)?.userAgent ?? '';

export const isFirefox = agent.includes('Firefox');
export const isChromium = agent.includes('Chrome/');
export const isWebKit = !isFirefox && !isChromium;

/** How often to run what takes long and looks for nothing of the engine's: in the other engines a fifth of Chromium's times. */
export const runsHere = (inChromium: number): number => (isChromium ? inChromium : inChromium / 5);
