import { endProcess } from '../host/process-end.js';
import { writeAll, writeIfRead } from '../host/write-all.js';
import { messageOf, quote } from '../request/shown-text.js';
import { VERSION } from '../version.js';

/** What the command does, each loaded when it is asked for. */
const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  create: async (words) => (await import('./command-create.js')).run(words),
  exec: async (words) => (await import('./command-exec.js')).run(words),
  list: async (words) =>
    (await import('./command-admin.js')).runAdmin('list', words, async () => (await import('../verbs/list.js')).list),
  revoke: async (words) => (await import('./command-revoke.js')).run(words),
  update: async (words) =>
    (await import('./command-admin.js')).runAdmin(
      'update',
      words,
      async () => (await import('../verbs/update.js')).update,
    ),
  sweep: async (words) => (await import('./command-sweep.js')).run(words),
  completion: async (words) => (await import('./command-help.js')).printCompletion(words, Object.keys(VERBS)),
  help: async (words) => (await import('./command-help.js')).printHelp(words, Object.keys(VERBS)),
};

async function runCommand([verb, ...words]: readonly string[]): Promise<number> {
  if (verb === '--version' || verb === '-V') {
    writeAll(1, `${VERSION}\n`);
    return 0;
  }
  if (verb === '--help' || verb === '-h') return runCommand(['help', ...words]);
  const run = Object.hasOwn(VERBS, verb ?? '') ? VERBS[verb ?? ''] : undefined;
  if (run !== undefined) return run(words);
  const { nearestName } = await import('../request/inputs.js');
  const near = verb === undefined ? undefined : nearestName(verb, Object.keys(VERBS));
  const found = verb === undefined ? 'no verb is given' : `${quote(verb)} is no verb`;
  const meant = near === undefined ? '' : `. Did you mean ${near}?`;
  writeIfRead(
    2,
    `error: ${found}; expected one of ${Object.keys(VERBS).join(', ')}${meant}\nmint-token help says more\n`,
  );
  return 2;
}

void runCommand(process.argv.slice(2))
  .catch((error: unknown) => {
    // What a verb tells of a failure it tells itself. Here stands what nobody expected, such as a closed standard output.
    writeIfRead(2, `error: ${messageOf(error)}\n`);
    return 1;
  })
  .then(endProcess);
