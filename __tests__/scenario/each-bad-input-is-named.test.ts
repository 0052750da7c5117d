import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, inputs, newJob, type Job } from './datasette-step.js';

const hour = 3_600_000;
const instant = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);
/** In the spring to come the clocks of New York go from 2:00 to 3:00 on the second Sunday of March. */
function nextGap(): string {
  const now = new Date();
  for (let year = now.getUTCFullYear(); ; year++) {
    const first = new Date(Date.UTC(year, 2, 1)).getUTCDay();
    const day = 1 + ((7 - first) % 7) + 7;
    if (Date.UTC(year, 2, day) > now.getTime()) return `${String(year)}-03-${String(day).padStart(2, '0')}T02:30`;
  }
}

interface Case {
  readonly what: string;
  readonly with: Readonly<Record<string, string | undefined>>;
  readonly error: RegExp;
  readonly environment?: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  { what: 'no type', with: { type: '' }, error: /^type: it is not given; expected one of datasette, / },
  {
    what: 'a type that nobody knows',
    with: { type: 'postgres' },
    error: /^type: found "postgres"; expected one of datasette, [^?]*$/,
  },
  { what: 'a type with a slip', with: { type: 'Datasete' }, error: /^type: found "Datasete".* Did you mean "datasette"\?$/ },
  { what: 'no grants', with: { grants: undefined }, error: /^grants: no grant is given/ },
  { what: 'empty grants', with: { grants: '' }, error: /^grants: no grant is given/ },
  { what: 'grants of comments alone', with: { grants: '\n  # *: view-instance\n' }, error: /^grants: no grant is given/ },
  {
    what: 'a line without actions',
    with: { grants: '*: view-instance\n  mydb mytable' },
    error: /^grants, line 2, column 15: the line ends without a colon and actions; a grant is one line, RESOURCE: ACTION/,
  },
  {
    what: 'an expression that came out empty',
    with: { grants: 'mydb : view-table' },
    error: /^grants, line 1, column 6: a blank stands before the colon: an expression was probably empty/,
  },
  { what: 'a mistyped action', with: { grants: '*: view-instnace' }, error: /^grants, line 1, column 4: found the action "view-instnace"\. Did you mean "view-instance"\?/ },
  { what: 'an action in capitals', with: { grants: '*: Insert-Row' }, error: /Did you mean "insert-row"\?/ },
  { what: 'unrestricted among others', with: { grants: 'unrestricted\n*: view-instance' }, error: /^grants, line 1, column 1: unrestricted stands alone/ },
  { what: 'JSON that is not closed', with: { grants: '{"a": ["vi"]' }, error: /^grants, line 1, column 13: this is not valid JSON: found the end of the text/ },
  { what: 'JSON that is a list', with: { grants: '["view-instance"]' }, error: /^grants, line 1, column 1: found a list; expected \{"a": \[actions\]/ },
  { what: 'JSON of another system', with: { grants: '{"action": "read"}' }, error: /^grants, line 1, column 2: found the key "action"; expected \{"a"/ },
  { what: 'JSON that restricts nothing', with: { grants: '{}' }, error: /^grants, line 1, column 1: found an empty object: such a token could do nothing at all/ },
  { what: 'JSON with a key twice', with: { grants: '{"a": ["vi"], "a": ["vd"]}' }, error: /^grants, line 1, column 15: the key "a" stands here a second time/ },
  { what: 'JSON and lines', with: { grants: '{"a": ["vi"]}\nmydb: view-database' }, error: /^grants, line 2, column 1: / },
  { what: 'a life of 0', with: { expires_in: '0' }, error: /^expires_in: found "0", which is no time at all/ },
  { what: 'a life that is negative', with: { expires_in: '-1h' }, error: /^expires_in: found "-1h", which is negative/ },
  { what: 'a life in words', with: { expires_in: '1 fortnight' }, error: /^expires_in: found "1 fortnight"; expected a duration such as 90s, 30m/ },
  { what: 'a life beyond all limits', with: { expires_in: '9999y' }, error: /^expires_in: a life of \d+d is longer than mint-token asks for, .*; expected at most 365d/ },
  { what: 'a life with a fraction', with: { expires_in: '1.5h' }, error: /^expires_in: found "1\.5h"; a duration has no fractions: write 1h30m or 90m/ },
  { what: 'a life too short to be used', with: { expires_in: '59s' }, error: /^expires_in: a life of 59s is too short to be used; expected at least 1m/ },
  { what: 'a life in capitals', with: { expires_in: '1H' }, error: /^expires_in: found "1H".*Did you mean "1h"\?/ },
  { what: 'two ends', with: { expires_in: '1h', expires_at: instant(Date.now() + hour) }, error: /^expires_at: expires_in is given too; keep one of the two/ },
  { what: 'an end in the past', with: { expires_at: instant(Date.now() - hour) }, error: /^expires_at: ".*" is .*Z, which is past; the clock of this machine shows / },
  { what: 'an end that no clock shows', with: { expires_at: nextGap(), time_zone: 'America/New_York' }, error: /^expires_at: ".*T02:30" does not exist in America\/New_York: the clocks are put forward over it/ },
  { what: 'an unknown zone', with: { expires_at: instant(Date.now() + hour), time_zone: 'Mars/Olympus' }, error: /^time_zone: found "Mars\/Olympus"; expected a region such as Pacific\/Auckland/ },
  { what: 'a zone that is an abbreviation', with: { expires_at: instant(Date.now() + hour), time_zone: 'EST' }, error: /^time_zone: found "EST"/ },
  { what: 'a zone without a time', with: { time_zone: 'UTC' }, error: /^time_zone: it says how to read expires_at, which is not given/ },
  { what: 'a day that is none', with: { expires_at: '2099-02-30' }, error: /^expires_at: "2099-02-30" is not a date and time of the calendar/ },
  { what: 'an end in words', with: { expires_at: 'tomorrow' }, error: /^expires_at: found "tomorrow"; expected a date or a time such as/ },
  { what: 'an input of another type', with: { org: 'my-org' }, error: /^org: type datasette does not use this input; remove it\. It uses: actor, credential, url/ },
  { what: 'no actor', with: { actor: '' }, error: /^actor: the id of the actor that the token acts as is needed, as in actor: ci-bot/ },
  { what: 'an actor that YAML took for a number', with: { actor: '1.23E+15' }, error: /^actor: found 1\.23E\+15: YAML read the value as a number.*put it in quotes/ },
  { what: 'no secret', with: { credential: '' }, error: /^credential: the secret of the Datasette server is needed/ },
  { what: 'a blank secret', with: { credential: ' \n' }, error: /^credential: the secret of the Datasette server is needed/ },
  { what: 'a blank secret in the environment', with: { credential: '' }, environment: { DATASETTE_SECRET: '  ' }, error: /^credential: the secret of the Datasette server is needed/ },
  { what: 'a url without a scheme', with: { url: 'datasette.example' }, error: /^url: found "datasette\.example", which does not begin with https/ },
  { what: 'a url with user information', with: { url: 'https://not-a-real-user:x@datasette.example' }, error: /^url: the URL holds user information before an @, which is refused/ },
  { what: 'a url with a query', with: { url: 'https://datasette.example/?x=1' }, error: /^url: the URL holds a query/ },
  { what: 'a name that is too long', with: { name: 'x'.repeat(129) }, error: /^name: the text is 129 characters long; expected at most 128/ },
  { what: 'a description that is too long', with: { description: '😀'.repeat(201) }, error: /^description: the text is 201 characters long; expected at most 200/ },
  { what: 'an input over 16 KiB', with: { credential: 'x'.repeat(16_385) }, error: /^credential: the value is 16385 bytes long; expected at most 16384/ },
  { what: 'grants over 64 KiB', with: { grants: `# ${'x'.repeat(65_536)}\n*: view-instance` }, error: /^grants: the value is 65555 bytes long; expected at most 65536/ },
  { what: 'a token over 16 KiB', with: { grants: Array.from({ length: 1500 }, (_, index) => `mydb table${String(index)}: view-table`).join('\n') }, error: /^grants: with the actor they make a token of \d+ characters; expected at most 16384/ },
  { what: 'a form without a file', with: { token_file_format: 'json' }, error: /^token_file_format: no token_file is given that could have this format/ },
  { what: 'a time limit out of bounds', with: { timeout: '2h' }, error: /^timeout: found "2h"; expected at most 1h/ },
  { what: 'a yes that is not true', with: { export_env: 'on' }, error: /^export_env: found "on"; expected true or false/ },
]; // prettier-ignore

describe('one error, nothing minted and nothing left behind', () => {
  it.each(cases)('$what', async ({ with: changed, error, environment = {} }) => {
    await using job = await newJob({ environment });
    const step = await job.runAction({ with: { ...inputs, ...changed } });
    expectNothingMinted(job, step);
    const errors = errorsOf(step);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(error);
    expect(step.log).toContain('nothing was minted: one problem with the inputs');
    const { posts, conclusion } = await job.end();
    expect(posts.map((post) => post.conclusion)).toStrictEqual(['success']);
    expect(posts[0]?.log).toContain('nothing to revoke');
    expect(conclusion).toBe('failure');
  });
});

describe('a token file that cannot be', () => {
  const places: readonly (readonly [what: string, make: (job: Job) => string, error: RegExp])[] = [
    ['a file that exists', (job) => made(job.temp, (path) => writeFileSync(path, 'mine')), /a file stands at/],
    ['a folder', (job) => made(job.temp, (path) => mkdirSync(path)), /a folder stands at/],
    ['a link', (job) => made(job.temp, (path) => symlinkSync(job.workspace, path)), /a link stands at/],
    ['a link that leads nowhere', (job) => made(job.temp, (path) => symlinkSync('/no/such', path)), /a link stands at/],
    ['out of RUNNER_TEMP', () => '../token', /leads out of RUNNER_TEMP/],
    ['out of RUNNER_TEMP by a link', (job) => {
      symlinkSync(job.workspace, join(job.temp, 'link'));
      return 'link/token';
    }, /leads out of RUNNER_TEMP/],
    ['below a file', (job) => `${made(job.temp, (path) => writeFileSync(path, 'mine'))}/token`, /is no folder|a file cannot be made at/],
    ['in the device folder of the kernel', () => '/proc/self/token', /a file cannot be made at/],
    ['below a folder that cannot be made there', () => '/proc/folder/token', /a file cannot be made at/],
    ['in a system of files that takes none', () => '/sys/token', /a file cannot be made at/],
  ]; // prettier-ignore

  it.skipIf(process.platform !== 'linux').each(places)('%s', async (_, make, error) => {
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, token_file: make(job) } });
    expect(errorsOf(step)).toStrictEqual([expect.stringMatching(error)]);
    expect(errorsOf(step)[0]).toMatch(/^token_file: /);
    for (const name of ['here', 'link']) rmSync(join(job.temp, name), { recursive: true, force: true });
    expectNothingMinted(job, step);
  });

  function made(folder: string, make: (path: string) => void): string {
    const path = join(folder, 'here');
    make(path);
    return path;
  }
});
