import type { Inputs } from '../request/request.js';

/** The inputs of the step as the runner hands them over. Blank ones count as not given: an empty expression is one. */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  return (name) => {
    const value = environment[`INPUT_${name.toUpperCase()}`];
    return value === undefined || value.trim() === '' ? undefined : value;
  };
}
