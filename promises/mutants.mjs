/**
 * What breaks each promise on purpose. A mutant is a change of a source, kept short so that it lives as long as the thought
 * in it; one that no longer applies is a failure, and is written anew for what came in its place.
 *
 * @typedef {object} Mutant
 * @property {string} test the test that docs/security.md names for the promise, and that must notice
 * @property {string} [run] what is run for it, where the page names what is no test by itself
 * @property {string} breaks what is broken, in the words of a user
 * @property {string} file
 * @property {string} text stands there once
 * @property {string} replacement
 */

const scenario = (/** @type {string} */ name) => `__tests__/scenario/${name}.test.ts`;
const network = (/** @type {string} */ name) => `__tests__/scenario/network/${name}.test.ts`;
const unit = (/** @type {string} */ name) => `__tests__/unit/${name}.test.ts`;
const endToEnd = (/** @type {string} */ name) => `__tests__/end-to-end/${name}.test.ts`;

const TOKEN_IS_NOT_MASKED = {
  breaks: 'a token is not masked',
  file: 'src/lease/mint.ts',
  text: 'ports.maskNew(token.secret);',
  replacement: '',
};
const NOTHING_IS_MASKED = {
  breaks: 'nothing is masked',
  file: 'src/runner/masks.ts',
  text: "writeLog(learnForms(secret).map(githubMask).join(''));",
  replacement: 'learnForms(secret);',
};
const COMMAND_IN_TEXT = {
  breaks: 'a text can hold a command to the runner',
  file: 'src/host/plain-text.ts',
  text: ".replace(/^(\\s*):(?=:)/, '$1:\\u200b')",
  replacement: '',
};
const OTHER_COMMAND_IN_TEXT = {
  breaks: 'a text can hold a command to the runner in its older spelling',
  file: 'src/host/plain-text.ts',
  text: "plain.replaceAll('##[', '##\\u200b[')",
  replacement: 'plain',
};
const NO_INTENT = {
  breaks: 'the intent is not written down',
  file: 'src/lease/mint.ts',
  text: 'journal.begin(attempt);',
  replacement: '',
};
const FOUND_IS_IGNORED = {
  breaks: 'the token of a lost answer is not found',
  file: 'src/lease/lost-token.ts',
  text: "if (ids.length > 0) return { kind: 'found', ids };",
  replacement: '',
};
const FIVE_TRIES = {
  breaks: 'a request is given up after five tries, whatever time is left',
  file: 'src/http/client.ts',
  text: 'if (left <= SHORTEST_TRY)',
  replacement: 'if (count >= 5 || left <= SHORTEST_TRY)',
};
const KEY_TWICE = {
  breaks: 'JSON with a key twice is read',
  file: 'src/http/answer-json.ts',
  text: 'return repeatsKey ?',
  replacement: 'return repeatsKey && text === String() ?',
};
const CLOCK_OF_THIS_MACHINE = {
  breaks: 'the life of a token counts by the clock of this machine',
  file: 'src/lease/server-clock.ts',
  text: 'return Math.abs(ahead) > TOLERATED ? ahead : 0;',
  replacement: 'return ahead * 0;',
};
const STATE_IS_NOT_RESERVED = {
  breaks: 'main does not save every name first',
  file: 'src/verbs/create.ts',
  text: 'host.reserve();',
  replacement: '',
};
const DRY_RUN_MINTS = {
  breaks: 'a dry run mints',
  file: 'src/verbs/create.ts',
  text: 'if (order.options.dryRun) {',
  replacement: 'if (process.env.NEVER) {',
};
const NO_WORD_OF_CHECKS = {
  breaks: 'checks: write is not warned about',
  file: 'src/issuers/influxdb/reach.ts',
  text: 'return REACH[type][action];',
  replacement: "return type === 'checks' ? undefined : REACH[type][action];",
};
const NO_WORD_OF_DATASETTE = {
  breaks: 'no action of Datasette is warned about for what follows from it',
  file: 'src/issuers/datasette/reach.ts',
  text: 'REACH.get(action)?.(where)',
  replacement: 'undefined as string | undefined',
};
const ENVIRONMENT_BEFORE_INPUT = {
  breaks: 'the credential of the environment beats the input',
  file: 'src/issuers/credential.ts',
  text: "const input = given('credential');",
  replacement: "const input = surroundings.secretVariable(variable) === undefined ? given('credential') : undefined;",
};

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  // 1. Nothing leaks
  { test: scenario('token-works-and-is-masked'), ...TOKEN_IS_NOT_MASKED },
  { test: network('secrets-stay-out-of-everything'), ...NOTHING_IS_MASKED },
  {
    test: 'leaks/leaks.test.ts',
    breaks: 'what is percent-encoded is not masked',
    file: 'src/host/secret-forms.ts',
    text: '...percentEncodings(bytes), ',
    replacement: '',
  },
  {
    test: 'leaks/leaks.test.ts',
    breaks: 'a secret goes to stderr',
    file: 'src/lease/mint.ts',
    text: 'ports.maskNew(token.secret);',
    replacement: 'ports.maskNew(token.secret);\n      process.stderr.write(token.secret);',
  },
  {
    test: unit('runner/masks'),
    breaks: 'a short form is registered before a longer one',
    file: 'src/host/secret-forms.ts',
    text: 'return [...forms].toSorted((a, b) => b.length - a.length);',
    replacement: 'return [...forms];',
  },
  { test: endToEnd('act'), ...NOTHING_IS_MASKED },
  {
    test: endToEnd('act-colons'),
    breaks: 'act is told of a mask that it would print',
    file: 'src/host/mask-commands.ts',
    text: '/^:|::/.test(form)',
    replacement: 'form === String()',
  },
  {
    test: scenario('summary-shows-no-secret-and-no-markup'),
    breaks: 'the summary is not redacted',
    file: 'src/runner/summary.ts',
    text: 'return plainText(text, LONGEST_VALUE).replace(',
    replacement: 'return text.replace(',
  },
  {
    test: scenario('summary-shows-no-secret-and-no-markup'),
    breaks: 'a text can hold Markdown',
    file: 'src/runner/summary.ts',
    text: '(sign) => `&#${sign.charCodeAt(0)};`',
    replacement: '(sign) => sign',
  },
  {
    test: scenario('nothing-published-helps-to-guess'),
    breaks: 'the mark of what was exported is not masked',
    file: 'src/runner/handover.ts',
    text: 'maskSecret(mark);',
    replacement: '',
  },
  {
    test: scenario('nothing-published-helps-to-guess'),
    breaks: 'the hash of the token file is not masked',
    file: 'src/runner/handover.ts',
    text: 'maskSecret(made.hash);',
    replacement: '',
  },
  {
    test: scenario('weak-secret-is-warned-about'),
    breaks: 'a short credential is not warned about',
    file: 'src/host/hidden-secrets.ts',
    text: "return 'is so short that only its exact text",
    replacement: "return '' && 'is so short that only its exact text",
  },
  {
    test: scenario('weak-secret-is-warned-about'),
    breaks: 'a secret with short lines is not warned about',
    file: 'src/host/hidden-secrets.ts',
    text: 'return `has lines of fewer than',
    replacement: "return '' && `has lines of fewer than",
  },
  {
    test: network('hostile-server-is-not-obeyed'),
    breaks: 'a text can hold control characters',
    file: 'src/host/plain-text.ts',
    text: '/^[ -~]*$/.test(line) ? line : redact(withoutControl(line))',
    replacement: 'line',
  },
  { test: network('hostile-server-is-not-obeyed'), ...OTHER_COMMAND_IN_TEXT },
  { test: scenario('hostile-text-changes-nothing-but-the-value'), ...OTHER_COMMAND_IN_TEXT },
  {
    test: scenario('log-is-plain-text'),
    breaks: 'the log has colours',
    file: 'src/runner/log.ts',
    text: 'writeLog(`${plainText(text)}\\n`);',
    replacement: 'writeLog(`\\u001b[2m${plainText(text)}\\u001b[0m\\n`);',
  },
  {
    test: unit('runner/log'),
    breaks: 'a secret shows whose parts stood around a control character',
    file: 'src/host/plain-text.ts',
    text: 'redact(withoutControl(line))',
    replacement: 'withoutControl(line)',
  },
  { test: unit('runner/log'), ...COMMAND_IN_TEXT },
  {
    test: scenario('token-file-is-private-and-removed'),
    breaks: 'the token file takes the place of another (no O_EXCL)',
    file: 'src/host/token-file.ts',
    text: 'constants.O_EXCL | noFollow',
    replacement: 'constants.O_TRUNC | noFollow',
  },
  {
    test: scenario('token-file-is-private-and-removed'),
    breaks: 'others can read the token file',
    file: 'src/host/token-file.ts',
    text: 'openSync(path, flags, 0o600)',
    replacement: 'openSync(path, flags, 0o644)',
  },
  {
    test: scenario('token-file-is-private-and-removed'),
    breaks: 'post leaves the token file',
    file: 'src/runner/end-host.ts',
    text: "state.token_file === ''",
    replacement: 'state.token_file.length >= 0',
  },
  {
    test: scenario('changed-token-file-is-left-alone'),
    breaks: 'a token file that a later step changed is removed',
    file: 'src/host/token-file.ts',
    text: 'contentHash(readOwn(path, found)) !== hash',
    replacement: "hash === ''",
  },

  // 2. Nothing is lost
  {
    test: scenario('token-is-recorded-before-it-is-tried'),
    breaks: 'the id is not written down before anything else is asked',
    file: 'src/lease/mint.ts',
    text: "journal.settle(attempt, { kind: 'minted', id: token.id });",
    replacement: '',
  },
  { test: network('killed-main-leaves-no-token'), ...NO_INTENT },
  { test: network('stopped-main-leaves-no-token'), ...NO_INTENT },
  {
    test: network('stopped-main-revokes-at-once'),
    breaks: 'a token that is not handed on is left to post',
    file: 'src/lease/mint.ts',
    text: 'await abandon(lease, attempt, born);',
    replacement: '',
  },
  {
    test: scenario('stopped-mint-delivers-nothing'),
    breaks: 'a mint that is stopped hands its token on',
    file: 'src/lease/mint.ts',
    text: 'throwIfStopped(ports.stop);\n    if (born === undefined)',
    replacement: 'if (born === undefined)',
  },
  { test: network('lost-answer-is-revoked'), ...FOUND_IS_IGNORED },
  {
    test: network('late-server-leaves-no-token'),
    breaks: 'a lost token is looked for but once',
    file: 'src/lease/lost-token.ts',
    text: '[0, 2_000, 5_000, LAST_LOOK]',
    replacement: '[0]',
  },
  {
    test: network('search-cut-short-is-finished-by-post'),
    breaks: 'a search that was cut short counts as done',
    file: 'src/lease/mint.ts',
    text: 'searched: isFinished(search)',
    replacement: 'searched: true',
  },
  { test: 'chaos/chaos.test.ts', ...FOUND_IS_IGNORED },
  {
    test: scenario('unwritable-state-mints-nothing'),
    breaks: 'a state that cannot be written stops nothing',
    file: 'src/runner/save-state.ts',
    text: "issueFileCommand('STATE', lines.join('\\n'));",
    replacement: "try { issueFileCommand('STATE', lines.join('\\n')); } catch { return; }",
  },
  {
    test: scenario('failed-delivery-delivers-nothing'),
    breaks: 'what was handed on is not taken back',
    file: 'src/runner/handover.ts',
    text: 'throw takenBack(error, takeBacks);',
    replacement: 'throw error;',
  },
  { test: network('time-that-is-left-is-used'), ...FIVE_TRIES },
  { test: endToEnd('influxdb-restart'), ...FIVE_TRIES },
  { test: 'chaos/restart.test.ts', ...FIVE_TRIES },
  {
    test: network('failing-revocation-is-retried-and-reported'),
    breaks: 'no command to revoke by hand is told',
    file: 'src/lease/revoke.ts',
    text: 'byHand: tokens.byHand({ id })',
    replacement: "byHand: ''",
  },
  {
    test: network('post-can-be-repeated'),
    breaks: 'a token that is gone already is a failure',
    file: 'src/issuers/influxdb/tokens.ts',
    text: "if (gone) return 'already-gone';",
    replacement: '',
  },
  {
    test: '__tests__/scenario/network/issuer-under-test.ts',
    run: network('lost-answer-is-revoked'),
    breaks: 'every token that an action like this has minted counts as the lost one',
    file: 'src/issuers/influxdb/tokens.ts',
    text: 'isDescribedBy(description, attempt)',
    replacement: "description.includes('[mint-token ')",
  },
  {
    test: network('long-answers-hold-nothing-up'),
    breaks: 'work on a long answer takes seconds and never gives way',
    file: 'src/http/answer-json.ts',
    text: 'const scan = startScan(text);',
    replacement:
      'const scan = startScan(text);\n  for (const end = Date.now() + text.length / 2_000; Date.now() < end; );',
  },
  {
    test: unit('http/answer-json'),
    breaks: 'a large answer is read in one go',
    file: 'src/http/answer-json.ts',
    text: 'while (scan.readOn(PIECE)) await turn();',
    replacement: 'while (scan.readOn(PIECE));',
  },

  // 3. Nothing is wider than asked
  {
    test: network('wider-answer-is-refused'),
    breaks: 'an end up to 5 s later counts as equal',
    file: 'src/lease/mint.ts',
    text: 'granted > asked + 1_000',
    replacement: 'granted > asked + 5_000',
  },
  {
    test: network('wider-answer-is-refused'),
    breaks: "Namespace's state expired is accepted",
    file: 'src/issuers/namespace/compare.ts',
    text: "state === 'revoked' || state === 'expired'",
    replacement: "state === 'revoked'",
  },
  {
    test: network('wider-answer-is-refused'),
    breaks: 'a permission more is accepted by InfluxDB',
    file: 'src/issuers/influxdb/compare.ts',
    text: 'if (wider.length > 0)',
    replacement: 'if (wider.length > 9)',
  },
  {
    test: network('wider-answer-is-refused'),
    breaks: 'a member of a policy that was not asked for is accepted',
    file: 'src/issuers/solarnetwork/compare.ts',
    text: "...Object.keys(granted).filter((name) => name !== 'notAfter')",
    replacement: '',
  },
  {
    test: scenario('wider-restrictions-are-refused'),
    breaks: 'the restrictions of a Datasette token are not compared',
    file: 'src/issuers/datasette/acceptance.ts',
    text: "differences.push(...compareRestrictions(expected.restrictions, answer.text.replaceAll(token, '***')));",
    replacement: '',
  },
  {
    test: scenario('refused-token-is-not-handed-on'),
    breaks: 'a token that the server refuses is handed on',
    file: 'src/issuers/datasette/acceptance.ts',
    text: 'const body = fieldsOf(answer.json);',
    replacement:
      'const body = fieldsOf(answer.json);\n  if (answer.status === 401) return { expiresAt: Date.now(), differences: [] };',
  },
  {
    test: network('another-owner-is-refused'),
    breaks: 'the owner of an InfluxDB token is not compared',
    file: 'src/issuers/influxdb/compare.ts',
    text: "if (userID !== undefined) expect('user', 'userID', userID);",
    replacement: 'if (userID !== undefined) void userID;',
  },
  {
    test: network('another-owner-is-refused'),
    breaks: 'two owners in an answer are not compared',
    file: 'src/issuers/influxdb/compare.ts',
    text: 'else differences.push(...compareOwners(authorization));',
    replacement: '',
  },
  {
    test: network('another-owner-is-refused'),
    breaks: 'the workspace of a Namespace token is not compared',
    file: 'src/issuers/namespace/compare.ts',
    text: 'workspace !== asked.workspace',
    replacement: 'workspace === String()',
  },
  { test: network('unclear-answer-is-refused'), ...KEY_TWICE },
  {
    test: network('unclear-answer-is-refused'),
    breaks: 'a permission with a member that nobody knows is accepted by Namespace',
    file: 'src/issuers/namespace/token.ts',
    text: 'if (!hasOnly(permission, PERMISSION_MEMBERS))',
    replacement: 'if (json === undefined)',
  },
  {
    test: network('wider-answer-is-refused'),
    breaks: 'a permission with a member that nobody knows is accepted by InfluxDB',
    file: 'src/issuers/influxdb/compare.ts',
    text: "if (!hasOnly(permission, ['action', 'resource']) ||",
    replacement: 'if (',
  },
  { test: scenario('unclear-datasette-answer-is-refused'), ...KEY_TWICE },
  {
    test: network('unusable-token-is-never-handed-on'),
    breaks: 'a token may have 99,999 characters',
    file: 'src/lease/usable-secret.ts',
    text: 'LONGEST_SECRET = 16_384',
    replacement: 'LONGEST_SECRET = 99_999',
  },
  {
    test: scenario('shorter-life-is-accepted-and-said'),
    breaks: 'the end that was asked for is told in place of the one that was granted',
    file: 'src/lease/mint.ts',
    text: 'Math.min(granted, asked)',
    replacement: 'asked',
  },
  {
    test: network('a-known-secret-is-never-handed-on'),
    breaks: 'a secret that was known before is handed on as a new token',
    file: 'src/lease/mint.ts',
    text: 'if (holdsKnown(secret)) {',
    replacement: "if (secret === '') {",
  },
  {
    test: unit('issuers/namespace/answers'),
    breaks: 'a permission without an action is believed',
    file: 'src/issuers/namespace/token.ts',
    text: 'if (actions.length === 0) throw',
    replacement: 'if (actions.length < 0) throw',
  },
  {
    test: unit('issuers/influxdb/plan'),
    breaks: 'of several buckets with one name, the first is taken',
    file: 'src/issuers/influxdb/look-up.ts',
    text: "if (second !== undefined) return severalNamed(name, 'buckets', items);",
    replacement: '',
  },
  { test: network('life-counts-by-the-servers-clock'), ...CLOCK_OF_THIS_MACHINE },
  { test: scenario('datasette-life-counts-by-the-servers-clock'), ...CLOCK_OF_THIS_MACHINE },

  // 4. The post step depends on what main saved
  {
    test: scenario('post-reads-no-input'),
    breaks: 'post reads the input token_file',
    file: 'src/runner/end-host.ts',
    text: 'const state = readState(environment);',
    replacement:
      "const kept = readState(environment);\n  const state = { ...kept, token_file: environment['INPUT_TOKEN_FILE'] || kept.token_file };",
  },
  {
    test: network('post-reads-no-input'),
    breaks: 'post reads the input url',
    file: 'src/verbs/end.ts',
    text: 'accessOf(record, credential',
    replacement: "accessOf({ ...record, endpoint: process.env['INPUT_URL'] || record.endpoint }, credential",
  },
  {
    test: network('post-reads-no-input'),
    breaks: 'post reads the variables of the environment that name an endpoint',
    file: 'src/verbs/end.ts',
    text: 'accessOf(record, credential',
    replacement: "accessOf({ ...record, endpoint: process.env['INFLUX_HOST'] || record.endpoint }, credential",
  },
  { test: scenario('forged-state-is-ignored'), ...STATE_IS_NOT_RESERVED },
  { test: network('forged-state-is-ignored'), ...STATE_IS_NOT_RESERVED },
  { test: scenario('state-is-reserved-first'), ...STATE_IS_NOT_RESERVED },
  {
    test: network('post-uses-mains-proxy'),
    breaks: 'post takes a proxy that a later step has set',
    file: 'src/runner/end-host.ts',
    text: 'parseNetwork(state, environment)',
    replacement: "parseNetwork({ ...state, http_proxy: environment['http_proxy'] || state.http_proxy }, environment)",
  },
  {
    test: network('exceptions-of-the-proxy-hold'),
    breaks: 'a range of addresses is no exception',
    file: 'src/http/no-proxy.ts',
    text: 'const family = isIP(host);',
    replacement: 'const family = isIP(host) && 0;',
  },
  {
    test: network('post-trusts-mains-certificates'),
    breaks: 'post trusts what it was started with',
    file: 'src/http/network.ts',
    text: "if (text !== '') return (await import('./authorities.js')).parseAuthorities(text);",
    replacement: '',
  },
  {
    test: network('post-trusts-mains-certificates'),
    breaks: 'NODE_USE_SYSTEM_CA is not compared',
    file: 'src/http/authority-sources.ts',
    text: "environment['NODE_USE_SYSTEM_CA'] === '1'",
    replacement: 'false',
  },
  {
    test: network('post-trusts-mains-certificates'),
    breaks: 'a file of authorities that was changed is trusted',
    file: 'src/http/authorities.ts',
    text: 'hashOf(content) !== sha256',
    replacement: 'false',
  },
  {
    test: network('post-resolves-names-as-main'),
    breaks: 'post resolves names as a later step has set',
    file: 'src/runner/end-host.ts',
    text: 'restoreResolver(parseResolver(state.resolver), environment);',
    replacement: '',
  },
  {
    test: network('post-asks-mains-identity-provider'),
    breaks: 'post asks the identity provider that a later step has set',
    file: 'src/runner/end-host.ts',
    text: 'ACTIONS_ID_TOKEN_REQUEST_URL: state.identity_token_url',
    replacement: "ACTIONS_ID_TOKEN_REQUEST_URL: environment['ACTIONS_ID_TOKEN_REQUEST_URL']",
  },
  {
    test: unit('http/certificates'),
    breaks: 'certificates are not checked',
    file: 'src/http/connection.ts',
    text: 'rejectUnauthorized: true',
    replacement: 'rejectUnauthorized: false',
  },
  {
    test: network('debug-output-shows-no-secret'),
    breaks: 'main sends while Node shows what is sent',
    file: 'src/http/network.ts',
    text: 'closed: whatNodeShows(environment) ?? tooLong(',
    replacement: 'closed: tooLong(',
  },
  {
    test: network('debug-output-shows-no-secret'),
    breaks: 'post sends while Node shows what is sent',
    file: 'src/http/network.ts',
    text: 'closed: whatNodeShows(environment) ?? changedNames(',
    replacement: 'closed: changedNames(',
  },
  {
    test: network('a-proxys-404-is-not-gone'),
    breaks: 'not found in any words is gone, at InfluxDB',
    file: 'src/issuers/influxdb/tokens.ts',
    text: " && error?.code === 'not found' && error.message === 'authorization not found'",
    replacement: '',
  },
  {
    test: network('a-proxys-404-is-not-gone'),
    breaks: 'not found in any words is gone, at Namespace',
    file: 'src/issuers/namespace/tokens.ts',
    text: " && readServiceError(answer)?.code === 'not_found'",
    replacement: '',
  },

  // 5. Least privilege
  {
    test: scenario('each-bad-input-is-named'),
    breaks: 'problems of inputs are told only beside problems of the issuer',
    file: 'src/verbs/order.ts',
    text: 'problems.length + misspelt.length > 0 ||',
    replacement: 'misspelt.length > 0 ||',
  },
  {
    test: scenario('misspelt-input-mints-nothing'),
    breaks: 'a misspelt input is passed over',
    file: 'src/verbs/order.ts',
    text: "findMisspelt(asked.names(), 'create')",
    replacement: "findMisspelt([], 'create')",
  },
  { test: scenario('dry-run-mints-nothing'), ...DRY_RUN_MINTS },
  { test: network('nothing-is-minted-by-default'), ...DRY_RUN_MINTS },
  {
    test: network('nothing-is-minted-by-default'),
    breaks: 'problems with the grants stop nothing that has some',
    file: 'src/verbs/order.ts',
    text: 'problems.length + misspelt.length > 0 ||',
    replacement: 'misspelt.length > 0 ||',
  },
  { test: network('inputs-beat-variables'), ...ENVIRONMENT_BEFORE_INPUT },
  {
    test: network('inputs-beat-variables'),
    breaks: 'the endpoint of the environment beats the input',
    file: 'src/issuers/influxdb/access.ts',
    text: "const input = given('url');",
    replacement: "const input = surroundings.variable('INFLUX_HOST') ?? given('url');",
  },
  {
    test: unit('issuers/datasette/restrictions'),
    breaks: 'restrictions that restrict nothing need no word',
    file: 'src/issuers/datasette/grants.ts',
    text: 'if (node.entries.length === 0) {',
    replacement: 'if (node.entries.length < 0) {',
  },
  {
    test: unit('issuers/solarnetwork/policy'),
    breaks: 'a policy that restricts nothing needs no word',
    file: 'src/issuers/solarnetwork/grants.ts',
    text: 'problems.length === 0 && !restricts(policy)',
    replacement: 'problems.length < 0',
  },
  {
    test: unit('request/request'),
    breaks: 'a token lives for a day when nothing is said',
    file: 'src/request/lifetime.ts',
    text: 'DEFAULT_LIFE: Seconds = HOUR',
    replacement: 'DEFAULT_LIFE: Seconds = DAY',
  },
  {
    test: scenario('exported-variable-is-no-parent'),
    breaks: 'a Datasette token is taken for a secret',
    file: 'src/issuers/datasette/access.ts',
    text: '/^\\s*dstok_/.test(secret)',
    replacement: "secret === ''",
  },
  {
    test: network('exported-variable-is-no-parent'),
    breaks: 'a token that was exported is the parent of the next',
    file: 'src/host/surroundings.ts',
    text: 'isExported(variable(EXPORT_MARK), name, value)',
    replacement: "value === ''",
  },
  { test: unit('issuers/influxdb/reach'), ...NO_WORD_OF_CHECKS },
  { test: endToEnd('influxdb-reach'), ...NO_WORD_OF_CHECKS },
  {
    test: unit('issuers/solarnetwork/reach'),
    breaks: 'nothing is said of what a User token sets up',
    file: 'src/issuers/solarnetwork/reach.ts',
    text: 'return parts.length > names.length;',
    replacement: 'return false;',
  },
  {
    test: unit('issuers/namespace/known-permissions'),
    breaks: 'a right to run commands in instances is not warned about',
    file: 'src/issuers/namespace/reach.ts',
    text: "actions: ['exec', 'ssh']",
    replacement: "actions: ['ssh']",
  },
  { test: unit('issuers/datasette/reach'), ...NO_WORD_OF_DATASETTE },
  { test: endToEnd('datasette-reach'), ...NO_WORD_OF_DATASETTE },
  {
    test: scenario('fork-is-warned-about'),
    breaks: 'a fork that runs beside secrets is not warned about',
    file: 'src/runner/run-context.ts',
    text: "event === 'pull_request_target' || event === 'workflow_run'",
    replacement: "event === 'workflow_run'",
  },

  // The sweep
  {
    test: network('sweep-revokes-what-dead-runs-left'),
    breaks: 'a sweep is no dry run unless it is told to be one',
    file: 'src/verbs/sweep.ts',
    text: "parseBoolean('dry_run', inputs, true)",
    replacement: "parseBoolean('dry_run', inputs, false)",
  },
  {
    test: scenario('bad-sweep-revokes-nothing'),
    breaks: 'a sweep may come right after the end of a run',
    file: 'src/verbs/sweep.ts',
    text: 'grace.value >= SHORTEST_GRACE',
    replacement: 'grace.value >= 0',
  },
  {
    test: unit('verbs/sweep-carry-out'),
    breaks: 'a token is revoked that is not what it was when the plan was made',
    file: 'src/verbs/sweep-carry-out.ts',
    text: "if (isUnchanged(planned.token, read.token)) return 'as planned';",
    replacement: "if (isUnchanged(planned.token, planned.token)) return 'as planned';",
  },
  {
    test: unit('github/run-state'),
    breaks: 'an answer about a run of another repository is believed',
    file: 'src/github/run-state.ts',
    text: 'repository !== asked.repository',
    replacement: 'repository === String()',
  },

  // The update
  {
    test: '__tests__/scenario/update/token-is-changed-and-read-back.test.ts',
    breaks: 'a dry run changes the token',
    file: 'src/verbs/update.ts',
    text: 'if (wish.dryRun) {',
    replacement: "if (wish.dryRun && before.id === '') {",
  },
  {
    test: unit('verbs/update'),
    breaks: 'a token that got wider than wanted is left as it is',
    file: 'src/verbs/update.ts',
    text: 'if (isWider && !inDoubt)',
    replacement: 'if (isWider && inDoubt)',
  },
  {
    test: '__tests__/scenario/update/half-done-update-is-said.test.ts',
    breaks: 'what is done is not told before it is done',
    file: 'src/verbs/update.ts',
    text: 'host.say(`step ${index + 1} of ${count}: ${what}`)',
    replacement: 'void [index, count, what]',
  },

  // The action revoke
  {
    test: network('foreign-token-is-not-revoked-unasked'),
    breaks: 'a token of somebody else is revoked without foreign: true',
    file: 'src/verbs/revoke.ts',
    text: 'if (refusal !== undefined) return',
    replacement: "if (refusal === '') return",
  },
  {
    test: network('refused-revocation-is-a-failure'),
    breaks: 'a revocation that failed is a success',
    file: 'src/verbs/revoke.ts',
    text: "return count('failed') === 0;",
    replacement: "return count('failed') >= 0;",
  },
];
