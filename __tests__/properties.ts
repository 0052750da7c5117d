import * as fc from 'fast-check';

/** The seed of every property: a run can be repeated, and PROPERTY_SEED=7 npm test tries other values. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_261_124);
if (!Number.isSafeInteger(seed)) throw new Error('PROPERTY_SEED is not a whole number');
fc.configureGlobal({ seed });

/** Any text, and often one that could be taken for a part of a command file. */
export const valueForCommandFiles = fc.oneof(
  fc
    .array(fc.constantFrom('a', '=', '<<', 'ghadelimiter_', '\n', '\n\n', '%', '%0A', '"', '::', '😀', ' ', '{'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

export default fc;
