import { existsSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import { layerBoundaries } from './scripts/eslint/layers.mjs';

/** Layers that are pure: the day and every file come in from outside. */
const pureLayers = ['catalog', 'edits', 'documents', 'rules', 'planner', 'codemods'].map((layer) => `src/${layer}/**`);

const nodeGlobals = ['Buffer', 'URL', 'clearInterval', 'console', 'performance', 'process', 'setInterval'];

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The day comes in as an argument: this layer never reads the clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The day comes in as an argument: this layer never reads the clock.',
  },
];

export default defineConfig([
  globalIgnores([
    'dist/',
    'src/runtime/dist/',
    'coverage/',
    '.bench/',
    'tests/fixtures/',
    'tests/execution/programs/',
    'examples/',
    'codemod/',
    'tests/package/consumer/',
    '**/*.generated.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Syntax trees are compared with the names of their nodes, which read better than an enum of the same names.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { local: { rules: { 'layer-boundaries': layerBoundaries } } },
    rules: {
      'local/layer-boundaries': 'error',
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
    },
  },
  {
    files: pureLayers,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['fs', 'fs/promises', 'node:fs', 'node:fs/promises', 'node:child_process'].map((name) => ({
            name,
            message: 'Files come in through the file port of src/project.',
          })),
        },
      ],
      'no-restricted-syntax': ['error', ...clock],
    },
  },
  {
    files: ['src/rules/**/*.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    rules: eslintPlugin.configs.recommended.rules,
  },
  ...(await ownPlugin()),
]);

/**
 * Our own plugin on ourselves, except for the benchmark, whose corpus is meant to be outdated. It is there once `npm run build` has run, which `npm run check` does first.
 */
async function ownPlugin() {
  const entry = new URL('dist/index.js', import.meta.url);
  if (!existsSync(entry)) return [];
  const { default: plugin } = await import(entry.href);
  const recommended = [plugin.configs.recommended].flat();
  return [{ files: ['src/**/*.ts', 'scripts/**/*.mjs'], extends: recommended }];
}
