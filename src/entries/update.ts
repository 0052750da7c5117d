import { endProcess, listenForStop } from '../host/process-end.js';
import { openAdminHost } from '../runner/admin-host.js';
import { askedOf } from '../runner/inputs.js';
import { exitStatusOf } from '../verbs/outcome.js';
import { update } from '../verbs/update.js';

const stop = listenForStop();
void update(askedOf(process.env), openAdminHost(process.env), stop).then((outcome) =>
  endProcess(exitStatusOf(outcome)),
);
