import { contrastOf, difference, silhouette } from '../lab.mjs';

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const looks = {
  'has targets of 24 × 24 px at least': async (t) => {
    await t.open();
    const { width, height } = await t.row();
    const [w, h] = [width / 5, height].map((length) => Math.round(length * 10) / 10);
    return Math.min(w, h) < 24 && `${w} × ${h}`;
  },
  'stands out from a white page by 3:1': async (t) => {
    const ratio = contrastOf(await t.drawn(5));
    return ratio < 3 && `${ratio.toFixed(2)}:1`;
  },
  'tells filled from empty stars by shape, and not by colour alone': async (t) => {
    const [full, empty] = [silhouette(await t.drawn(5)), silhouette(await t.drawn(0))];
    return difference(full, empty) < 0.02 && 'one shape';
  },
  'tells 3 from 3.5 from 4 in forced colours': async (t) => {
    await t.emulate({ 'forced-colors': 'active' });
    try {
      const half = await t.drawn(3.5);
      for (const whole of [3, 4]) if (difference(half, await t.drawn(whole)) < 0.005) return `3.5 looks like ${whole}`;
      return false;
    } finally {
      await t.emulate({});
    }
  },
};
