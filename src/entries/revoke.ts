import { endProcess, listenForStop } from '../host/process-end.js';
import { openAdminHost } from '../runner/admin-host.js';
import { askedOf } from '../runner/inputs.js';
import { exitStatusOf } from '../verbs/outcome.js';
import { revoke } from '../verbs/revoke.js';

const stop = listenForStop();
void revoke(askedOf(process.env), openAdminHost(process.env), stop).then((outcome) =>
  endProcess(exitStatusOf(outcome)),
);
