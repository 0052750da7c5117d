import type { InputName, Inputs } from './inputs.js';
import { invalid, valid, type Result } from './problem.js';
import { quote } from './shown-text.js';
import { didYouMean } from './suggestion.js';

/** One of a few words; undefined when the input is not given. */
export function parseChoice<Choice extends string>(
  input: InputName,
  given: string | undefined,
  choices: readonly Choice[],
): Result<Choice | undefined> {
  const text = given?.trim();
  if (text === undefined) return valid(undefined);
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return valid(choice);
  return invalid({
    input,
    message: `found ${quote(text)}; expected ${choices.join(' or ')}.${didYouMean(text, choices)}`,
  });
}

/** `true` or `false`, by the words that YAML has for them. */
export function parseBoolean(input: InputName, inputs: Inputs, assumed: boolean): Result<boolean> {
  const text = inputs(input)?.trim();
  if (text === undefined) return valid(assumed);
  if (/^(?:true|True|TRUE)$/.test(text)) return valid(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return valid(false);
  return invalid({ input, message: `found ${quote(text)}; expected true or false` });
}
