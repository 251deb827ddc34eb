// dist/editors: what VS Code and the JetBrains editors complete and explain, from custom-elements.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/** The manifest as these generators read it well: the first paragraph of each description, and no type as if it were a value. */
function forEditors(manifest) {
  const copy = structuredClone(manifest);
  for (const element of copy.modules.flatMap(({ declarations }) => declarations)) {
    element.description = element.description.split('\n\n')[0];
    for (const attribute of element.attributes ?? [])
      if (attribute.type.text.includes('[]')) attribute.type.text = 'string';
  }
  return copy;
}

/** One entry for a part that several elements have. */
function mergeParts(parts) {
  const lines = new Map();
  for (const { name, description } of parts)
    lines.set(name, lines.has(name) ? `${lines.get(name)} ${description}` : description);
  return [...lines].map(([name, description]) => ({ name, description }));
}

/** @returns {Record<string, object>} by file name */
export function editorData(manifest) {
  const options = { hideCssPropertiesDocs: true, hideMethodDocs: true, hideLogs: true, packageJson: false };
  const from = (generate) => JSON.parse(generate(forEditors(manifest), options));
  const css = from(getVsCodeCssCustomData);
  css.pseudoElements = mergeParts(css.pseudoElements);
  const webTypes = from(getWebTypesData);
  webTypes.contributions.css['pseudo-elements'] = mergeParts(webTypes.contributions.css['pseudo-elements']);
  return {
    'vscode.html-custom-data.json': from(getVsCodeHtmlCustomData),
    'vscode.css-custom-data.json': css,
    'web-types.json': webTypes,
  };
}

if (process.argv[1] === import.meta.filename) {
  const folder = 'dist/editors';
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of Object.entries(editorData(JSON.parse(readFileSync('custom-elements.json', 'utf8')))))
    writeFileSync(join(folder, name), `${JSON.stringify(data, null, 2)}\n`);
}
