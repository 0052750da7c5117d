import description from './github-schema/workflow-run-attempt.json' with { type: 'json' };
import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';

/** One try of a run, as the fake keeps it. */
export interface FakeRun {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: number;
  readonly attempt: number;
  readonly status: string;
  /** RFC 3339. */
  readonly updatedAt: string;
}

export interface FakeGithubOptions {
  readonly onRequest?: OnRequest | undefined;
  /** Before each path: `/api/v3` at GitHub Enterprise Server. */
  readonly prefix?: string;
  /** Milliseconds since 1970, by the forge's clock. */
  readonly now?: () => number;
  /** How many requests are allowed in an hour. */
  readonly allowed?: number;
  /** The first answers wait until so many requests are under way. */
  readonly answersWhenAtOnce?: number;
}

export interface FakeGithub extends FakeServer {
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly addRun: (run: FakeRun) => void;
  /** From now on the token may not read the runs of the repository, or not see it. */
  readonly lock: (repository: string, how: 'without-right' | 'invisible') => void;
  readonly rename: (from: string, to: string) => void;
  /** The most requests that were under way at the same time. */
  readonly mostAtOnce: () => number;
}

const RUN_PATH = /^\/repos\/(?<owner>[^/]+)\/(?<repo>[^/]+)\/actions\/runs\/(?<run>\d+)\/attempts\/(?<attempt>\d+)$/;
const DOCUMENTATION = 'https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run-attempt';

/** GitHub's REST API for tries of runs: it refuses what GitHub refuses, and answers by its published schema. */
export async function createFakeGithub({
  onRequest,
  prefix = '',
  now = Date.now,
  allowed = 5_000,
  answersWhenAtOnce = 0,
}: FakeGithubOptions = {}): Promise<FakeGithub> {
  const token = 'ghs_not-a-real-token-0123456789';
  const runs = new Map<string, FakeRun>();
  const locked = new Map<string, 'without-right' | 'invisible'>();
  const renamed = new Map<string, string>();
  const startedAt = now();
  let used = 0;
  let underWay = 0;
  let most = 0;
  let enough: () => void = () => undefined;
  const together = new Promise<void>((resolve) => (enough = resolve));
  const server = await createFakeServer(
    async (request) => {
      most = Math.max(most, ++underWay);
      if (most >= answersWhenAtOnce) enough();
      await together;
      underWay--;
      return answer(request);
    },
    { onRequest },
  );
  return {
    ...server,
    apiUrl: `${server.url}${prefix}`,
    token,
    addRun: (run) => void runs.set(keyOf(run), run),
    lock: (repository, how) => void locked.set(repository, how),
    rename: (from, to) => void renamed.set(from, to),
    mostAtOnce: () => most,
  };

  function answer(request: FakeRequest): FakeAnswer {
    const { method, path, headers, query } = request;
    const agent = headers['user-agent'];
    if (agent === undefined || agent === '') {
      const words = 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header';
      return { status: 403, headers: { 'content-type': 'text/html', ...timeHeaders() }, body: words };
    }
    if (method !== 'GET') return error(404, 'Not Found');
    const version = headers['x-github-api-version'];
    if (version !== undefined && version !== '2022-11-28')
      return error(400, `"${String(version)}" is not a supported version`);
    if (!/^(?:\*\/\*|application\/(?:json|vnd\.github(?:\.v3)?\+json))$/.test(headers.accept ?? '*/*')) {
      return error(415, "Unsupported 'Accept' header: Must accept 'application/json'.");
    }
    const given = headers.authorization;
    if (given !== `token ${token}` && given?.toLowerCase() !== `bearer ${token}`) return error(401, 'Bad credentials');
    if (used >= allowed) {
      return error(403, 'API rate limit exceeded for installation ID 12345678.');
    }
    used++;
    if (!path.startsWith(prefix)) return error(404, 'Not Found');
    const asked = RUN_PATH.exec(path.slice(prefix.length))?.groups;
    if (asked === undefined) return error(404, 'Not Found');
    const repository = `${decodeURIComponent(asked['owner'] ?? '')}/${decodeURIComponent(asked['repo'] ?? '')}`;
    if (![null, 'true', 'false'].includes(query.get('exclude_pull_requests'))) return error(422, 'Validation Failed');
    const to = renamed.get(repository);
    if (to !== undefined) {
      const moved = {
        message: 'Moved Permanently',
        url: `${server.url}${prefix}/repositories/1296269`,
        documentation_url: DOCUMENTATION,
      };
      return json(301, moved, {
        location: `${server.url}${prefix}${path.slice(prefix.length).replace(repository, to)}`,
      });
    }
    if (locked.get(repository) === 'without-right') {
      return error(403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': 'actions=read' });
    }
    const run = runs.get(`${repository} ${String(asked['run'])}/${String(asked['attempt'])}`);
    if (run === undefined || locked.has(repository)) return error(404, 'Not Found');
    return json(200, runJson(run), { 'x-accepted-github-permissions': 'actions=read' });
  }

  function json(status: number, body: unknown, headers: FakeAnswer['headers'] = {}): FakeAnswer {
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...timeHeaders(), ...headers },
      body: JSON.stringify(body),
    };
  }

  function error(status: number, message: string, headers: FakeAnswer['headers'] = {}): FakeAnswer {
    return json(status, { message, documentation_url: DOCUMENTATION, status: String(status) }, headers);
  }

  function timeHeaders(): FakeAnswer['headers'] {
    const time = now();
    return {
      date: new Date(time).toUTCString(),
      'x-ratelimit-limit': String(allowed),
      'x-ratelimit-remaining': String(Math.max(0, allowed - used)),
      'x-ratelimit-reset': String(Math.ceil((startedAt + 3_600_000) / 1000)),
      'x-ratelimit-resource': 'core',
    };
  }
}

/** As GitHub has it in its own example, but for what is this run's. */
export function runJson({ repository, run, attempt, status, updatedAt }: FakeRun): Readonly<Record<string, unknown>> {
  const { example } = description;
  const [login = '', name = ''] = repository.split('/');
  const shown = {
    ...example.repository,
    name,
    full_name: repository,
    owner: { ...example.repository.owner, login },
  };
  return {
    ...example,
    id: run,
    run_attempt: attempt,
    status,
    conclusion: status === 'completed' ? 'success' : null,
    updated_at: updatedAt,
    repository: shown,
    pull_requests: [],
  };
}

function keyOf({ repository, run, attempt }: FakeRun): string {
  return `${repository} ${run}/${attempt}`;
}
