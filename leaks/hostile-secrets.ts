import { PROXY_PASSWORD } from './leaking-job.js';

/** Secrets that masks may fail at. A Datasette takes any text as its secret; most of them are none that a person would choose. */
export interface HostileSecret {
  readonly name: string;
  readonly secret: string;
  /** The ways of printing in which it shows, and why it must. */
  readonly shows?: { readonly in: readonly string[]; readonly reason: string };
}

export const HOSTILE_SECRETS: readonly HostileSecret[] = [
  { name: 'with two colons', secret: 'not::a::real::secret::of-a-server' },
  { name: 'beginning with a colon', secret: ':not-a-real-secret-of-a-server' },
  { name: 'that is a runner command', secret: '::stop-commands::not-a-real-secret' },
  { name: 'that is an older runner command', secret: '##[group]not-a-real-secret' },
  { name: 'with percent codes', secret: '100%-not-a-real%0Asecret%25%3A%' },
  { name: 'with quotes', secret: `not-a-"real"-'secret'-of-\`a\`-$SERVER!` },
  { name: 'with backslashes', secret: String.raw`not\a\real\secret\nof\\a\server` },
  { name: 'of two lines', secret: 'not-a-real-secret-one\nnot-a-real-secret-two' },
  { name: 'of two lines of Windows', secret: 'not-a-real-secret-one\r\nnot-a-real-secret-two\r\n' },
  { name: 'like a key file', secret: `-----BEGIN X-----\n${'bm90LWEtcmVhbC1zZWNyZXQt\n'.repeat(3)}-----END X-----\n` },
  { name: 'with blanks at its ends', secret: '  not-a-real secret  of a server  ' },
  {
    name: 'with a tab and colours',
    secret: 'not-a-real\t\u001b[31msecret\u001b[0m-of-a-server',
    shows: {
      in: [
        'printf %q',
        '${T@Q}',
        'declare -p',
        'export -p',
        'process list (ps -o args)',
        'process list (ps aux)',
        'a command that is not found',
        'a file that does not exist',
        'git with the token in the address',
        'console.log of an object',
      ],
      reason: 'every program writes control characters in its own way',
    },
  },
  { name: 'beyond ASCII', secret: 'nöt-a-réal-sécret-密码-🔑-of-a-server' },
  { name: 'that is JSON', secret: '{"not":"a-real-secret","of":["a","server"]}' },
  { name: 'that is HTML', secret: '<b>not&a&real</b>=secret&amp;+of/a/server' },
  { name: 'that is a pattern', secret: 'not.*a+real(secret)[of]$^{2}|server?' },
  { name: 'with an end of base64', secret: 'not-a-real-secret/in+base64==' },
  { name: 'of one sign again and again', secret: 'x'.repeat(40) },
  { name: 'of seven characters', secret: 'n0t-r3l' },
  { name: 'that begins another secret of the job', secret: PROXY_PASSWORD.slice(0, 20) },
  { name: 'that begins with another secret of the job', secret: `${PROXY_PASSWORD}-and-more-of-it` },
  { name: 'that holds another secret of the job', secret: `before/${PROXY_PASSWORD}/after` },
  { name: 'of 1 KiB', secret: 'not-a-real-secret-of-a-server/+='.repeat(32) },
  {
    name: 'of 16 KiB',
    secret: textOf(16_384),
    shows: {
      in: [
        'curl -v --user token:',
        'git with the token in the address',
        'user:token | base64',
        'echo user:token | base64',
        'a file that holds the token | base64',
        'base64 -w 40',
        'user:token | openssl base64',
        'xxd -p -c 256',
        'user:token | xxd -p',
        'user:token | xxd -p -u',
        'console.log of an object',
        'Python: base64.encodebytes',
      ],
      reason: 'over 1 KiB no pieces are masked, and some programs shorten what is so long',
    },
  },
];

/** Differs at every place, so that no piece of it hides another. */
function textOf(length: number): string {
  let text = '';
  for (let count = 0; text.length < length; count++) text += `not-a-real-secret-${count}/`;
  return text.slice(0, length);
}
