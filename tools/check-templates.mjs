// Checks the types in Lit templates: what is bound to an attribute, a property or an event, against the element's own types.
// This is lit-analyzer --strict, corrected where the platform and Lit have gone on since.
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { DefaultLitAnalyzerContext, LitAnalyzer, makeConfig } from 'lit-analyzer';
import ts from 'typescript';

const CONFIG = makeConfig({
  strict: true,
  rules: {
    'no-missing-import': 'off', // a class does not define the tags it renders: its define file does
    'no-invalid-css': 'off', // does not know container queries
    'no-unknown-event': 'error',
  },
  customHtmlData: {
    version: 1.1,
    globalAttributes: ['onfocusin', 'onfocusout', 'onbeforematch', 'ontoggle'].map((name) => ({ name })),
  },
});

/** `hidden="until-found"` is no mistake, though `hidden` is boolean elsewhere. */
const isWrong = ({ source: rule, message }) =>
  !(rule === 'no-boolean-in-attribute-binding' && message.includes("'hidden'"));

/** @param {string} folder @returns {string[]} */
const sources = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => resolve(folder, name))
    .sort();

/** A program in which Lit's `nothing`, which takes an attribute away, does not count as one of its values. */
function createProgram(files) {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (file) => {
    const text = readFile.call(host, file);
    return file.endsWith('/lit-html.d.ts')
      ? text?.replace('const nothing: unique symbol', 'const nothing: never')
      : text;
  };
  return ts.createProgram(files, options, host);
}

const folders = process.argv.slice(2);
const files = (folders.length ? folders : ['src']).flatMap(sources);
const program = createProgram(files);
const context = new DefaultLitAnalyzerContext({ getProgram: () => program });
context.updateConfig(CONFIG);
const analyzer = new LitAnalyzer(context);

let problems = 0;
for (const file of files) {
  const source = program.getSourceFile(file);
  for (const { location, message, source: rule } of analyzer.getDiagnosticsInFile(source).filter(isWrong)) {
    problems++;
    const { line, character } = source.getLineAndCharacterOfPosition(location.start);
    console.log(`${relative('.', file)}:${line + 1}:${character + 1}: ${message} (${rule})`);
  }
}
console.log(`templates: ${files.length} files, ${problems} problems`);
process.exitCode = problems || !files.length ? 1 : 0;
