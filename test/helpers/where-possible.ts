// Tests of what not every engine lets a test do. Where it does not they are not there; one test of the file stands for them, which
// says how many they are and why, and tries whether it is so. docs/engines.md has the same list in words.
import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { isChromium, isWebKit } from './engine.js';

interface Need {
  readonly here: boolean;
  readonly why: string;
  /** Tries it. */
  readonly can: () => boolean | Promise<boolean>;
}

/** Whether the driver does something for a test; its side is tools/wtr-commands.mjs. */
const driverDoes = (command: string) => (): Promise<boolean> => executeServerCommand('does', command);

function findsInShadow(): boolean {
  const host = document.body.appendChild(document.createElement('div'));
  host.attachShadow({ mode: 'open' }).textContent = 'aardvark';
  getSelection()!.removeAllRanges();
  const found = (globalThis as unknown as { find: (text: string) => boolean }).find('aardvark');
  getSelection()!.removeAllRanges();
  host.remove();
  return found;
}

function opensWindow(): boolean {
  const opened = window.open('');
  opened?.close();
  return Boolean(opened);
}

export const NEEDED = {
  touch: { here: isChromium, why: 'no touch through its driver', can: driverDoes('touch') },
  media: { here: isChromium, why: 'no emulated media through its driver', can: driverDoes('emulateMedia') },
  picture: {
    here: isChromium,
    why: 'no pictures and no emulated media through its driver',
    can: driverDoes('picture'),
  },
  'accessibility tree': {
    here: isChromium,
    why: 'no accessibility tree through its driver',
    can: driverDoes('axTree'),
  },
  'layout shift': {
    here: isChromium,
    why: 'it does not measure them',
    can: () => PerformanceObserver.supportedEntryTypes.includes('layout-shift'),
  },
  'finding in a shadow root': { here: !isWebKit, why: 'its `window.find` looks into none', can: findsInShadow },
  'another window': { here: !isWebKit, why: 'its driver opens none for a script', can: opensWindow },
} satisfies Record<string, Need>;

/** What stands for the tests that cannot be here, by what they need. */
const standIns = new Map<string, { test: Mocha.Test; count: number }>();

/** A test that needs something which only some engines, or their drivers, have. */
export function itWith(needed: keyof typeof NEEDED, title: string, test: Mocha.AsyncFunc): void {
  const { here, why, can } = NEEDED[needed];
  if (here) return void it(title, test);
  const standIn = standIns.get(needed) ?? {
    test: it(needed, async () => expect(await can()).to.equal(false)),
    count: 0,
  };
  standIns.set(needed, standIn);
  standIn.count++;
  standIn.test.title = `${needed}: ${standIn.count} [not possible here: ${why}]`; // tools/wtr-reporter.mjs adds them up
}
