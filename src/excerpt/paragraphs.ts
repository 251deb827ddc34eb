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
        .map((line, i, lines) => line + (/\p{L}\p{M}*-$/u.test(line) && /^\p{L}/u.test(lines[i + 1] ?? '') ? '' : ' '))
        .join('')
        .trimEnd(),
    )
    .filter(Boolean);
}
