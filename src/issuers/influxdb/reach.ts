import { notice, warning, type Notice } from '../../lease/notice.js';
import { quote } from '../../request/shown-text.js';
import type { Ask } from './grants.js';
import type { Action, ResourceType } from './permissions.js';

/** What a grant lets its holder do beyond what its name says. */
export interface Reach {
  /**
   * `end`: what is done with it goes on, or stays of use to its holder, when the token is revoked. `scope`: it reaches what
   * no grant of the token names. Undefined: neither.
   */
  readonly escapes?: 'end' | 'end and scope';
  /** So many tokens hold it that a warning would only teach people not to read warnings: it is noted. */
  readonly usual?: true;
  /** What follows, as a sentence without a full stop. */
  readonly follows: string;
}

const beyond = (follows: string): Reach => ({ escapes: 'end and scope', follows });

/**
 * What follows from each grant, the source of the warnings and of the table in docs/influxdb.md. Each was tried on InfluxDB
 * OSS 2.9.1, but for what InfluxDB Cloud alone knows (flows, functions, subscriptions) and for what happens elsewhere: in
 * the browser of whoever opens a dashboard, and in a Telegraf that loads its configuration. It says what follows, and not
 * by which requests.
 */
const REACH: Readonly<Record<ResourceType, Readonly<Partial<Record<Action, Reach>>>>> = {
  annotations: {},
  authorizations: {
    read: {
      escapes: 'end',
      follows:
        'InfluxDB OSS before 2.9, or without hashed tokens, shows every token of the organisation in clear text to whoever may list them',
    },
    write: beyond(
      'beside write on a user, other tokens of that user can be made, which stay when this one is revoked, and all that it has can be deleted',
    ),
  },
  buckets: {
    write: {
      ...beyond(
        'data can be deleted too, and the bucket itself; beside read, it can be renamed, hold its data for a shorter time, and take over the v1 database of another bucket. On all buckets, others can be made, and the system buckets are among them',
      ),
      usual: true,
    },
  },
  checks: {
    write: beyond('a check runs its query with all rights of its owner, and goes on when the token is revoked'),
  },
  dashboards: {
    write: beyond(
      'the queries of a dashboard run with all rights of whoever opens it, and stay when the token is revoked',
    ),
  },
  dbrp: {
    write: { follows: 'InfluxDB OSS asks for read and write on the bucket instead, so this alone opens nothing' },
  },
  documents: {},
  flows: {
    write: beyond(
      'the queries of a notebook of InfluxDB Cloud run with all rights of whoever opens it, and stay when the token is revoked',
    ),
  },
  functions: {
    write: beyond(
      'a script of InfluxDB Cloud runs with all rights of whoever calls it, and stays when the token is revoked',
    ),
  },
  labels: {},
  notebooks: {
    write: beyond(
      'the queries of a notebook run with all rights of whoever opens it, and stay when the token is revoked',
    ),
  },
  notificationEndpoints: {
    read: {
      escapes: 'end',
      follows: 'it shows the address of each endpoint, and that of Slack is all it takes to send there',
    },
    write: beyond(
      'beside read, an endpoint can be pointed at another address: what the next changed rule sends goes there, with the stored secret of the endpoint, also when the token is revoked',
    ),
  },
  notificationRules: {
    write: beyond(
      'a rule runs with all rights of its owner, sends through any endpoint with its stored secret, and goes on when the token is revoked',
    ),
  },
  orgs: {
    read: {
      follows: 'it opens the two system buckets for reading: what checks found and rules sent, and the log of tasks',
    },
    write: beyond(
      'the organisation can be renamed, and deleted with all that it holds; beside read, owners can be added, who can do everything in it when the token is revoked',
    ),
  },
  remotes: {
    write: beyond(
      'a remote can be pointed at another server: all that is replicated through it goes there, with the stored token of the remote, also when the token is revoked',
    ),
  },
  replications: {
    write: beyond(
      'a replication goes on sending data to another server when the token is revoked, and an existing one can be turned to another bucket there',
    ),
  },
  scrapers: {
    write: beyond(
      'beside write on one bucket, a scraper fetches from any address that the server reaches, writes into any bucket, and goes on when the token is revoked',
    ),
  },
  secrets: {
    read: { escapes: 'end', follows: 'queries can read the value of every secret of the organisation' },
    write: beyond(
      'beside read on the organisation, secrets can be replaced: tasks and endpoints of others then use what was put there, also when the token is revoked',
    ),
  },
  sources: {
    read: {
      escapes: 'end and scope',
      follows: 'it shows the stored token of each source in clear text, and sends queries through it',
    },
    write: beyond(
      'a source can be pointed at another server, which gets the queries of others through it, with the stored token, also when this one is revoked',
    ),
  },
  subscriptions: {
    write: beyond('a subscription of InfluxDB Cloud goes on writing into its bucket when the token is revoked'),
  },
  tasks: {
    read: { follows: 'it shows the queries of tasks, with the secrets that are written out in them' },
    write: beyond('a task runs with all rights of its owner, and goes on when the token is revoked'),
  },
  telegrafs: {
    read: { follows: 'it shows configurations of Telegraf, with the secrets that are written out in them' },
    write: beyond(
      'beside read, configurations of others can be changed: a Telegraf that loads one runs the commands in it, on its own machine, also when the token is revoked',
    ),
  },
  users: {
    write: beyond(
      'the password of the user can be set, and a password opens everything that the user may do, also when the token is revoked',
    ),
  },
  variables: {
    write: beyond(
      'the query of a variable runs with all rights of whoever opens a dashboard that uses it, and stays when the token is revoked',
    ),
  },
  views: {},
};

export function reachOf(type: ResourceType, action: Action): Reach | undefined {
  return REACH[type][action];
}

const ESCAPES: Readonly<Record<NonNullable<Reach['escapes']>, string>> = {
  end: 'outlives the token',
  'end and scope': 'outlives the token and reaches beyond its other grants',
};

/** What the user should know of the grants before the mint: each is judged by itself, whatever stands beside it. */
export function noticesOfAsks(asks: readonly Ask[]): readonly Notice[] {
  const all = asks.filter(({ target }) => target.kind === 'all').map(({ action, type }) => `${type} *: ${action}`);
  const notices: Notice[] = [];
  if (all.length > 0) {
    notices.push(
      notice(
        `${[...new Set(all)].join(', ')}: all in the organisation, with what is made there later. Name single buckets where that is enough.`,
      ),
    );
  }
  const distinct = new Map(asks.map(({ type, action }) => [`${type}: ${action}`, reachOf(type, action)]));
  for (const [grant, reach] of distinct) if (reach !== undefined) notices.push(noticeOfReach(grant, reach));
  return notices;
}

function noticeOfReach(grant: string, { escapes, follows, usual }: Reach): Notice {
  const message = `The grant ${grant} ${escapes === undefined ? 'means more than it says' : ESCAPES[escapes]}: ${follows}.`;
  return escapes === undefined || usual === true ? notice(message) : warning(message);
}

/**
 * A bucket that InfluxDB keeps for itself. Reading it follows the right to read the organisation, writing and deleting do
 * not (influxdb main-2.x, authorizer/authorize.go, AuthorizeReadBucket).
 *
 * @param name its name, or its id
 */
export function noticeOfSystemBucket(name: string, action: Action, orgID: string): Notice {
  switch (action) {
    case 'read':
      return notice(
        `${quote(name)} is a system bucket: on InfluxDB OSS this grant does not open it for reading; that takes "orgs ${orgID}: read".`,
      );
    case 'write':
      return warning(
        `${quote(name)} is a system bucket: with this grant what InfluxDB keeps there can be forged, which notification rules then send, and the bucket can be destroyed, after which checks fail or the log of tasks is gone.`,
      );
  }
}
