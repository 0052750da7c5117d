import { endProcess, listenForStop } from '../host/process-end.js';
import type { OpenRuns } from '../lease/runs.js';
import { openAdminHost } from '../runner/admin-host.js';
import { askedOf } from '../runner/inputs.js';
import { exitStatusOf } from '../verbs/outcome.js';
import { sweep } from '../verbs/sweep.js';

/** Loaded when a run must be asked about: it brings Octokit. */
const openRuns: OpenRuns = async (...asked) => (await import('../github/runs.js')).openRuns(...asked);

const stop = listenForStop();
void sweep(askedOf(process.env), openAdminHost(process.env), openRuns, stop).then((outcome) =>
  endProcess(exitStatusOf(outcome)),
);
