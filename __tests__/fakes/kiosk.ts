import type { EndHost, Kept, KeptAccess, MintHost, Teller } from '../../src/host/host.js';
import { hideSecrets } from '../../src/host/hidden-secrets.js';
import { learnSecret } from '../../src/host/known-secrets.js';
import { openPorts } from '../../src/host/open-ports.js';
import { openSurroundings } from '../../src/host/surroundings.js';
import { contentHash, firstFolderToMake, makeTokenFile, type MadeTokenFile } from '../../src/host/token-file.js';
import type { MintedToken } from '../../src/lease/issuer.js';
import { serializeRecord } from '../../src/lease/record.js';
import type { Words } from '../../src/request/words.js';
import { networkOf } from './network.js';

/** As one speaks to who stands before a kiosk: no word is that of a runner or of a terminal. */
const kioskWords: Words = {
  place: (name) => `field ${name}`,
  input: (name) => `<${name}>`,
  theInput: (name) => `the field ${name}`,
  fromInput: (name) => `from the field ${name}`,
  setting: (name, value) => `${name} = ${value}`,
  uniqueSetting: (name, word) => `${name} = ${word} and a number`,
  secretSetting: (name, keptAs) => `${name} = the card ${keptAs}`,
  variableSetting: (name, keptAs) => `${name} = the note ${keptAs}`,
  work: 'visit',
  machine: 'kiosk',
  laterUser: 'next screen',
  environment: 'the drawer',
  allowIdentityTokens: 'ask the attendant for a badge',
  useIdentityTokens: 'let the visit show a badge',
  withoutIdentityTokens: '',
  atTheEnd: 'when the visit ends',
  later: {
    looksOnceMore: () => 'The attendant looks for it once more',
    revokes: () => 'the attendant revokes it',
    triesAgain: () => 'the attendant tries again',
    findsItGone: () => 'the attendant finds it gone',
  },
  keptIn: 'the ledger',
  logOfMint: 'the slip of the visit',
};

export interface KioskOptions {
  /** What issuers find there. */
  readonly variables?: Readonly<Record<string, string>>;
  /** An absolute path. */
  readonly folder?: string;
  readonly identityToken?: (audience: string) => Promise<string>;
  /** What is kept in the place of the record. */
  readonly record?: (text: string) => string | undefined;
}

/** A host that is neither a runner nor a terminal: it keeps everything in memory, and remembers what it was told. */
export interface Kiosk {
  readonly mintHost: MintHost;
  readonly endHost: EndHost;
  readonly told: readonly string[];
  readonly failures: readonly string[];
  readonly masked: ReadonlySet<string>;
  readonly tokens: readonly MintedToken[];
  /** What was kept for the end, the token itself among it where the end needs it. */
  readonly kept: () => Kept;
}

export function createKiosk({ variables = {}, folder, identityToken, record }: KioskOptions = {}): Kiosk {
  const told: string[] = [];
  const failures: string[] = [];
  const masked = new Set<string>();
  const tokens: MintedToken[] = [];
  let access: KeptAccess | undefined;
  let lease: string | undefined;
  let tokenSecret: string | undefined;
  let tokenFile: MadeTokenFile | undefined;

  const teller: Teller = {
    words: kioskWords,
    say: (text) => void told.push(text),
    warn: (message) => void told.push(message),
    fail(message) {
      told.push(message);
      failures.push(message);
    },
  };
  const mask = (secret: string) => {
    masked.add(secret);
    learnSecret(secret);
    return 'in every form' as const;
  };
  const hide: MintHost['hide'] = (secrets) => {
    for (const { message } of hideSecrets(secrets, mask)) told.push(message);
  };
  const open: MintHost['openPorts'] = async (timeout, stop) => {
    const ways = {
      words: kioskWords,
      network: await networkOf({}),
      mask: (secret: string) => void mask(secret),
      maskNew: (secret: string) => void masked.add(secret),
      say: (text: string) => void told.push(text),
      tell: ({ message }: { readonly message: string }) => void told.push(message),
      identityToken: identityToken ?? (() => Promise.reject(new Error('nobody has a badge here'))),
    };
    return openPorts(ways, timeout, stop);
  };
  const kept = (): Kept => {
    const secret = access?.authentication.kind === 'secret' ? access.authentication : undefined;
    return {
      record: lease === undefined || record === undefined ? lease : record(lease),
      credential: { secret: secret?.secret ?? '', id: secret?.id ?? '' },
      tokenSecret,
      onRevokeFailure: access?.onRevokeFailure,
      tokenFile,
    };
  };

  return {
    told,
    failures,
    masked,
    tokens,
    kept,
    mintHost: {
      ...teller,
      origin: { by: 'terminal', repository: 'visitor@kiosk', run: '7', attempt: '1', job: '' },
      surroundings: {
        ...openSurroundings(variables, {
          hide: (what, text) => hide([{ what, text }]),
          mask,
          emptyCredentialHint: '',
        }),
        identityTokens: identityToken !== undefined,
      },
      tokenFilePlace: { folder, called: 'the drawer', workspace: folder },
      reserve: () => undefined,
      hide,
      ambientSecrets: () => [],
      notices: () => [],
      openPorts: open,
      keepAccess(given) {
        access = given;
        return Promise.resolve();
      },
      keepSecret(secret) {
        tokenSecret = secret;
      },
      keepRecord(given) {
        lease = serializeRecord(given);
      },
      deliver({ token, file }) {
        if (file !== undefined) {
          tokenFile = { path: file.path, hash: contentHash(file.content), firstFolder: firstFolderToMake(file.path) };
          makeTokenFile(file.path, file.content, tokenFile.firstFolder);
        }
        tokens.push(token);
      },
      deliverPlan: ({ grants }) => void told.push(grants),
      summarize: (title, rows) => void told.push(title, ...rows.flatMap(([heading, values]) => [heading, ...values])),
    },
    endHost: { ...teller, kept, openPorts: open },
  };
}
