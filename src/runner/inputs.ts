import type { Inputs } from '../request/request.js';

/** The inputs of the step as the runner hands them over. Blank ones count as not given: an empty expression is one. */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  return (name) => {
    const value = environment[`INPUT_${name.toUpperCase()}`];
    return value === undefined || value.trim() === '' ? undefined : value;
  };
}

const PREFIX = 'INPUT_';

/**
 * The names of all inputs that the step gives, known or not: a runner hands on what it does not know, with a warning. Also the
 * names of variables of the job that look like inputs.
 */
export function givenInputs(environment: NodeJS.ProcessEnv): readonly string[] {
  return Object.entries(environment)
    .filter(([name, value]) => name.startsWith(PREFIX) && value !== undefined && value.trim() !== '')
    .map(([name]) => name.slice(PREFIX.length).toLowerCase());
}

/** What a step asks for. */
export function askedOf(environment: NodeJS.ProcessEnv): {
  readonly inputs: Inputs;
  readonly names: () => readonly string[];
} {
  return { inputs: readInputs(environment), names: () => givenInputs(environment) };
}
