import type { Words } from '../request/words.js';

/** As one speaks to who runs a command with a token: what happens later happens when that has ended, and needs nobody. */
export function execWords(words: Words): Words {
  return {
    ...words,
    work: 'command',
    laterUser: 'command',
    atTheEnd: 'when the command has ended',
    later: {
      looksOnceMore: () => 'It is looked for once more at the end',
      revokes: () => 'it is revoked when the command has ended',
      triesAgain: () => 'that is tried again at the end',
      findsItGone: () => 'it is found gone at the end',
    },
    keptIn: 'memory',
    logOfMint: 'what was said when it was minted',
  };
}
