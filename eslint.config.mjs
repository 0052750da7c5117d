import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The folders of src/, and for each the others that its files may import. Imports point one way: so the life of a lease knows no
 * runner and no network, and an issuer knows no runner. A folder that is not listed here is refused by a test.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const MAY_IMPORT = {
  request: [],
  lease: ['request'],
  http: ['lease', 'request'],
  issuers: ['http', 'lease', 'request'],
  host: ['lease', 'request'],
  runner: ['host', 'http', 'lease', 'request'],
  terminal: ['host', 'http', 'lease', 'request'],
  github: ['http', 'lease', 'request'],
  verbs: ['host', 'issuers', 'lease', 'request'],
  entries: ['github', 'host', 'http', 'issuers', 'lease', 'request', 'runner', 'terminal', 'verbs'],
};

/**
 * @param {string} folder
 * @param {readonly string[]} allowed
 * @returns {import('eslint').Linter.Config}
 */
const mayImportOnly = (folder, allowed) => {
  const forbidden = Object.keys(MAY_IMPORT).filter((other) => other !== folder && !allowed.includes(other));
  const path = `^(?:\\.\\./)+(?:${forbidden.join('|')})/`;
  const message = `src/${folder} may import ${allowed.join(', ') || 'nothing'} of ours.`;
  // A slash would end the expression within the selector.
  const dynamic = `ImportExpression[source.value=/${path.replaceAll('/', '\\x2F')}/]`;
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      ...(forbidden.length === 0
        ? {}
        : { 'no-restricted-imports': ['error', { patterns: [{ regex: path, message }] }] }),
      // The rule above does not see import(). In a type that is forbidden anyway.
      'no-restricted-syntax': [
        'error',
        ...(forbidden.length === 0 ? [] : [{ selector: dynamic, message }]),
        { selector: "ImportExpression[source.type!='Literal']", message: 'Name the module, so that this can be seen.' },
      ],
    },
  };
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.ci/', '.stryker/', 'reports/', '**/*_pb.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Such an import loads the module all the same.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Columns and lengths are counted in code points, here and in what users are told.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An empty variable or input counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => mayImportOnly(folder, allowed)),
);
