import type { Words } from '../request/words.js';

/** As one speaks to who writes a workflow. */
export const runnerWords: Words = {
  place: (name) => name,
  input: (name) => name,
  theInput: (name) => `the input ${name}`,
  fromInput: () => 'from the input',
  setting: (name, value) => `${name}: ${value}`,
  uniqueSetting: (name, word) => `${name}: ${word}-\${{ github.run_id }}-\${{ github.run_attempt }}`,
  secretSetting: (name, keptAs) => `${name}: \${{ secrets.${keptAs} }}`,
  variableSetting: (name, keptAs) => `${name}: \${{ vars.${keptAs} }}`,
  work: 'job',
  machine: 'runner',
  laterUser: 'later step',
  environment: 'the env of the job',
  allowIdentityTokens:
    'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)',
  useIdentityTokens: 'let the job authenticate with an identity token (permissions: { id-token: write })',
  withoutIdentityTokens: 'Pull requests from forks never get one.',
  atTheEnd: 'when the job ends',
  later: {
    looksOnceMore: () => 'Post looks for it once more',
    revokes: () => 'post revokes it',
    triesAgain: () => 'post tries again',
    findsItGone: () => 'post finds it gone',
  },
  keptIn: 'the saved state',
  logOfMint: 'the log of the step that minted it',
};
