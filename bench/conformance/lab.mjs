// Pictures as numbers.

/** @typedef {{ width: number, height: number, pixels: number[] }} Picture pixels as 0xrrggbb */

export class Lab {
  #page;

  /** @param {import('puppeteer-core').Page} page a blank one, which reads PNG files */
  constructor(page) {
    this.#page = page;
  }

  /** @returns {Promise<Picture>} */
  read(base64) {
    return this.#page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      const bytes = context.getImageData(0, 0, width, height).data;
      const pixels = [];
      for (let i = 0; i < bytes.length; i += 4) pixels.push((bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2]);
      return { width, height, pixels };
    }, base64);
  }
}

const channels = (color) => [color >> 16, (color >> 8) & 255, color & 255];
const isFar = (a, b) => channels(a).some((byte, i) => Math.abs(byte - channels(b)[i]) > 32);

/** The part of two pictures that differs, 0 to 1; of different sizes, all of it. */
export function difference(a, b) {
  if (a.pixels.length !== b.pixels.length) return 1;
  return a.pixels.filter((pixel, i) => isFar(pixel, b.pixels[i])).length / a.pixels.length;
}

/** A picture in two colours: background, and what is drawn on it. */
export const silhouette = ({ pixels, ...size }) => ({
  ...size,
  pixels: pixels.map((pixel) => (isFar(pixel, pixels[0]) ? 0xffffff : 0)),
});

const luminance = (color) => {
  const [red, green, blue] = channels(color).map((byte) =>
    byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const ratio = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** The best contrast to the background (by WCAG 2) that a twentieth at least of what is drawn has. */
export function contrastOf({ pixels }) {
  const ground = pixels[0];
  const ratios = pixels
    .filter((pixel) => isFar(pixel, ground))
    .map((pixel) => ratio(pixel, ground))
    .sort((a, b) => b - a);
  return ratios[Math.floor(ratios.length / 20)] ?? 1;
}
