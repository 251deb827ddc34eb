// The first script of a page: writes down everything that a policy refuses, that is said on the console, and that is thrown.

const seen = { violations: [], messages: [], steps: [], over: false };

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  seen.violations.push(`${effectiveDirective}: ${blockedURI} ${sample}`),
);
for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  const say = console[level];
  console[level] = (...words) => {
    seen.messages.push(`${level}: ${words.join(' ')}`);
    say.apply(console, words);
  };
}
addEventListener('error', ({ message }) => seen.messages.push(`uncaught: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => seen.messages.push(`unhandled: ${reason}`));

globalThis.seen = seen;
