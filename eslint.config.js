import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noInjection, noSlowPatterns, noSwitchedOffTests, roomRules } from './tools/room-rules.mjs';

export default defineConfig(
  globalIgnores(['**/dist', 'storybook-static', 'test/consumers/*/**', 'test/consumers/*.ts']),
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      lit['flat/all'],
      wc['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      wc: { elementBaseClasses: ['LitElement'] },
      lit: { elementBaseClasses: ['LitElement'] },
      litHtmlSources: true,
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-template-map': 'off',
      'lit/prefer-query-decorators': 'off', // there are no decorators here
      'lit/no-value-attribute': 'off', // a radio's value is its attribute
      'wc/guard-super-call': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }], // .catch(() => {})
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off', // asks for the `!` that another rule forbids
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }], // '' is nothing
      '@typescript-eslint/related-getter-setter-pairs': 'off', // `form` is read as an element and set as an id
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // Lit binds event listeners to the host
    },
  },
  {
    files: ['test/**', 'stories/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // expect(…).to.be.accessible
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // queries that know their element, as querySelector
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // events and clones are typed by a cast
      '@typescript-eslint/require-await': 'off',
      'wc/no-closed-shadow-root': 'off', // a host may have one
    },
  },
  // build tools, servers and page scripts in plain JavaScript; what a tool evaluates in a page names the DOM
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  roomRules,
  noInjection,
  noSlowPatterns,
  noSwitchedOffTests,
);
