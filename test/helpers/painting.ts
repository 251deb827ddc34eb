// What is painted, as far as a page can know it without a screenshot.

export type Rgb = readonly [red: number, green: number, blue: number];

/** A CSS colour as the browser paints it, over another where it is translucent. */
export function srgb(color: string, over = 'white'): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  for (const paint of [over, color]) {
    context.fillStyle = paint;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

const luminance = (color: Rgb): number => {
  const [red, green, blue] = color.map((byte) =>
    byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two colours by WCAG 2. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Runs something with the rules for a media feature in force, which no engine's driver can emulate:
 * the `@media` rules of the elements' style sheets apply to everything meanwhile.
 */
export function asIfMedia(elements: readonly Element[], feature: string, run: () => void): void {
  const rules = elements
    .flatMap((element) => element.shadowRoot!.adoptedStyleSheets)
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText.includes(feature));
  const found = [...new Set(rules)].map(({ media }) => [media, media.mediaText] as const);
  if (!found.length) throw new Error(`no rule for ${feature}`);
  for (const [media] of found) media.mediaText = 'all';
  try {
    run();
  } finally {
    for (const [media, text] of found) media.mediaText = text;
  }
}
