import { endProcess, listenForStop } from '../host/process-end.js';
import { openAdminHost } from '../runner/admin-host.js';
import { askedOf } from '../runner/inputs.js';
import { list } from '../verbs/list.js';
import { exitStatusOf } from '../verbs/outcome.js';

const stop = listenForStop();
void list(askedOf(process.env), openAdminHost(process.env), stop).then((outcome) => endProcess(exitStatusOf(outcome)));
