/** Empty outside a browser, where `npm run fuzz` has pure code tested. */
const agent = (globalThis.navigator as Navigator | undefined)?.userAgent ?? '';

export const isFirefox = agent.includes('Firefox');
export const isChromium = agent.includes('Chrome/');
export const isWebKit = !isFirefox && !isChromium;
