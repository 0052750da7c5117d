import type { AdminHost } from '../host/host.js';
import { openAskedHost } from './asked-host.js';
import { deliverResults } from './deliver-results.js';
import { readTrust } from './run-context.js';

/** A step of a job that lists tokens, changes or revokes them. */
export function openAdminHost(environment: NodeJS.ProcessEnv): AdminHost {
  return {
    ...openAskedHost(environment, readTrust(environment)),
    deliver: (results) => deliverResults(results, environment['RUNNER_TEMP'] || undefined),
  };
}
