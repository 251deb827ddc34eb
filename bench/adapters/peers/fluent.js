// Display only. The two theme tokens it draws with are set by hand (best case: no setTheme()).
import '@fluentui/web-components/rating-display.js';
import { customElementMount } from '../util.js';
document.documentElement.style.cssText +=
  '--colorPaletteMarigoldBorderActive:#eaa300;--colorPaletteMarigoldBackground2:#f9e2ae;--spacingHorizontalXXS:2px;--colorNeutralForeground1:#242424;--fontSizeBase200:12px;--lineHeightBase200:16px';
export const mount = customElementMount({
  tag: 'fluent-rating-display',
  attrs: (o) => `value="${o.value}"`,
  set: (el, v) => el.setAttribute('value', v),
});
