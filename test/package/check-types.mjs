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
  types: [],
  noEmit: true,
};
export const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** What was parsed for an earlier program: most of it is the DOM's. @type {Map<string, ts.SourceFile | undefined>} */
const parsed = new Map();

/** Type-checks snippets as files of this package, which find the built types under its name. */
export function checkTypes(snippets, resolution = RESOLUTIONS.bundler) {
  const options = { ...OPTIONS, ...resolution };
  const codes = new Map(snippets.map((code, index) => [resolve(`snippet-${index}.ts`), code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...given) => {
    if (codes.has(name)) return getSourceFile(name, ...given);
    const key = `${options.moduleResolution} ${name}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, ...given));
    return parsed.get(key);
  };
  const program = ts.createProgram([...codes.keys()], options, host);
  const files = program.getSourceFiles();
  const found = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    // all but TypeScript's own
    ...files
      .filter((file) => !program.isSourceFileDefaultLibrary(file))
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return {
    messages: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    files: files.map(({ fileName }) => fileName),
  };
}
