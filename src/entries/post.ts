import { endProcess, listenForStop } from '../host/process-end.js';
import { openEndHost } from '../runner/end-host.js';
import { end } from '../verbs/end.js';

const stop = listenForStop();
void end(openEndHost(process.env), stop).then(endProcess);
