import { inputsOf, isOfEveryType, type InputName, type Inputs, type Verb } from './inputs.js';
import type { Problem } from './problem.js';
import type { Words } from './words.js';

const LONGEST_INPUT = 16 * 1024;
/** Bytes. */
export const LONGEST_GRANTS = 64 * 1024;

/** Whether YAML read a value as a large number and wrote it in its own way, as in 1.23E+15. */
function isMangled(value: string | undefined): boolean {
  return value !== undefined && /^-?\d(?:\.\d+)?E\+\d+$/.test(value);
}

/** What is wrong with the inputs of a verb whatever they mean. */
export function checkForm(verb: Verb, inputs: Inputs): readonly Problem[] {
  const problems: Problem[] = [];
  for (const input of inputsOf(verb)) {
    const value = inputs(input);
    if (value === undefined) continue;
    const longest = input === 'grants' ? LONGEST_GRANTS : LONGEST_INPUT;
    const length = Buffer.byteLength(value);
    if (length > longest) {
      problems.push({ input, message: `the value is ${length} bytes long; expected at most ${longest}` });
    }
    if (isMangled(value)) {
      const found = input === 'credential' ? '' : `found ${value}: `;
      problems.push({
        input,
        message: `${found}YAML read the value as a number and its digits are lost; put it in quotes, as in ${input}: "${input === 'expires_in' || input === 'timeout' ? '3600' : '1234567890123456'}"`,
      });
    }
    if (!value.isWellFormed()) {
      problems.push({ input, message: 'the value holds half a surrogate pair, which is no character' });
    }
  }
  return problems;
}

/**
 * The inputs that are given, and mean nothing for a type.
 *
 * @param used those that this type uses of the inputs that only some types use
 */
export function checkUse(
  verb: Verb,
  type: string,
  used: readonly InputName[],
  inputs: Inputs,
  words: Words,
): readonly Problem[] {
  const unused = inputsOf(verb).filter(
    (input) => inputs(input) !== undefined && !isOfEveryType(input) && !used.includes(input),
  );
  return unused.map((input) => ({
    input,
    message: `type ${type} does not use this input; remove it. It uses: ${used.map((input) => words.input(input)).join(', ') || 'no inputs of its own'}`,
  }));
}

/** What else is wrong with a number that YAML mangled is wrong with YAML's text, not with the user's: it is told of once. */
export function withoutConsequences(verb: Verb, problems: readonly Problem[], inputs: Inputs): readonly Problem[] {
  const mangled = new Set<string>(inputsOf(verb).filter((input) => isMangled(inputs(input))));
  return problems.filter(
    ({ input }, index) => !mangled.has(input) || problems.findIndex((other) => other.input === input) === index,
  );
}
