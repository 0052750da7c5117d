import { endProcess, listenForStop } from '../host/process-end.js';
import { askedOf } from '../runner/inputs.js';
import { openMintHost } from '../runner/mint-host.js';
import { create } from '../verbs/create.js';
import { exitStatusOf } from '../verbs/outcome.js';

const stop = listenForStop();
void create(askedOf(process.env), openMintHost(process.env), stop).then((outcome) => endProcess(exitStatusOf(outcome)));
