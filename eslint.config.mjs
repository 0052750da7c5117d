import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * Imports point one way: entries -> runner, lease, issuers; runner and issuers -> http, lease; http -> lease; lease -> nothing
 * of ours. So the life of a lease knows no runner and no network, and an issuer knows no runner.
 *
 * @param {string} folder
 * @param {readonly string[]} forbidden
 * @returns {import('eslint').Linter.Config}
 */
const mayNotImport = (folder, forbidden) => {
  const path = `^(?:\\.\\./)+(?:(?:${forbidden.join('|')})/|(?:main|post|order|report-mint|report-ending)\\.js$)`;
  const message = `src/${folder} may not know ${forbidden.join(', ')} or the entries.`;
  // A slash would end the expression within the selector.
  const dynamic = `ImportExpression[source.value=/${path.replaceAll('/', '\\x2F')}/]`;
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: path, message }] }],
      // The rule above does not see import(). In a type that is forbidden anyway.
      'no-restricted-syntax': [
        'error',
        { selector: dynamic, message },
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
  mayNotImport('lease', ['runner', 'http', 'issuers']),
  mayNotImport('http', ['runner', 'issuers']),
  mayNotImport('issuers', ['runner']),
  mayNotImport('runner', ['issuers']),
);
