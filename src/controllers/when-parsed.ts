/** Whether the page is still being parsed; then `act` is called when all of it is there. */
export function whenParsed(act: () => void): boolean {
  const isParsing = document.readyState === 'loading';
  if (isParsing) document.addEventListener('DOMContentLoaded', act, { once: true });
  return isParsing;
}
