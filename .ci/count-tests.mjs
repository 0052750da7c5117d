/** Prints what a JSON report of vitest counts: passed, failed and skipped tests, one line. Runs on Node 20. */
import { readFileSync } from 'node:fs';

const [path] = process.argv.slice(2);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(path, 'utf8'));
console.log(numPassedTests, numFailedTests, numPendingTests + numTodoTests);
