import { tmpdir } from 'node:os';
import { createClient } from '../../../../src/http/client.js';
import { HttpFailure } from '../../../../src/http/failure.js';
import { parseNetwork, readNetwork, serializeNetwork } from '../../../../src/http/network.js';
import { createTestPorts } from '../test-ports.js';

/** What the child is told on its command line, as JSON. */
export interface Task {
  readonly endpoint: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Take the network that a process with these variables has kept, as post does, and not that of the child. */
  readonly keptFrom?: Readonly<Record<string, string>>;
}

/** What it prints, as one line of JSON, before it comes to its end by itself. */
export interface Outcome {
  readonly status?: number;
  readonly failure?: string;
  readonly sent?: boolean;
  readonly notices: readonly string[];
  /** The kinds of open handles that keep the process alive. */
  readonly open: readonly string[];
  /** Which of Node's modules that take long to load were loaded. */
  readonly loaded: readonly string[];
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
const noted: string[] = [];
const network = await readNetwork(task.keptFrom ?? process.env, ({ message }) => noted.push(message));
const ports = createTestPorts({
  timeout: task.timeout,
  network:
    task.keptFrom === undefined ? network : await parseNetwork(await serializeNetwork(network, tmpdir()), process.env),
});

const client = createClient({ endpoint: task.endpoint, ports });
const ending = await client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'mints' }).then(
  ({ status }) => ({ status }),
  (error: unknown) => {
    if (!(error instanceof HttpFailure)) throw error;
    return { failure: error.message, sent: error.sent };
  },
);
// A socket that was destroyed is gone after the next turn of the event loop.
await new Promise((resolve) => setImmediate(resolve));
await new Promise((resolve) => setImmediate(resolve));
const open = process.getActiveResourcesInfo().filter((kind) => !/^(?:Pipe|TTY|Immediate)/.test(kind));
const modules = 'moduleLoadList' in process && Array.isArray(process.moduleLoadList) ? process.moduleLoadList : [];
const loaded = ['internal/deps/undici/undici', 'tls'].filter((name) => modules.includes(`NativeModule ${name}`));
const outcome: Outcome = { ...ending, notices: [...noted, ...ports.notices], open, loaded };
process.stdout.write(`${JSON.stringify(outcome)}\n`);
