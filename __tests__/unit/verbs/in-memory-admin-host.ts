import { leaveGrace } from '../../../src/host/open-ports.js';
import type { AdminHost, Results } from '../../../src/host/host.js';
import type { Ports, Stop } from '../../../src/lease/ports.js';
import type { InputName } from '../../../src/request/inputs.js';
import { runnerWords } from '../../../src/runner/words.js';
import type { Asked } from '../../../src/verbs/order.js';
import { createSecrets } from '../../fakes/secrets.js';
import { createTestPorts } from '../http/test-ports.js';

export type Given = Partial<Record<InputName, string>>;

export interface InMemoryAdminHost extends AdminHost {
  /** Everything that was told, in order: errors begin with `error: `, warnings with `warning: `. */
  readonly told: readonly string[];
  readonly errors: readonly string[];
  readonly delivered: readonly Results[];
}

export interface AdminHostOptions {
  readonly ports?: Partial<Ports>;
  readonly deliver?: (results: Results) => void;
}

/** A host that keeps what it is told. Its waits take no time. */
export function createAdminHost({ ports: own = {}, deliver }: AdminHostOptions = {}): InMemoryAdminHost {
  const told: string[] = [];
  const errors: string[] = [];
  const delivered: Results[] = [];
  const say = (text: string) => void told.push(text);
  return {
    told,
    errors,
    delivered,
    words: runnerWords,
    say,
    warn: (message) => say(`warning: ${message}`),
    fail(message) {
      errors.push(message);
      say(`error: ${message}`);
    },
    origin: { repository: 'octo-org/sun', run: '17', attempt: '1', job: 'report' },
    surroundings: {
      variable: () => undefined,
      secretVariable: () => undefined,
      exported: () => false,
      mask: () => undefined,
      secretFile: () => undefined,
      platform: 'linux',
      identityTokens: false,
      emptyCredentialHint: '',
    },
    hide: () => undefined,
    ambientSecrets: () => [],
    openPorts(timeout, stop: Stop) {
      const ports = {
        ...createTestPorts({ timeout }),
        ...createSecrets(),
        notify: ({ level, message }: { level: string; message: string }) => say(`${level}: ${message}`),
        ...own,
        stop,
      };
      leaveGrace(stop, ports.deadline, 'no new work is begun', say);
      return Promise.resolve(ports);
    },
    deliver(results) {
      deliver?.(results);
      delivered.push(results);
    },
  };
}

export function askFor(given: Given): Asked {
  return { inputs: (name) => given[name], names: () => Object.keys(given) };
}
