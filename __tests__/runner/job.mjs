import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

import { GITHUB_TOKEN, readActionMetadata } from './action-metadata.mjs';
import { getIgnoringCase, setIgnoringCase } from './case-insensitive.mjs';
import { createCommandFiles } from './command-files.mjs';
import { createSecretMasker } from './secret-masker.mjs';
import { startStep } from './step.mjs';

/** @typedef {import('./secret-masker.mjs').Masking} Masking */
/** @typedef {import('./step.mjs').StepResult} StepResult */
/** @typedef {import('./step.mjs').RunningStep} RunningStep */
/** @typedef {import('./step.mjs').Annotation} Annotation */
/** @typedef {import('./condition.mjs').JobStatus} JobStatus */
/** @typedef {Readonly<Record<string, string | undefined>>} Variables a value of undefined counts as no entry */

/**
 * @typedef {object} JobOptions
 * @property {string} actionDirectory where the action.yml is that startAction runs when it names no other
 * @property {Variables} [environment] the job's `env`
 * @property {Variables} [context] overrides of the variables that the runner sets itself, after everything else: GITHUB_*, RUNNER_*, ACTIONS_*; undefined removes one. `RUNNER_DEBUG: '1'` is step debug; ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN stand for `id-token: write`; a command file may be pointed at a path that cannot be written
 * @property {unknown} [event] the payload in the file of GITHUB_EVENT_PATH
 * @property {Masking} [masking] `verbatim` unless given: what an action must survive on every runner
 * @property {readonly string[]} [secrets] values that the runner masks from the start, as it does with the workflow's secrets
 * @property {string} [githubToken] what `${{ github.token }}` stands for, masked from the start; empty unless given
 * @property {boolean} [stepDetails] whether each action's inputs and environment are printed before it starts, as GitHub's runner does. Off unless given: a credential shows there until something masks it (see `secrets`)
 * @property {string} [nodePath] the node that runs main and post
 * @property {Partial<import('./step.mjs').GraceTimes>} [grace] the runner's own times unless given
 */

/**
 * @typedef {object} ActionOptions
 * @property {Variables} [with] inputs
 * @property {Variables} [postWith] the inputs that post gets in place of `with`: GitHub evaluates them again, and gives the post of a nested composite action wrong ones
 * @property {string} [id] `mint` unless given; empty for a step without an id, which gets no outputs
 * @property {string} [name]
 * @property {Variables} [env] the step's `env`, for main and for post
 * @property {string} [actionDirectory]
 */

/**
 * @typedef {object} EndOptions
 * @property {boolean} [cancelled] whether the job is cancelled before the post steps run
 * @property {(temporaryDirectory: string) => void | Promise<void>} [beforeCleanup] called after the last post, before RUNNER_TEMP is emptied
 */

/**
 * @typedef {object} EndedJob
 * @property {readonly StepResult[]} posts in the order in which they ran; a post whose post-if was false is there as `skipped`
 * @property {JobStatus} conclusion
 * @property {string} log the masked log of the whole job
 */

/**
 * A job on an emulated runner. Steps run one after the other.
 *
 * @typedef {object} Job
 * @property {string} temp RUNNER_TEMP
 * @property {string} workspace GITHUB_WORKSPACE
 * @property {Readonly<Record<string, string>>} environment what a later `run` step sees of PATH and of the env context (GITHUB_ENV included)
 * @property {readonly string[]} masks every value registered so far, in order, those of `secrets` first
 * @property {string} log masked
 * @property {string} rawLog what the processes wrote, unmasked, commands included
 * @property {JobStatus} status
 * @property {(options?: ActionOptions) => RunningStep} startAction
 * @property {(options?: ActionOptions) => Promise<StepResult>} runAction
 * @property {(command: readonly string[], options?: { env?: Variables, id?: string }) => RunningStep} startCommand
 * @property {(command: readonly string[], options?: { env?: Variables, id?: string }) => Promise<StepResult>} runCommand a later `run` step
 * @property {(id: string) => Readonly<Record<string, string>>} outputs of a step that has ended, as `steps.<id>.outputs`
 * @property {(step: string | { readonly id: string }) => RunningStep} startPost starts the post of a step whatever its post-if says: to signal it, or to run it a second time with the same state. `end` does not run it again
 * @property {(options?: EndOptions) => Promise<EndedJob>} end runs the posts that have not run, last in first out, and empties RUNNER_TEMP
 * @property {() => Promise<void>} dispose ends what still runs (by pid) and removes the job's folders; may be called twice
 */

/**
 * Starts a job on an emulated GitHub Actions runner. It runs the action as it is packaged (`runs.main` and `runs.post` of its
 * action.yml, each as a process of its own) under the contract of actions/runner (read at the v2.336 line, August 2026), in
 * folders of its own. A step sees a clean environment and nothing of the caller's but PATH (on Windows: and what a process
 * needs to start there).
 *
 * Not emulated: expressions, `if`, `continue-on-error`, composite actions, containers, problem matchers, `pre`, background
 * steps, job outputs.
 *
 * @param {JobOptions} options
 * @returns {Promise<Job>}
 * @throws {Error} when an option is wrong
 */
export async function createJob(options) {
  const overrides = options.context ?? {};
  for (const name of Object.keys(overrides)) {
    if (!/^(GITHUB|RUNNER|ACTIONS)_/.test(name)) {
      throw new Error(`'${name}' is no variable that a runner sets (GITHUB_*, RUNNER_*, ACTIONS_*): use environment`);
    }
  }
  const windows = platform() === 'win32';
  const root = await mkdtemp(join(await realpath(tmpdir()), 'runner-emulator-'));
  const temp = join(root, '_temp');
  const workspace = join(root, 'consumer', 'consumer');
  const home = join(root, 'home');
  const scratch = join(root, 'tmp');
  for (const directory of [join(temp, '_github_workflow'), join(root, '_tool'), workspace, home, scratch]) {
    await mkdir(directory, { recursive: true });
  }
  const eventPath = join(temp, '_github_workflow', 'event.json');
  await writeFile(eventPath, JSON.stringify(options.event ?? {}));

  const nodePath = options.nodePath ?? process.execPath;
  const masker = createSecretMasker(options.masking ?? 'verbatim');
  /** @type {Set<string>} */
  const masks = new Set();
  // The runner masks the token for identity tokens (it is its own runtime token) before the first step.
  for (const secret of [
    ...(options.secrets ?? []),
    options.githubToken ?? '',
    overrides['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
    overrides['ACTIONS_RUNTIME_TOKEN'] ?? '',
  ]) {
    if (secret.trim() !== '') {
      masker.add(secret);
      masks.add(secret);
    }
  }

  const base = baseEnvironment(windows, home, scratch);
  const envContext = variables(windows, options.environment ?? {});
  /** @type {string[]} prepended paths, oldest first */
  let prepended = [];
  /** @type {string[]} */
  const log = [];
  /** @type {string[]} */
  const rawLog = [];
  /** @type {JobStatus} */
  let status = 'success';
  /** @type {Set<string>} ids of all steps, upper case */
  const ids = new Set();
  /** @type {Map<string, Readonly<Record<string, string>>>} */
  const outputsById = new Map();
  /** @typedef {{ id: string, hasRun: boolean, condition: (status: JobStatus) => boolean, start: () => RunningStep, name: string, state: Map<string, string> }} Post */
  /** @type {Post[]} in the order of registration */
  const posts = [];
  /** @type {RunningStep | undefined} */
  let running;
  let disposed = false;

  /** @type {import('./step.mjs').StepContext} */
  const stepContext = {
    masker,
    debug: overrides['RUNNER_DEBUG'] === '1',
    windows,
    grace: {
      interruptMilliseconds: options.grace?.interruptMilliseconds ?? 7500,
      terminateMilliseconds: options.grace?.terminateMilliseconds ?? 2500,
      streamMilliseconds: options.grace?.streamMilliseconds ?? 5000,
    },
    writeLog: (line) => log.push(line),
    writeRawLog: (line) => rawLog.push(line),
    recordMask: (value) => masks.add(value),
    exportVariable: (name, value) => {
      setVariable(windows, envContext, name, value);
    },
    addPath: (path) => {
      prepended = [...prepended.filter((known) => known !== path), path];
    },
    cancelJob: () => {
      status = 'cancelled';
    },
  };

  /**
   * Lays the layers over each other in the runner's order, later ones winning.
   *
   * @param {{ env: Variables, state?: ReadonlyMap<string, string>, inputs?: ReadonlyMap<string, string>, contexts?: Variables }} layers
   * @returns {Record<string, string>}
   */
  const compose = ({ env, state = new Map(), inputs = new Map(), contexts = {} }) => {
    const composed = new Map(base);
    /** @param {Iterable<readonly [string, string]>} layer */
    const lay = (layer) => {
      for (const [name, value] of layer) {
        setVariable(windows, composed, name, value);
      }
    };
    lay(envContext);
    lay(variables(windows, env));
    lay(Array.from(state, ([name, value]) => /** @type {const} */ ([`STATE_${name}`, value])));
    lay(Array.from(inputs, ([name, value]) => /** @type {const} */ ([inputVariable(name), value])));
    if (prepended.length > 0) {
      const original = windows ? getIgnoringCase(composed, 'PATH') : composed.get('PATH');
      lay([['PATH', [...prepended.toReversed(), original ?? ''].join(delimiter)]]);
    }
    lay(variables(windows, contexts));
    lay([['GITHUB_ACTIONS', 'true']]);
    if (!composed.has('CI')) {
      lay([['CI', 'true']]);
    }
    return Object.fromEntries(composed);
  };

  /** @param {string} id @param {import('./command-files.mjs').CommandFiles} files @returns {Variables} */
  const contextsOf = (id, files) => ({
    ...defaultContexts(),
    GITHUB_ACTION: id,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(root, '_tool'),
    RUNNER_WORKSPACE: join(root, 'consumer'),
    ...files,
    ...overrides,
  });

  /** @param {() => RunningStep} start @returns {RunningStep} */
  const occupy = (start) => {
    if (disposed) {
      throw new Error('The job is disposed of: no step can start');
    }
    if (running !== undefined) {
      throw new Error(`The step '${running.id}' is still running: steps of a job run one after the other`);
    }
    const step = start();
    const result = step.result.then((ended) => {
      running = undefined;
      if (ended.conclusion === 'failure' && status === 'success') {
        status = 'failure';
      }
      if (ended.id !== '') {
        outputsById.set(ended.id.toUpperCase(), { ...outputsById.get(ended.id.toUpperCase()), ...ended.outputs });
      }
      return ended;
    });
    running = { ...step, result };
    return running;
  };

  /** @param {string} id */
  const claimId = (id) => {
    if (id !== '' && ids.has(id.toUpperCase())) {
      throw new Error(`The job has a step with the id '${id}' already: give this one another id`);
    }
    ids.add(id.toUpperCase());
  };

  /** @param {ActionOptions} action @returns {RunningStep} */
  const startAction = (action = {}) => {
    const id = action.id ?? 'mint';
    const name = action.name ?? 'Run mint-token/mint-token@v1';
    const metadata = readActionMetadata(resolve(action.actionDirectory ?? options.actionDirectory));
    /** @type {Map<string, string>} */
    const state = new Map();

    /** @param {'main' | 'post'} stage @param {string} script @param {boolean} survivesCancellation */
    const start = (stage, script, survivesCancellation) => {
      const given = variables(true, (stage === 'post' ? action.postWith : undefined) ?? action.with ?? {});
      const { inputs, warnings } = evaluateInputs(metadata, given, options.githubToken ?? '');
      const files = createCommandFiles(temp);
      return startStep(stepContext, {
        id,
        name: stage === 'post' ? `Post ${name}` : name,
        file: nodePath,
        arguments: [script],
        directory: workspace,
        environment: compose({ env: action.env ?? {}, state, inputs, contexts: contextsOf(id, files) }),
        files,
        state,
        heading: stage === 'post' ? ['Post job cleanup.'] : heading(name, inputs, action.env ?? {}),
        warnings,
        announcesExitCode: false,
        survivesCancellation,
      });
    };

    return occupy(() => {
      claimId(id);
      // Before main starts: whatever becomes of main, its post runs.
      if (metadata.post !== undefined) {
        const { script, condition } = metadata.post;
        posts.push({
          id,
          name: `Post ${name}`,
          state,
          hasRun: false,
          condition,
          start: () => start('post', script, condition('cancelled')),
        });
      }
      return start('main', metadata.main, false);
    });
  };

  /** @param {string} name @param {ReadonlyMap<string, string>} inputs @param {Variables} env @returns {readonly string[]} */
  const heading = (name, inputs, env) => {
    if (options.stepDetails !== true) {
      return [];
    }
    const given = Array.from(inputs).filter(([, value]) => value !== '');
    const merged = new Map(envContext);
    for (const [variable, value] of variables(windows, env)) {
      setVariable(windows, merged, variable, value);
    }
    return [
      `##[group]${name}`,
      ...(given.length > 0 ? ['with:', ...given.map(([input, value]) => `  ${input}: ${value}`)] : []),
      ...(merged.size > 0 ? ['env:', ...Array.from(merged, ([variable, value]) => `  ${variable}: ${value}`)] : []),
      '##[endgroup]',
    ];
  };

  /** @type {Job['startCommand']} */
  const startCommand = (command, { env = {}, id = '' } = {}) => {
    const [file, ...parameters] = command;
    if (file === undefined) {
      throw new Error('A command has at least one word');
    }
    return occupy(() => {
      claimId(id);
      const files = createCommandFiles(temp);
      const contexts = Object.entries(contextsOf(id === '' ? '__run' : id, files)).filter(
        // A run step gets the identity token variables, but none of the other services of the runner.
        ([name]) => !name.startsWith('ACTIONS_') || name.startsWith('ACTIONS_ID_TOKEN_REQUEST_'),
      );
      return startStep(stepContext, {
        id,
        name: `Run ${command.join(' ')}`,
        file,
        arguments: parameters,
        directory: workspace,
        environment: compose({ env, contexts: Object.fromEntries(contexts) }),
        files,
        state: new Map(),
        heading: heading(`Run ${command.join(' ')}`, new Map(), env),
        warnings: [],
        announcesExitCode: true,
        survivesCancellation: false,
      });
    });
  };

  /** @param {Post} post @returns {RunningStep} */
  const startPostStep = (post) =>
    occupy(() => {
      post.hasRun = true;
      return post.start();
    });

  return {
    temp,
    workspace,
    get environment() {
      return compose({ env: {} });
    },
    get masks() {
      return [...masks];
    },
    get log() {
      return log.join('\n');
    },
    get rawLog() {
      return rawLog.join('\n');
    },
    get status() {
      return status;
    },
    startAction,
    runAction: (action) => startAction(action).result,
    startCommand,
    runCommand: (command, commandOptions) => startCommand(command, commandOptions).result,
    outputs: (id) => {
      const found = outputsById.get(id.toUpperCase());
      if (found === undefined) {
        throw new Error(`No step with the id '${id}' has ended`);
      }
      return found;
    },
    startPost: (step) => {
      const id = typeof step === 'string' ? step : step.id;
      const post = posts.find((candidate) => candidate.id.toUpperCase() === id.toUpperCase());
      if (post === undefined) {
        throw new Error(`The step '${id}' has no post: its action declares none, or its main was never started`);
      }
      return startPostStep(post);
    },
    end: async ({ cancelled = false, beforeCleanup = () => {} } = {}) => {
      if (cancelled) {
        status = 'cancelled';
      }
      /** @type {StepResult[]} */
      const results = [];
      for (const post of posts.toReversed()) {
        if (!post.hasRun) {
          results.push(post.condition(status) ? await startPostStep(post).result : skipped(post));
        }
      }
      await beforeCleanup(temp);
      for (const entry of await readdir(temp)) {
        await rm(join(temp, entry), { recursive: true, force: true, maxRetries: 3 });
      }
      return { posts: results, conclusion: status, log: log.join('\n') };
    },
    dispose: async () => {
      disposed = true;
      if (running !== undefined) {
        running.kill('SIGKILL');
        await running.result;
      }
      await rm(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** @param {{ id: string, name: string, state: ReadonlyMap<string, string> }} post @returns {StepResult} */
function skipped({ id, name, state }) {
  return {
    id,
    name,
    exitCode: null,
    signal: null,
    conclusion: 'skipped',
    log: '',
    rawLog: '',
    annotations: [],
    outputs: {},
    state: Object.fromEntries(state),
    exported: {},
    paths: [],
    summary: '',
    rawSummary: '',
    masks: [],
    commandErrors: [],
    milliseconds: 0,
  };
}

/**
 * The inputs of one stage: all that are declared, with their defaults, and those that the user wrote without their being
 * declared, which the runner hands on with a warning. A required input that is missing is not the runner's business.
 *
 * @param {import('./action-metadata.mjs').ActionMetadata} metadata
 * @param {ReadonlyMap<string, string>} given
 * @param {string} githubToken
 * @returns {{ inputs: ReadonlyMap<string, string>, warnings: readonly string[] }}
 */
function evaluateInputs(metadata, given, githubToken) {
  /** @type {Map<string, string>} */
  const inputs = new Map(given);
  /** @type {string[]} */
  const warnings = [];
  for (const [name, declared] of metadata.inputs) {
    const value = getIgnoringCase(given, name);
    if (value === undefined) {
      inputs.set(name, declared.default === GITHUB_TOKEN ? githubToken : declared.default);
    } else if (declared.deprecationMessage !== undefined) {
      warnings.push(`Input '${name}' has been deprecated with message: ${declared.deprecationMessage}`);
    }
  }
  const unexpected = [...given.keys()].filter((name) => getIgnoringCase(metadata.inputs, name) === undefined);
  if (unexpected.length > 0) {
    warnings.push(
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...metadata.inputs.keys()].join("', '")}']`,
    );
  }
  return { inputs, warnings };
}

/** @param {string} name @returns {string} only blanks are replaced: a hyphen stays */
function inputVariable(name) {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** @param {boolean} windows @param {Map<string, string>} map @param {string} name @param {string} value */
function setVariable(windows, map, name, value) {
  if (windows) {
    setIgnoringCase(map, name, value);
  } else {
    map.set(name, value);
  }
}

/** @param {boolean} ignoringCase @param {Variables} record @returns {Map<string, string>} without the undefined ones */
function variables(ignoringCase, record) {
  /** @type {Map<string, string>} */
  const map = new Map();
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined) {
      setVariable(ignoringCase, map, name, value);
    }
  }
  return map;
}

/**
 * What a process needs to start at all. Everything but PATH (and the places of the system on Windows) is the job's own.
 *
 * @param {boolean} windows
 * @param {string} home
 * @param {string} scratch
 * @returns {ReadonlyMap<string, string>}
 */
function baseEnvironment(windows, home, scratch) {
  const inherited = windows
    ? ['PATH', 'PATHEXT', 'SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'ProgramFiles', 'ProgramData']
    : ['PATH'];
  const own = windows
    ? { USERPROFILE: home, HOME: home, APPDATA: home, LOCALAPPDATA: home, TEMP: scratch, TMP: scratch }
    : { HOME: home, LANG: 'C.UTF-8', TMPDIR: scratch };
  return variables(windows, { ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])), ...own });
}

/** @returns {Record<string, string>} the runner's contexts in a push to the default branch of a made-up repository */
function defaultContexts() {
  const operatingSystem = { win32: 'Windows', darwin: 'macOS' };
  const system = platform();
  const architecture = { ia32: 'X86', x64: 'X64', arm: 'ARM', arm64: 'ARM64' };
  const processor = arch();
  return {
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTION_REPOSITORY: 'mint-token/mint-token',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'build',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/consumer',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '6811672',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '16580001234',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'build',
    GITHUB_WORKFLOW_REF: 'octo-org/consumer/.github/workflows/build.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: '0123456789abcdef0123456789abcdef01234567',
    RUNNER_ARCH: processor in architecture ? architecture[/** @type {keyof typeof architecture} */ (processor)] : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS:
      system in operatingSystem ? operatingSystem[/** @type {keyof typeof operatingSystem} */ (system)] : 'Linux',
  };
}
