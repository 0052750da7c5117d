import { endProcess, listenForStop } from '../host/process-end.js';
import { openAdminHost } from '../runner/admin-host.js';
import { askedOf } from '../runner/inputs.js';
import { list } from '../verbs/list.js';
import { exitStatusOf } from '../verbs/outcome.js';

// A list may be long: with this V8 collects what is not needed any more before it takes more memory, which is half of it.
process.getBuiltinModule('node:v8').setFlagsFromString('--optimize-for-size');
const stop = listenForStop();
void list(askedOf(process.env), openAdminHost(process.env), stop).then((outcome) => endProcess(exitStatusOf(outcome)));
