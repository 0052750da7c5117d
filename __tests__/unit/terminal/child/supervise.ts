import { openStreams, streamsToMask } from '../../../../src/terminal/command-streams.js';
import { openLog } from '../../../../src/terminal/held-log.js';
import { makePipes } from '../../../../src/terminal/pipes.js';
import { listenForSignals } from '../../../../src/terminal/signals.js';
import { hasTerminal, startCommand } from '../../../../src/terminal/supervised-command.js';

/** What the child is told on its command line, as JSON. */
export interface Task {
  readonly command: readonly [path: string, ...arguments: string[]];
  readonly secrets?: readonly string[];
  readonly killAfter?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

// Runs a command as `exec` does, without a token, and says on standard error how it went.
const { command, secrets = [], killAfter = 10_000, environment } = JSON.parse(process.argv[2] ?? '') as Task;
const signals = listenForSignals();
const log = openLog();
const masked = streamsToMask();
const pipes = await makePipes(
  masked.map(() => 'waits'),
  process.env,
);
const streams = openStreams(masked, pipes, secrets, log.outputs);
const inherited = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
);
const [path, ...rest] = command;
try {
  const running = await startCommand({
    path,
    name: 'the-command',
    arguments: rest,
    environment: environment ?? inherited,
    streams,
    atTerminal: hasTerminal(),
    killAfter,
  });
  signals.tell(running.pass);
  log.write(`started ${running.pid} ${running.group === undefined ? 'without' : 'with'} a group\n`);
  await running.allEnded;
  log.write(`all ended: ${JSON.stringify(await running.ended)}\n`);
  await streams.finish();
} catch (error) {
  log.write(`not started: ${String(error)}\n`);
}
await log.written();
process.exit(0);
