/**
 * What people do with a secret in a log. `T` is the secret, `SERVER` a server on loopback that answers anything. Each way
 * is a piece of a script in one language; all of one language run as one step of the job.
 */
export interface WayOfPrinting {
  readonly name: string;
  readonly language: Language;
  readonly code: string;
  /** The program that it is about, if machines exist that lack it. */
  readonly needs?: string;
  /** Why no mask can cover it; absent where the masks of the action must. */
  readonly notCoverable?: string;
  /** That what is printed holds no telling piece that could be found, even without a mask. Elsewhere the suite makes sure that it does. */
  readonly showsNothing?: boolean;
}

export type Language = 'bash' | 'node' | 'python';

const SPLIT = 'split over lines: no piece of a line is long enough to be told from other text';
const SPACED = 'something stands between any two characters';
const OTHER_TEXT = 'another text: masks know texts, not what can be made of them';

const bash = (name: string, code: string, more: Partial<WayOfPrinting> = {}): WayOfPrinting => ({
  name,
  language: 'bash',
  code,
  ...more,
});
const node = (name: string, code: string, more: Partial<WayOfPrinting> = {}): WayOfPrinting => ({
  name,
  language: 'node',
  code,
  ...more,
});
const python = (name: string, code: string, more: Partial<WayOfPrinting> = {}): WayOfPrinting => ({
  name,
  language: 'python',
  code,
  needs: 'python3',
  ...more,
});
const curl = (name: string, options: string, more: Partial<WayOfPrinting> = {}): WayOfPrinting =>
  bash(`curl -v ${name}`, `curl --silent --verbose --output /dev/null ${options}`, { needs: 'curl', ...more });

export const WAYS_OF_PRINTING: readonly WayOfPrinting[] = [
  bash('echo', 'echo "$T"'),
  bash('on stderr', 'echo "token is $T!" >&2'),
  bash('bash: set -x', 'set -x; test "$T" = x; : "Authorization: Bearer $T"'),
  bash('sh -x', `sh -xc 'test "$T" = x; : "Authorization: Bearer $T"'`),
  bash('printf %q', `printf '%q\\n' "$T"`),
  bash('${T@Q}', 'echo "${T@Q}"'),
  bash('declare -p', 'declare -p T'),
  bash('export -p', 'export -p'),
  bash('env', 'env'),
  bash('printenv', 'printenv T'),
  bash('process list (ps -o args)', `sh -c 'ps -ww -o args= -p $$; :' sh "$T"`, { needs: 'ps' }),
  // Of its own process alone: on a machine where others test too, theirs hold secrets that begin alike.
  bash('process list (ps aux)', `sh -c 'ps auxww | grep -F -e "$0"; :' "token-$$" "$T"`, { needs: 'ps' }),
  bash('a command that is not found', '"$T"'),
  bash('a file that does not exist', 'cat "/no/such/$T"'),
  bash('YAML in double quotes', `printf 'token: "%s"\\n' "$T"`),

  curl('with a Bearer header', '--header "Authorization: Bearer $T" "$SERVER/"'),
  curl('with a Token header', '--header "Authorization: Token $T" "$SERVER/"'),
  curl('--user user:token', '--user "user:$T" "$SERVER/"'),
  curl('--user token:', '--user "$T:" "$SERVER/"'),
  curl('--data-urlencode', '--get --data-urlencode "token=$T" "$SERVER/"'),
  bash(
    'curl --trace-ascii',
    'curl --silent --output /dev/null --trace-ascii - --header "Authorization: Bearer $T" "$SERVER/"',
    { needs: 'curl', notCoverable: `${SPLIT} (every 64 characters)` },
  ),
  bash('wget --debug', 'wget --debug --output-document=/dev/null --header="Authorization: Bearer $T" "$SERVER/"', {
    needs: 'wget',
  }),
  bash('git with the token in the address', 'GIT_TRACE=1 GIT_TERMINAL_PROMPT=0 git ls-remote "$SERVER/$T/x.git"', {
    needs: 'git',
  }),

  bash('echo | base64', 'echo "$T" | base64', { needs: 'base64' }),
  bash('printf | base64', `printf %s "$T" | base64`, { needs: 'base64' }),
  bash('echo | base64 -w0', 'echo "$T" | base64 -w0', { needs: 'base64' }),
  bash('user:token | base64', `printf 'user:%s' "$T" | base64`, { needs: 'base64' }),
  bash('echo user:token | base64', 'echo "user:$T" | base64', { needs: 'base64' }),
  bash(
    'a file that holds the token | base64',
    `printf '{"auths": {"registry.example": {"username": "ci", "password": "%s"}}}\\n' "$T" | base64`,
    { needs: 'base64' },
  ),
  bash('base64 -w 40', `printf 'user:%s' "$T" | base64 -w 40`, { needs: 'base64' }),
  bash('base64 -w 10', `printf 'user:%s' "$T" | base64 -w 10`, {
    needs: 'base64',
    notCoverable: SPLIT,
    showsNothing: true,
  }),
  bash('openssl base64', `printf %s "$T" | openssl base64`, { needs: 'openssl' }),
  bash('user:token | openssl base64', `printf 'user:%s' "$T" | openssl base64`, { needs: 'openssl' }),
  bash('openssl base64 -A', `printf 'user:%s' "$T" | openssl base64 -A`, { needs: 'openssl' }),
  bash('basenc --base64url', `printf 'user:%s' "$T" | basenc --base64url -w0`, { needs: 'basenc' }),
  bash('base64 in base64', 'echo "$T" | base64 -w0 | base64 -w0', {
    needs: 'base64',
    notCoverable: OTHER_TEXT,
    showsNothing: true,
  }),
  bash('base32', 'printf %s "$T" | basenc --base32 -w0', {
    needs: 'basenc',
    notCoverable: OTHER_TEXT,
    showsNothing: true,
  }),
  bash('xxd -p', `printf %s "$T" | xxd -p`, { needs: 'xxd' }),
  bash('xxd -p -u', `printf %s "$T" | xxd -p -u`, { needs: 'xxd' }),
  bash('xxd -p -c 256', `printf 'user:%s' "$T" | xxd -p -c 256`, { needs: 'xxd' }),
  bash('user:token | xxd -p', `printf 'user:%s' "$T" | xxd -p`, { needs: 'xxd' }),
  bash('user:token | xxd -p -u', `printf 'user:%s' "$T" | xxd -p -u`, { needs: 'xxd' }),
  bash('xxd', `printf %s "$T" | xxd`, { needs: 'xxd', notCoverable: SPLIT }),
  bash('hexdump -C', `printf %s "$T" | hexdump -C`, { needs: 'hexdump', notCoverable: SPLIT }),
  bash('od -An -tx1', `printf %s "$T" | od -An -tx1`, { needs: 'od', notCoverable: SPACED, showsNothing: true }),
  bash('od -c', `printf %s "$T" | od -c`, { needs: 'od', notCoverable: SPACED, showsNothing: true }),
  bash('fold -w 20', 'echo "$T" | fold -w 20', { needs: 'fold', notCoverable: SPLIT }),
  bash('cut -c 1-20 (shortened)', 'echo "$T" | cut -c 1-20', { notCoverable: 'a part of it' }),
  bash('rev (reversed)', 'echo "$T" | rev', { needs: 'rev', notCoverable: OTHER_TEXT, showsNothing: true }),
  bash('tr a-z A-Z (upper case)', 'echo "$T" | tr a-z A-Z', { notCoverable: OTHER_TEXT, showsNothing: true }),
  bash('gzip | base64', 'echo "$T" | gzip | base64 -w0', {
    needs: 'gzip',
    notCoverable: OTHER_TEXT,
    showsNothing: true,
  }),
  bash('openssl enc (encrypted)', 'echo "$T" | openssl enc -aes-256-cbc -pbkdf2 -pass pass:x -base64 -A', {
    needs: 'openssl',
    notCoverable: OTHER_TEXT,
    showsNothing: true,
  }),

  bash('jq: JSON', `jq -cn '{token: env.T}'`, { needs: 'jq' }),
  bash('jq -C: JSON in colours', `jq -Cn '{token: env.T}'`, { needs: 'jq' }),
  bash('jq: @json', `jq -n 'env.T | @json | @json'`, { needs: 'jq' }),
  bash('jq: @uri', `jq -rn 'env.T | @uri'`, { needs: 'jq' }),
  bash('jq: @html', `jq -rn 'env.T | @html'`, { needs: 'jq' }),
  bash('jq: @sh', `jq -rn 'env.T | @sh'`, { needs: 'jq' }),
  bash('jq: @base64', `jq -rn '"user:" + env.T | @base64'`, { needs: 'jq' }),

  node('console.log of an object', 'print({ token: T, nested: [T] })'),
  node('JSON', 'print(JSON.stringify({ token: T }))'),
  node('JSON in JSON', 'print(JSON.stringify(JSON.stringify({ token: T })))'),
  node('JSON in JSON in JSON', 'print(JSON.stringify(JSON.stringify(JSON.stringify({ token: T }))))'),
  node(
    'JSON with escaped slashes (PHP)',
    String.raw`print(ascii(JSON.stringify({ token: T })).replaceAll('/', '\\/'))`,
  ),
  node(
    'JSON for HTML (Go)',
    String.raw`print(JSON.stringify({ token: T }).replace(/[<>&\u2028\u2029]/g, (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0')))`,
  ),
  node(
    'JSON (.NET)',
    String.raw`print(JSON.stringify({ token: T }).replaceAll('\\"', '\\u0022').replace(/[^ -~]|[<>&'+\x60]/g, (sign) => '\\u' + sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')))`,
  ),
  node(
    'JSON (Gson)',
    String.raw`print(JSON.stringify({ token: T }).replace(/[<>&'=]/g, (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0')))`,
  ),
  node('encodeURIComponent', 'print("?token=" + encodeURIComponent(T) + "&x=y")'),
  node('encodeURIComponent, lower case', 'print(lower(encodeURIComponent(T)))'),
  node('encodeURI', 'print(encodeURI("https://host.example/?token=" + T))'),
  node('URLSearchParams', 'print(new URLSearchParams({ token: T, x: "y" }).toString())'),
  node('URLSearchParams, lower case', 'print(lower(new URLSearchParams({ token: T }).toString()))'),
  node('address with a password', 'const url = new URL("https://host.example/"); url.password = T; print(url.href)'),
  node(
    'base64 after 0 to 4 characters and before 0 to 4',
    `for (const before of ['', 'u', 'u:', 'us:', 'usr:']) for (const after of ['', '\\n', '\\r\\n', '@ho', '@hos'])
       print(Buffer.from(before + T + after).toString('base64'))`,
  ),
  node(
    'base64url after 0 to 4 characters and before 0 to 4',
    `for (const before of ['', 'u', 'u:', 'us:', 'usr:']) for (const after of ['', '\\n', '\\r\\n', '@ho', '@hos'])
       print(Buffer.from(before + T + after).toString('base64url'))`,
  ),
  node(
    'payload of a JSON Web Token',
    `print('eyJraWQiOiIxIn0.' + Buffer.from(JSON.stringify({ sub: 'ci', jti: T })).toString('base64url'))`,
  ),
  node('base64 of UTF-16 (PowerShell -EncodedCommand)', `print(Buffer.from(T, 'utf16le').toString('base64'))`, {
    notCoverable: OTHER_TEXT,
    showsNothing: true,
  }),
  node(
    'error of a child process',
    `try { execFileSync('false', ['--token', T]) } catch (error) { print(error.stack); print(error) }`,
  ),
  node(
    'uncaught error of a child process',
    `print(spawnSync(process.execPath, ['-e', "throw new Error('refused: ' + process.env.T)"]).stderr.toString())`,
  ),
  node('an error with a cause', `print(new Error('outer', { cause: new Error('token ' + T + ' refused') }))`),
  node('bytes (Buffer)', 'print(Buffer.from(T))', { notCoverable: SPACED, showsNothing: true }),
  node('characters with blanks between', `print([...T].join(' '))`, { notCoverable: SPACED, showsNothing: true }),
  node(
    'HTML',
    `print(T.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'))`,
  ),
  node('quoted by PowerShell', `print("Write-Host '" + T.replaceAll("'", "''") + "'")`),
  node('quoted for a shell', `print("'" + T.replaceAll("'", "'\\\\''") + "'")`),
  node('YAML', `print('token: ' + (/^[\\w.=\\/+-]+$/.test(T) ? T : "'" + T.replaceAll("'", "''") + "'"))`),
  node('in the middle of a word', `print('x' + T + 'x' + T + T)`),

  python('Python: print', 'print(T)'),
  python('Python: repr', 'print(repr({"token": T}))'),
  python('Python: repr of bytes', 'print(repr(T.encode()))'),
  python('Python: json.dumps', 'print(json.dumps({"token": T}))'),
  python('Python: json.dumps, not ASCII only', 'print(json.dumps({"token": T}, ensure_ascii=False))'),
  python('Python: urllib quote', 'print(urllib.parse.quote(T))'),
  python('Python: urllib quote, slashes too', 'print(urllib.parse.quote(T, safe=""))'),
  python('Python: urlencode', 'print(urllib.parse.urlencode({"token": T}))'),
  python('Python: error of a child process', 'subprocess.run(["false", "--token", T], check=True)'),
  python('Python: base64.encodebytes', 'print(base64.encodebytes(b"user:" + T.encode()).decode())'),
  python('Python: hex with colons', 'print(T.encode().hex(":"))', { notCoverable: SPACED, showsNothing: true }),
  python('Python: shlex.quote', 'print(shlex.quote(T))'),
  python('Python: http.client debug', 'log_request(T)'),
];

/** A line by which the part of a way is found in the log. */
export const markOf = (index: number): string => `@@@ ${index}`;

/** The script of all given ways of one language: each part begins with its mark, and none can end the others. */
export function scriptOf(language: Language, ways: readonly (readonly [index: number, way: WayOfPrinting])[]): string {
  switch (language) {
    case 'bash':
      return [
        'exec 2>&1',
        ...ways.map(([index, { code }]) => `printf '\\n%s\\n' ${quoteForShell(markOf(index))}\n(\n${code}\n)`),
        'exit 0',
      ].join('\n');
    case 'node':
      return [
        `const { execFileSync, spawnSync } = require('node:child_process');`,
        `const T = process.env.T;`,
        `const print = (value) => console.log(value);`,
        `const lower = (text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());`,
        String.raw`const ascii = (text) => text.replace(/[^ -~]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));`,
        ...ways.map(([index, { code }]) => `print('\\n${markOf(index)}');\n{ ${code} }`),
      ].join('\n');
    case 'python':
      return [
        'import base64, http.client, json, os, shlex, subprocess, sys, traceback, urllib.parse',
        'sys.stderr = sys.stdout',
        `T = os.environ["T"]`,
        'def log_request(token):',
        '    connection = http.client.HTTPConnection(urllib.parse.urlsplit(os.environ["SERVER"]).netloc)',
        '    connection.set_debuglevel(1)',
        '    connection.request("GET", "/", headers={"Authorization": "Bearer " + token})',
        '    connection.getresponse().read()',
        ...ways.map(
          ([index, { code }]) =>
            `print("\\n${markOf(index)}")\ntry:\n    ${code}\nexcept Exception:\n    traceback.print_exc(file=sys.stdout)`,
        ),
      ].join('\n');
  }
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
