// The first script of the page: writes down what is thrown, and what a policy refuses.
globalThis.ssrWrong = [];
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
  addEventListener(type, (event) =>
    globalThis.ssrWrong.push(event.message ?? event.reason?.message ?? event.effectiveDirective),
  );
