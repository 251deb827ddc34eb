// Type-checks snippets against the built package.
import { resolve } from 'node:path';
import ts from 'typescript';

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true, // TypeScript's own
  types: [],
  noEmit: true,
};
export const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** Type-checks snippets as files of this package, which find the built types under its name. */
export function checkTypes(snippets, resolution = RESOLUTIONS.bundler) {
  const options = { ...OPTIONS, ...resolution };
  const codes = new Map(snippets.map((code, index) => [resolve(`snippet-${index}.ts`), code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  const program = ts.createProgram([...codes.keys()], options, host);
  return {
    messages: ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' ')),
    files: program.getSourceFiles().map(({ fileName }) => fileName),
  };
}
