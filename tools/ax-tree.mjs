// The browser's accessibility tree as text that a person can read and a test can compare.

// What assistive technology would say; focusable, settable and the like are left out.
const SAID = [
  'checked',
  'pressed',
  'expanded',
  'selected',
  'focused',
  'disabled',
  'readonly',
  'required',
  'invalid',
  'busy',
  'live',
  'atomic',
  'level',
  'valuemin',
  'valuemax',
  'valuetext',
  'roledescription',
  'hasPopup',
];
const QUIET = new Set([undefined, '', false, 'false', 'off']);
// `aria-checked=false` is worth saying where there is a choice
const SAID_WHEN_FALSE = new Set(['checked', 'pressed', 'expanded']);

/** Without the white space at its ends, which differs between versions of Chromium. */
const nameOf = (node) => node.name?.value?.trim() ?? '';

/** @param {import('puppeteer-core').Protocol.Accessibility.AXNode} node */
function describe(node) {
  const properties = new Map((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const words = [node.role?.value ?? 'unknown'];
  const name = nameOf(node);
  if (name) words.push(JSON.stringify(name));
  if (node.description?.value) words.push(`description=${JSON.stringify(node.description.value)}`);
  if (node.value?.value !== undefined && node.value.value !== '')
    words.push(`value=${JSON.stringify(node.value.value)}`);
  for (const name of SAID) {
    const value = properties.get(name);
    if (!properties.has(name) || (QUIET.has(value) && !SAID_WHEN_FALSE.has(name))) continue;
    words.push(
      value === true || value === 'true'
        ? name
        : `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  }
  return words.join(' ');
}

/**
 * @param {import('puppeteer-core').Protocol.Accessibility.AXNode[]} nodes
 * @param {number} rootId the DOM node (backendDOMNodeId) where the text starts
 */
export function compactAxTree(nodes, rootId) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth, parentName) => {
    const role = node.role?.value;
    if (role === 'InlineTextBox') return;
    const name = nameOf(node);
    const empty = role === 'StaticText' && (name === parentName || !name); // a button's words are its name
    const isLive = node.properties?.some((property) => property.name === 'live');
    const hidden = node.ignored || empty || ((role === 'generic' || role === 'none') && !name && !isLive);
    if (!hidden) lines.push('  '.repeat(depth) + describe(node));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, hidden ? depth : depth + 1, hidden ? parentName : name);
    }
  };
  const root = nodes.find((node) => node.backendDOMNodeId === rootId);
  if (root) walk(root, 0, undefined);
  return lines.join('\n');
}
