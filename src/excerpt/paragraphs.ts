/**
 * The paragraphs of a plain text: blank lines part them. A single line break is only how somebody's
 * editor wrapped the line, so it becomes a space, or nothing after a hyphen between letters.
 */
export function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .reduce(
          (joined, line) => joined + (/\p{L}-$/u.test(joined) && /^\p{L}/u.test(line) ? '' : joined && ' ') + line,
          '',
        ),
    )
    .filter(Boolean);
}
