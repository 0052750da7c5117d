import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { parsePairs, readCommandFile, summaryLimitBytes } from './command-files.mjs';
import { setIgnoringCase } from './case-insensitive.mjs';
import { createLineSplitter, parseCommand } from './workflow-commands.mjs';

/** @typedef {'success' | 'failure' | 'cancelled' | 'skipped'} Conclusion */

/**
 * @typedef {object} Annotation
 * @property {'error' | 'warning' | 'notice'} level
 * @property {string} title the property of that name, or empty
 * @property {string} message masked
 * @property {Readonly<Record<string, string>>} properties **not** masked, as in GitHub's runner: a secret in a title leaks
 */

/**
 * What one step did.
 *
 * @typedef {object} StepResult
 * @property {string} id
 * @property {string} name
 * @property {number | null} exitCode null when a signal ended it, or when it never started
 * @property {NodeJS.Signals | null} signal
 * @property {Conclusion} conclusion
 * @property {string} log the masked lines, as a person sees them
 * @property {string} rawLog every line as the process wrote it to stdout or stderr, commands included, unmasked
 * @property {readonly Annotation[]} annotations
 * @property {Readonly<Record<string, string>>} outputs not masked; empty for a step without an id
 * @property {Readonly<Record<string, string>>} state what main and post of this step share, after this step
 * @property {Readonly<Record<string, string>>} exported what this step put in GITHUB_ENV
 * @property {readonly string[]} paths what this step put in GITHUB_PATH
 * @property {string} summary masked line by line; empty when there is none or when it was too large
 * @property {string} rawSummary unmasked
 * @property {readonly string[]} masks the values that this step gave to add-mask, in order
 * @property {readonly string[]} commandErrors what failed the step in its commands and command files
 * @property {number} milliseconds from the start of the process until its streams were closed
 */

/**
 * A step whose process is running.
 *
 * @typedef {object} RunningStep
 * @property {string} id
 * @property {number | undefined} pid undefined when the process could not be started
 * @property {(signal: NodeJS.Signals) => boolean} kill sends one signal to the node process and to it alone; the job is not cancelled
 * @property {() => Promise<void>} cancel the job is cancelled: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL; resolves when the process is gone. A step whose condition still holds in a cancelled job (a post with always()) goes on
 * @property {() => Promise<void>} timeOut the step's `timeout-minutes` ends: the same signals, but the step has failed and the job goes on
 * @property {Promise<StepResult>} result never rejects for what the process does
 * @property {(predicate: (line: string) => boolean) => Promise<string>} stdoutLine the first line of stdout, of those written already and those to come, that the predicate accepts (unmasked, commands included); rejects when the process ends without it
 */

/**
 * @typedef {object} StepPlan
 * @property {string} id
 * @property {string} name
 * @property {string} file the executable
 * @property {readonly string[]} arguments
 * @property {string} directory where the process starts
 * @property {Readonly<Record<string, string>>} environment
 * @property {import('./command-files.mjs').CommandFiles} files
 * @property {Map<string, string>} state shared by main and post
 * @property {readonly string[]} heading lines that the runner prints before the process starts
 * @property {readonly string[]} warnings what the runner warns about before the process starts
 * @property {boolean} announcesExitCode whether a failed process is an error of its own in the log, as for `run` steps
 * @property {boolean} survivesCancellation whether its condition still holds when the job is cancelled
 */

/**
 * What a step needs of its job.
 *
 * @typedef {object} StepContext
 * @property {import('./secret-masker.mjs').SecretMasker} masker
 * @property {boolean} debug step debug: debug lines show, and commands are echoed
 * @property {boolean} windows
 * @property {GraceTimes} grace
 * @property {(line: string) => void} writeLog takes a masked line
 * @property {(line: string) => void} writeRawLog
 * @property {(value: string) => void} recordMask
 * @property {(name: string, value: string) => void} exportVariable
 * @property {(path: string) => void} addPath
 * @property {() => void} cancelJob
 */

/**
 * @typedef {object} GraceTimes all in milliseconds
 * @property {number} interruptMilliseconds between SIGINT and SIGTERM; the runner's value is 7500
 * @property {number} terminateMilliseconds between SIGTERM and SIGKILL; the runner's value is 2500
 * @property {number} streamMilliseconds how long a child that holds stdout or stderr may delay the step after the process has ended; the runner's value is 5000
 */

/**
 * Starts the process of one step and emulates the runner around it. Commands act while the process runs, in the order in
 * which the lines arrive (GitHub's runner handles the stderr lines of a batch before its stdout lines, so that a secret on
 * stderr may be logged before the mask that stdout registered earlier: never rely on an order between the two). Command
 * files are read once, after the process has ended, however it ended.
 *
 * On Windows Node can send no Ctrl-C or Ctrl-Break to a child: there each of the signals ends the process at once.
 *
 * @param {StepContext} context
 * @param {StepPlan} plan
 * @returns {RunningStep}
 */
export function startStep(context, plan) {
  const { masker } = context;
  /** @type {string[]} */
  const log = [];
  /** @type {string[]} */
  const rawLog = [];
  /** @type {string[]} */
  const stdoutLines = [];
  /** @type {Annotation[]} */
  const annotations = [];
  /** @type {string[]} */
  const masks = [];
  /** @type {string[]} */
  const commandErrors = [];
  /** @type {string[]} */
  const paths = [];
  /** @type {Map<string, string>} */
  const outputs = new Map();
  /** @type {Map<string, string>} */
  const exported = new Map();
  /** @type {{ predicate: (line: string) => boolean, resolve: (line: string) => void, reject: (error: Error) => void }[]} */
  let waiting = [];
  /** @type {string | undefined} */
  let stopToken;
  let echo = context.debug;

  /** @param {string} text one or more lines; masked as one text, like the runner's `Write` */
  const write = (text) => {
    for (const line of masker.mask(text).split(/\r?\n/)) {
      log.push(line);
      context.writeLog(line);
    }
  };
  /** @param {string} text */
  const debug = (text) => {
    if (context.debug) {
      for (const line of text.split(/\r?\n/)) {
        write(`##[debug]${line}`);
      }
    }
  };
  /** @param {Annotation['level']} level @param {string} message @param {ReadonlyMap<string, string>} [properties] */
  const annotate = (level, message, properties = new Map()) => {
    annotations.push({
      level,
      title: properties.get('title') ?? '',
      message: masker.mask(message),
      properties: Object.fromEntries(properties),
    });
    write(`##[${level}]${message}`);
  };
  /** @param {string} what @param {unknown} error */
  const failCommand = (what, error) => {
    const message = error instanceof Error ? error.message : String(error);
    annotate('error', what);
    annotate('error', message);
    commandErrors.push(`${what} ${message}`);
  };
  /** @param {string} name @param {string} value */
  const saveState = (name, value) => {
    setIgnoringCase(plan.state, name, value);
    debug(`Save intra-action state ${name} = ${value}`);
  };
  /** @param {string} name @param {string} value */
  const setOutput = (name, value) => {
    // A step without an id has a generated one, which begins with two underscores, and gets no outputs.
    if (plan.id !== '' && !plan.id.startsWith('__')) {
      setIgnoringCase(outputs, name, value);
      debug(`Set output ${name} = ${value}`);
    }
  };

  /** @param {import('./workflow-commands.mjs').WorkflowCommand} command @param {string} line */
  const perform = ({ name, properties, data }, line) => {
    /** @returns {string} */
    const requiredName = () => {
      const value = properties.get('name');
      if (value === undefined) {
        throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
      }
      return value;
    };
    if (echo && ['save-state', 'set-output', 'set-env', 'add-path', 'group', 'endgroup', 'echo'].includes(name)) {
      write(line);
    }
    switch (name) {
      case 'add-mask':
        if (data.trim() === '') {
          annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
        } else {
          if (echo) {
            write('::add-mask::***');
          }
          masker.add(data);
          masks.push(data);
          context.recordMask(data);
        }
        return;
      case 'error':
      case 'warning':
      case 'notice':
        annotate(name, data, properties);
        return;
      case 'debug':
        debug(data);
        return;
      case 'group':
        write(`##[group]${data}`);
        return;
      case 'endgroup':
        write('##[endgroup]');
        return;
      case 'save-state':
        saveState(requiredName(), data);
        annotate('warning', 'The `save-state` command is deprecated. Please upgrade to using Environment Files.');
        return;
      case 'set-output':
        setOutput(requiredName(), data);
        annotate('warning', 'The `set-output` command is deprecated. Please upgrade to using Environment Files.');
        return;
      case 'echo':
        if (!/^\s*(on|off)\s*$/i.test(data)) {
          throw new Error(
            `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`,
          );
        }
        echo = data.trim().toLowerCase() === 'on';
        return;
      case 'set-env':
      case 'add-path':
        // ACTIONS_ALLOW_UNSECURE_COMMANDS, which allows both on GitHub, is not emulated.
        throw new Error(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`);
      default:
        throw new Error(`The runner emulator has no problem matchers: ${name}`);
    }
  };

  /** @param {string} line */
  const takeLine = (line) => {
    rawLog.push(line);
    context.writeRawLog(line);
    const command = parseCommand(line, stopToken);
    if (command === undefined) {
      write(line);
    } else if (stopToken !== undefined) {
      write(line);
      if (command.name.toLowerCase() === stopToken.toLowerCase()) {
        stopToken = undefined;
      }
    } else {
      try {
        if (command.name === 'stop-commands') {
          if (
            command.data === '' ||
            command.data === 'pause-logging' ||
            parseCommand(`::${command.data}::`, undefined)
          ) {
            throw new Error(`'${command.data}' is no valid token: it is empty or the name of a command.`);
          }
          write(line);
          stopToken = command.data;
        } else {
          perform(command, line);
        }
      } catch (error) {
        // The runner shows the line itself only for commands that may be echoed, and so never a secret of add-mask.
        const omitted = ['add-mask', 'debug', 'error', 'warning', 'notice'].includes(command.name);
        failCommand(`Unable to process command '${omitted ? command.name : line}' successfully.`, error);
      }
    }
  };

  for (const line of plan.heading) {
    write(line);
  }
  for (const warning of plan.warnings) {
    annotate('warning', warning);
  }

  const begun = performance.now();
  /** @type {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, import('node:stream').Readable> | undefined} */
  let child;
  /** @type {unknown} */
  let startError;
  try {
    child = spawn(plan.file, plan.arguments, {
      cwd: plan.directory,
      env: plan.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    // Node throws for some failures (an environment that is too large: E2BIG) and emits an event for the others (ENOENT).
    startError = error;
  }
  let ended = child === undefined;
  /** @type {'cancelled' | 'timed out' | undefined} */
  let interruption;
  /** @type {Promise<void> | undefined} */
  let stopping;
  /** @type {(value: void) => void} */
  let markGone = () => {};
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    markGone = resolve;
  });

  /** Reads what the process left in its files, each file for itself: one that is broken does not stop the others. */
  const processCommandFiles = () => {
    /** @param {'path' | 'env' | 'step_summary' | 'state' | 'output'} name @param {() => void} read */
    const attempt = (name, read) => {
      try {
        read();
      } catch (error) {
        failCommand(`Unable to process file command '${name}' successfully.`, error);
      }
    };
    attempt('path', () => {
      for (const path of readCommandFile(plan.files.GITHUB_PATH).split(/\r\n|\r|\n/)) {
        if (path !== '') {
          paths.push(path);
          context.addPath(path);
        }
      }
    });
    attempt('env', () => {
      for (const { name, value } of parsePairs(readCommandFile(plan.files.GITHUB_ENV), context.windows)) {
        if (name.toUpperCase() === 'NODE_OPTIONS') {
          // An error that does not fail the step, as in the runner.
          annotate('error', `Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
        } else {
          exported.set(name, value);
          context.exportVariable(name, value);
          debug(`${name}='${value}'`);
        }
      }
    });
    attempt('step_summary', () => {
      const text = readCommandFile(plan.files.GITHUB_STEP_SUMMARY);
      const bytes = Buffer.byteLength(text);
      if (bytes > summaryLimitBytes) {
        annotate(
          'error',
          `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimitBytes / 1024}k, got ${Math.floor(bytes / 1024)}k.`,
        );
      } else {
        rawSummary = text;
      }
    });
    attempt('state', () => {
      for (const { name, value } of parsePairs(readCommandFile(plan.files.GITHUB_STATE), context.windows)) {
        saveState(name, value);
      }
    });
    attempt('output', () => {
      for (const { name, value } of parsePairs(readCommandFile(plan.files.GITHUB_OUTPUT), context.windows)) {
        setOutput(name, value);
      }
    });
  };
  let rawSummary = '';

  /** @returns {Promise<{ exitCode: number | null, signal: NodeJS.Signals | null }>} */
  const run = async () => {
    if (child === undefined) {
      return { exitCode: null, signal: null };
    }
    const splitters = [
      { stream: child.stdout, splitter: createLineSplitter(takeStdoutLine) },
      { stream: child.stderr, splitter: createLineSplitter(takeLine) },
    ];
    for (const { stream, splitter } of splitters) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        splitter.write(chunk);
      });
    }
    child.stdin.on('error', () => {
      // The process ended before its stdin was closed: nothing was to be written there.
    });
    child.stdin.end();
    const closed = once(child, 'close').catch(() => {
      // A process that could not be started: once() rejects with the error that is taken below.
    });
    const { exitCode, signal } = await new Promise(
      (/** @type {(end: { exitCode: number | null, signal: NodeJS.Signals | null }) => void} */ resolve) => {
        child.on('exit', (code, by) => {
          resolve({ exitCode: code, signal: by });
        });
        child.on('error', (error) => {
          if (child.pid === undefined) {
            startError = error;
            resolve({ exitCode: null, signal: null });
          }
        });
      },
    );
    ended = true;
    markGone();
    // A grandchild that holds the streams delays the step for a while, and no longer.
    await Promise.race([closed, delay(context.grace.streamMilliseconds, undefined, { ref: false })]);
    for (const { stream, splitter } of splitters) {
      stream.removeAllListeners('data');
      stream.destroy();
      splitter.end();
    }
    return { exitCode, signal };
  };

  /** @param {string} line */
  const takeStdoutLine = (line) => {
    takeLine(line);
    stdoutLines.push(line);
    waiting = waiting.filter(({ predicate, resolve, reject }) => {
      try {
        if (!predicate(line)) {
          return true;
        }
        resolve(line);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      return false;
    });
  };

  /** @returns {Promise<StepResult>} */
  const finish = async () => {
    const { exitCode, signal } = await run();
    const milliseconds = performance.now() - begun;
    if (startError !== undefined) {
      failCommand(`Unable to start ${plan.file}.`, startError);
    }
    processCommandFiles();
    for (const { reject } of waiting) {
      reject(new Error(`${plan.name} ended (${endOf(exitCode, signal)}) without the line that was waited for`));
    }
    waiting = [];
    if (interruption === 'cancelled') {
      annotate('error', 'The operation was canceled.');
    } else if (interruption === 'timed out') {
      annotate('error', `The action '${plan.name}' has timed out.`);
    } else if (plan.announcesExitCode && exitCode !== 0) {
      annotate('error', `Process completed with ${endOf(exitCode, signal)}.`);
    }
    const failed = exitCode !== 0 || commandErrors.length > 0 || interruption === 'timed out';
    return {
      id: plan.id,
      name: plan.name,
      exitCode,
      signal,
      conclusion: interruption === 'cancelled' ? 'cancelled' : failed ? 'failure' : 'success',
      log: log.join('\n'),
      rawLog: rawLog.join('\n'),
      annotations,
      outputs: Object.fromEntries(outputs),
      state: Object.fromEntries(plan.state),
      exported: Object.fromEntries(exported),
      paths,
      summary: rawSummary
        .split(/\r\n|\r|\n/)
        .map((line) => masker.mask(line))
        .join('\n'),
      rawSummary,
      masks,
      commandErrors,
      milliseconds,
    };
  };

  /** @param {'cancelled' | 'timed out'} reason */
  const interrupt = async (reason) => {
    interruption = reason;
    /** @param {NodeJS.Signals} signal @param {number} milliseconds @returns {Promise<boolean>} whether it is gone */
    const signalAndWait = (signal, milliseconds) => {
      child?.kill(signal);
      // A timer that is left over holds up nothing.
      return Promise.race([gone.then(() => true), delay(milliseconds, false, { ref: false })]);
    };
    const isGone =
      (await signalAndWait('SIGINT', context.grace.interruptMilliseconds)) ||
      (await signalAndWait('SIGTERM', context.grace.terminateMilliseconds));
    if (!isGone) {
      child?.kill('SIGKILL');
      await gone;
    }
  };

  return {
    id: plan.id,
    pid: child?.pid,
    kill: (signal) => !ended && (child?.kill(signal) ?? false),
    cancel: async () => {
      context.cancelJob();
      if (!ended && !plan.survivesCancellation) {
        stopping ??= interrupt('cancelled');
      }
      await stopping;
    },
    timeOut: async () => {
      if (!ended) {
        stopping ??= interrupt('timed out');
      }
      await stopping;
    },
    stdoutLine: (predicate) =>
      new Promise((resolve, reject) => {
        const seen = stdoutLines.find(predicate);
        if (seen !== undefined) {
          resolve(seen);
        } else if (ended) {
          reject(new Error(`${plan.name} has ended without the line that was waited for`));
        } else {
          waiting.push({ predicate, resolve, reject });
        }
      }),
    result: finish(),
  };
}

/** @param {number | null} exitCode @param {NodeJS.Signals | null} signal @returns {string} */
function endOf(exitCode, signal) {
  return exitCode === null ? (signal ?? 'no process') : `exit code ${exitCode}`;
}
