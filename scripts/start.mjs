import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm start`: runs the committed action of this checkout as GitHub's runner would, with nothing installed, and prints what
// a user sees. Written so that an old Node can still read the file and say what it lacks.

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `mint-token: npm start needs Node 20 or later; this is ${process.version} (${process.execPath}). Install a newer Node and run it again.`,
  );
  process.exitCode = 1;
} else {
  start().catch((/** @type {unknown} */ error) => {
    console.error(`mint-token: npm start failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}

/**
 * Mints a Datasette token in one step of a job, uses it in the next, and ends the job.
 *
 * @returns {Promise<void>} sets the exit code to 1 when a step failed, when there is no token, or when it shows in the log
 * @throws {Error} when the action is not built, or its action.yml is beyond the emulator
 */
async function start() {
  const { createJob } = await import('../__tests__/runner/job.mjs');
  // Made for this run and forgotten with it.
  const secret = randomBytes(32).toString('hex');
  const grants = 'content: view-database\ncontent releases: insert-row, update-row\n';
  const inputs = { type: 'datasette', actor: 'release-bot', grants, expires_in: '10m' };
  const show = 'console.log("Authorization: Bearer " + process.env.DATASETTE_TOKEN)';

  heading('The steps, as they stand in a workflow');
  print([
    '- uses: mint-token/mint-token@v1',
    '  id: mint',
    '  with:',
    ...Object.entries(inputs).flatMap(([name, value]) => yamlEntry(name, value)),
    '    credential: ${{ secrets.DATASETTE_SECRET }}',
    `- run: node -e '${show}'`,
    '  env:',
    '    DATASETTE_TOKEN: ${{ steps.mint.outputs.token }}',
  ]);

  const job = await createJob({
    actionDirectory: join(dirname(fileURLToPath(import.meta.url)), '..'),
    masking: 'github',
    secrets: [secret],
    stepDetails: true,
  });
  try {
    const mint = await job.runAction({ with: { ...inputs, credential: secret } });
    heading('The log of the step');
    print(mint.log.split('\n'));

    heading('Its outputs');
    const token = mint.outputs['token'] ?? '';
    // A log shows an output like this; the values themselves go to the later steps.
    const masked = (/** @type {string} */ value) =>
      job.masks.reduce((text, mask) => text.replaceAll(mask, '***'), value);
    print(Object.entries(mint.outputs).map(([name, value]) => `${name}: ${masked(value)}`));

    heading('Its summary on the page of the run');
    print(mint.summary.trimEnd().split('\n'));

    if (mint.conclusion === 'success') {
      const use = await job.runCommand([process.execPath, '-e', show], { env: { DATASETTE_TOKEN: token } });
      heading('The log of the step that uses the token');
      print(use.log.split('\n'));
    }

    const ended = await job.end();
    heading('The log of the post step');
    print(ended.posts.flatMap((post) => post.log.split('\n')));

    const problems = [
      ...(ended.conclusion === 'success' ? [] : [`the job's conclusion is ${ended.conclusion}`]),
      ...(token === '' ? ['there is no token'] : []),
      ...(token !== '' && !job.masks.includes(token) ? ['the token was not masked'] : []),
      ...(token !== '' && ended.log.includes(token) ? ['the token shows in the log'] : []),
      ...(ended.posts.length === 1 ? [] : [`${ended.posts.length} post steps ran, not one`]),
    ];
    heading(problems.length === 0 ? 'The job succeeded' : 'The job failed');
    print(problems);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await job.dispose();
  }
}

/** @param {string} name @param {string} value @returns {readonly string[]} lines of a step's `with` */
function yamlEntry(name, value) {
  return value.includes('\n')
    ? [
        `    ${name}: |`,
        ...value
          .trimEnd()
          .split('\n')
          .map((line) => `      ${line}`),
      ]
    : [`    ${name}: ${value}`];
}

/** @param {string} title */
function heading(title) {
  console.log(`\n=== ${title}`);
}

/** @param {readonly string[]} lines */
function print(lines) {
  for (const line of lines) {
    console.log(`  ${line}`.trimEnd());
  }
}
