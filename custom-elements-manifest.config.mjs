// What docs, Storybook and editors are told about the elements: their public side, in an order that is the same everywhere.

/** What Lit, the browser, or another element of ours reads, sets and calls; nothing that a user of an element touches. */
const PLUMBING =
  /^(crowd|styles|adoptedStyleSheets|properties|formAssociated|shadowRootOptions|getPropertyDescriptor|\[.*\]|\w+Callback)$/;

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !PLUMBING.test(name);

const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const publicSide = {
  name: 'public-side',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.path = built(module.path);
      // the names that the card falls back to are its own business
      module.declarations = module.declarations.filter(
        ({ customElement, tagName }) => customElement && !tagName?.startsWith('film-widgets-'),
      );
      for (const element of module.declarations) {
        element.members = (element.members ?? []).filter(isPublic);
        // what an attribute does not say itself, its property does: a constant's value, and all where only the name is observed
        for (const attribute of element.attributes ?? []) {
          const property = element.members.find(({ name }) => name === (attribute.fieldName ?? attribute.name));
          if (!property) continue;
          attribute.type ??= property.type;
          attribute.description ??= property.description;
          attribute.fieldName ??= property.name;
          if (property.default) attribute.default = property.default;
        }
        // what the analyzer guesses from `new PreviewEvent(value)` is no event of that name: only @fires counts
        element.events = element.events?.filter((event) => event.description);
      }
      const names = module.declarations.map((element) => element.name);
      module.exports = module.exports.filter(
        ({ kind, name, declaration }) =>
          (kind === 'custom-element-definition' && !name.startsWith('film-widgets-')) ||
          names.includes(declaration.name),
      );
      for (const { declaration } of module.exports) declaration.module = built(declaration.module);
    }
    manifest.modules = manifest.modules
      .filter((module) => module.exports.length)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicSide],
};
