import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { documentWorkflows } from '../document-workflows.js';
import { realProgram } from './real-program.js';

const actionlint = realProgram('MINT_TOKEN_ACTIONLINT', '.ci/install-actionlint.sh');
const shellcheck = realProgram('MINT_TOKEN_SHELLCHECK', '.ci/install-shellcheck.sh');

it.skipIf(actionlint === undefined || shellcheck === undefined).each(documentWorkflows)(
  '$document, line $line: is a workflow in which actionlint and shellcheck find nothing',
  ({ text }) => {
    expect(() =>
      execFileSync(actionlint ?? '', [`-shellcheck=${shellcheck ?? ''}`, '-pyflakes=', '-'], {
        input: text,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
    ).not.toThrow();
  },
);
