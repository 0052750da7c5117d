/** When things go wrong, in the order of the table. */
export const MOMENTS = /** @type {const} */ ([
  'before it is sent',
  'while the server works',
  'after the answer',
  'before the state is written',
  'after the state is written',
  'while the server is away from main',
  'while the server is away from post',
  'while main looks for a lost token',
  'while post looks for a lost token',
  'at random, in main',
  'at random, in post',
  'at random, in both',
]);

/** @typedef {(typeof MOMENTS)[number]} Moment */
