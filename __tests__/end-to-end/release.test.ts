import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { realProgram } from './real-program.js';
import { startSigstoreMock, type SigstoreMock } from './sigstore-mock.js';

const cosign = realProgram('MINT_TOKEN_COSIGN', '.ci/install-cosign.sh');
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(checkout, 'docs', 'verify.md'), 'utf8');
const TAG = `v${VERSION}`;
const WORKFLOW = 'https://github.com/mint-token/mint-token/.github/workflows/release.yml';

/** The commands of the page that are to be run by this name, as they stand there. */
function commandsOf(name: string): readonly string[] {
  return [...page.matchAll(new RegExp(`<!-- run: ${name} -->\\s*\`\`\`sh\\n([^]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );
}

const run = promisify(execFile);

const work = mkdtempSync(join(tmpdir(), 'mint-token-release-'));
const files = join(work, 'release');
const environment = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  TAG,
  npm_config_prefer_offline: 'true',
  ...(cosign === undefined ? {} : { PATH: [dirname(cosign), process.env['PATH']].join(delimiter) }),
};

/** A clone at the tag of the release. */
async function clone(name: string): Promise<string> {
  const folder = join(work, name);
  await run('git', ['clone', '--quiet', '--no-local', checkout, folder]);
  await run('git', ['tag', TAG], { cwd: folder });
  return folder;
}

const bash = (commands: string, cwd: string) =>
  run('bash', ['-euo', 'pipefail', '-c', commands], { cwd, env: environment });

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  await bash(`npm ci --silent && npm run --silent release:files -- "$TAG" ../release`, await clone('here'));
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the files of a release', () => {
  it('are made of the commit that the tag names, and of nothing else', async () => {
    const folder = join(work, 'here');
    const make = `npm run --silent release:files -- "$TAG" ../not-made`;
    writeFileSync(join(folder, 'dist', 'extra.js'), 'changed');
    await expect(bash(make, folder)).rejects.toThrow(/the checkout is not that of v/);
    rmSync(join(folder, 'dist', 'extra.js'));
    await expect(bash(make.replace('$TAG', 'v99.0.0'), folder)).rejects.toThrow(/the tag is v99\.0\.0/);
  });

  it('are those that the page names', () => {
    expect(readdirSync(files).toSorted()).toEqual([
      'SHA256SUMS',
      `mint-token-${VERSION}.tgz`,
      `mint-token-action-${VERSION}.tar.gz`,
      'mint-token-sbom.cdx.json',
    ]);
  });

  it('are the same bytes when they are made again elsewhere, by the commands of the page', async () => {
    const [commands = ''] = commandsOf('rebuild');
    await bash(commands, await clone('a folder of another name'));
    expect(read(join(work, 'again'), 'SHA256SUMS')).toBe(read(files, 'SHA256SUMS'));
  });
});

describe.skipIf(cosign === undefined)('the attestation of a release, by the commands of the page', () => {
  let sigstore: SigstoreMock;
  beforeAll(async () => {
    sigstore = await startSigstoreMock();
    writeFileSync(join(work, 'trusted-root.json'), sigstore.trustedRoot);
  });
  afterAll(() => sigstore.close());

  /** The files beside an attestation of this workflow, in a folder of their own. */
  async function attested(name: string, workflow: string): Promise<string> {
    const folder = join(work, name);
    cpSync(files, folder, { recursive: true });
    const here = join(work, 'here');
    const paths = ['action.yml', ...readdirSync(join(here, 'dist')).map((file) => `dist/${file}`)];
    const subjects = [
      ...paths.map((path) => [path, join(here, path)] as const),
      ...readdirSync(files).map((file) => [file, join(files, file)] as const),
    ];
    writeFileSync(join(folder, 'mint-token.sigstore.json'), await sigstore.attest(workflow, new Map(subjects)));
    return folder;
  }

  /** Nobody but who runs the tests trusts the mock, which is said to cosign, and nothing else is changed. */
  const commands = commandsOf('cosign').map((text) =>
    text.replaceAll('verify-blob-attestation', 'verify-blob-attestation --trusted-root ../trusted-root.json'),
  );

  it('verifies, for the files of the release and for those of the action', async () => {
    const folder = await attested('attested', `${WORKFLOW}@refs/tags/${TAG}`);
    expect(commands).toHaveLength(2);
    for (const text of commands) await bash(text, folder);
  });

  it('is refused for another workflow, another tag, and a changed file', async () => {
    const [text = ''] = commands;
    const other = await attested('other-workflow', `${WORKFLOW.replace('release', 'test')}@refs/tags/${TAG}`);
    await expect(bash(text, other)).rejects.toThrow(/no matching CertificateIdentity found/);
    const older = await attested('other-tag', `${WORKFLOW}@refs/tags/v0.0.1`);
    await expect(bash(text, older)).rejects.toThrow(/no matching CertificateIdentity found/);
    const changed = await attested('changed', `${WORKFLOW}@refs/tags/${TAG}`);
    appendFileSync(join(changed, 'mint-token-sbom.cdx.json'), '\n');
    await expect(bash(text, changed)).rejects.toThrow(/digest/);
  });
});
