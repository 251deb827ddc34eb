import { defaultReporter } from '@web/test-runner';
import { browsers } from './tools/wtr-browsers.mjs';
import { bundledModules } from './tools/wtr-bundle.mjs';
import { engineCommands } from './tools/wtr-commands.mjs';
import { countingReporter } from './tools/wtr-reporter.mjs';
import { testPage } from './tools/wtr-tries.mjs';

// The drivers of Firefox and WebKit are slower, and a busy machine is no failure: a test gets another try there.
const retries = /firefox|webkit|all/.test(process.env.BROWSERS ?? '') ? 2 : 0;

// BROWSERS=chromium (the default) | chromium,firefox,webkit | all (= every engine found on this machine)
export default {
  files: ['test/**/*.test.ts', '!test/consumers/**'],
  concurrency: 1, // real keys and fingers go to the page in front
  concurrentBrowsers: 1,
  browsers: await browsers(process.env.BROWSERS),
  plugins: [engineCommands(), bundledModules(process.argv.includes('--watch'))],
  testFramework: { config: { ui: 'bdd', timeout: 30_000, retries } }, // a busy machine is no failure
  testRunnerHtml: testPage,
  testsFinishTimeout: 600_000,
  reporters: [defaultReporter(), countingReporter(process.env.COUNTS)],
};
