import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { ISSUERS } from '../network/issuer-under-test.js';
import { COMMAND, newMachine } from './command-process.js';

const page = readFileSync(new URL('../../../docs/command.md', import.meta.url), 'utf8');
const [, recipes = ''] = page.split('\n## Recipes\n');

/** The shell parts of a recipe, in the order in which they run; what a CI runs line by line is one part. */
function shellParts(recipe: string): readonly string[] {
  return [...recipe.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, language, text = '']) => {
    if (language === 'sh') return [text];
    if (language === 'groovy') return [...text.matchAll(/sh '''(.*?)'''/gs)].map(([, script = '']) => script);
    return scriptsIn(parse(text));
  });
}

function scriptsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /mint-token (?:create|revoke)/.test(value) ? [value] : [];
  if (Array.isArray(value)) {
    const lines = value.every((item) => typeof item === 'string') ? [value.join('\n')] : value;
    return lines.flatMap(scriptsIn);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scriptsIn) : [];
}

const CIS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GitLab: {
    GITLAB_CI: 'true',
    CI_SERVER_URL: 'https://gitlab.example',
    CI_PROJECT_PATH: 'a/b',
    CI_PIPELINE_ID: '7',
    CI_JOB_ID: '9',
  },
  Buildkite: {
    BUILDKITE: 'true',
    BUILDKITE_REPO: 'git@github.com:a/b.git',
    BUILDKITE_BUILD_ID: '7',
    BUILDKITE_JOB_ID: '9',
  },
  Jenkins: { JENKINS_URL: 'https://jenkins.example/', JOB_NAME: 'b', BUILD_NUMBER: '7' },
  CircleCI: { CIRCLECI: 'true', CIRCLE_REPOSITORY_URL: 'git@github.com:a/b.git', CIRCLE_WORKFLOW_ID: '7' },
  'Azure Pipelines': { TF_BUILD: 'True', BUILD_REPOSITORY_URI: 'https://dev.azure.example/a/b', BUILD_BUILDID: '7' },
  'Bitbucket Pipelines': { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_REPO_FULL_NAME: 'a/b' },
  Tekton: { TEKTON_PIPELINE_RUN: 'deploy-x7' },
  Woodpecker: { CI: 'woodpecker', CI_FORGE_URL: 'https://codeberg.example', CI_REPO: 'a/b', CI_PIPELINE_NUMBER: '7' },
  'cron, and a laptop': {},
};

it('every recipe is tried', () => {
  const titles = [...recipes.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
  expect(titles.filter((title) => title !== 'Forgejo and Gitea Actions')).toStrictEqual(Object.keys(CIS));
});

it.each(Object.entries(CIS))('%s: the work has the token, and none is left', async (title, environment) => {
  const issuer = await ISSUERS.find(({ name }) => name === 'influxdb')?.start();
  if (issuer === undefined) throw new Error('no issuer');
  using machine = newMachine();
  const bin = join(machine.folder, 'bin');
  const parent = issuer.inputs['credential'] ?? '';
  mkdirSync(bin);
  const programs = {
    'bin/mint-token': `#!/bin/sh\nexec '${process.execPath}' '${COMMAND}' "$@"\n`,
    'bin/buildkite-agent': `#!/bin/sh\n[ "$*" = "secret get INFLUX_PARENT" ] && printf '%s\\n' '${parent}'\n`,
    'deploy.sh': '#!/bin/sh\nprintf %s "$INFLUX_TOKEN" >> seen\nexit 3\n',
  };
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(machine.folder, name), text, { mode: 0o755 });
  const variables = {
    ...environment,
    PATH: `${bin}:${machine.environment['PATH'] ?? ''}`,
    MINT_TOKEN_STATE_DIR: join(machine.folder, 'state'),
    INFLUX_HOST: issuer.inputs['url'] ?? '',
    INFLUX_ORG: 'acme',
    ...(title === 'Buildkite' ? {} : { INFLUX_TOKEN: parent }),
  };
  const recipe = recipes.split(`### ${title}\n`)[1]?.split('\n### ')[0] ?? '';
  const parts = shellParts(recipe);
  expect(parts.length).toBe(title.startsWith('cron') ? 1 : 2);
  const statuses: (number | null)[] = [];
  for (const part of parts) {
    // Buildkite runs the command between its hooks, and with what they export.
    const script = title === 'Buildkite' && part.includes('create') ? `${part}\n./deploy.sh` : part;
    const ended = await machine.run([], {
      program: ['bash', '-eo', 'pipefail', '-c', script],
      environment: variables,
    });
    statuses.push(ended.status);
    expect(ended.stdout, ended.stderr).toBe('');
  }
  const seen = readFileSync(join(machine.folder, 'seen'), 'utf8');
  expect(seen).not.toBe('');
  expect(seen).not.toContain(parent);
  expect(statuses).toStrictEqual(title.startsWith('cron') ? [3] : [3, 0]);
  expect(await issuer.left()).toStrictEqual([]);
  expect(await issuer.othersIntact()).toBe(true);
  await issuer.close();
});
