import type { Words } from '../request/words.js';

/** As one speaks to who writes a workflow. */
export const runnerWords: Words = {
  input: (name) => name,
  theInput: (name) => `the input ${name}`,
  fromInput: () => 'from the input',
  setting: (name, value) => `${name}: ${value}`,
  secretSetting: (name, keptAs) => `${name}: \${{ secrets.${keptAs} }}`,
  variableSetting: (name, keptAs) => `${name}: \${{ vars.${keptAs} }}`,
  work: 'job',
  machine: 'runner',
  allowIdentityTokens:
    'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)',
  withoutIdentityTokens: 'Pull requests from forks never get one.',
};
