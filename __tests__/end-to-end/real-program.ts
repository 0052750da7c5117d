/**
 * The path of a real program that an end-to-end test drives, from the environment variable that `.ci/run` sets (its
 * install scripts print the path). Without it the tests of that program are skipped, and said to be.
 *
 * @param variable name of the environment variable
 * @param script the script that installs the program
 * @returns the path, or undefined when the variable is not set
 */
export function realProgram(variable: string, script: string): string | undefined {
  const path = process.env[variable];
  if (path !== undefined && path !== '') return path;
  console.warn(
    `SKIPPED: ${variable} is not set. To run these tests: ${variable}=$(bash ${script}) npx vitest run --project end-to-end`,
  );
  return undefined;
}
