// Where a test gets another try, one that needed it says so: at the end of its title, where tools/wtr-reporter.mjs finds it.

/** Runs in the page, where mocha has no hook after the last try of a test: what is passed here is not tried again. */
function sayTries() {
  globalThis.mocha.rootHooks({
    afterEach() {
      const { currentTest: test } = this;
      const tries = test.currentRetry() + 1;
      if (tries > 1 && test.isPassed()) test.title += ` [only at try ${tries}]`;
    },
  });
}

export const LATER_TRY = /\[only at try \d+\]$/;

/** The page of web-test-runner, as it would make it itself. @param {string} framework the address of mocha */
export const testPage = (framework) => `<!DOCTYPE html><html><head></head><body>
<script type="module">import '${framework}'; (${sayTries})();</script></body></html>`;
