/**
 * The status of a job, as the expression functions of `if` and `post-if` see it.
 *
 * @typedef {'success' | 'failure' | 'cancelled'} JobStatus
 */

/** @type {Readonly<Record<string, (status: JobStatus) => boolean>>} */
const functions = {
  always: () => true,
  success: (status) => status === 'success',
  failure: (status) => status === 'failure',
  cancelled: (status) => status === 'cancelled',
};

/**
 * Reads a `post-if` made of the four status functions, `!`, `&&`, `||` and parentheses. Every other expression is refused
 * rather than guessed at: a post that wrongly runs, or wrongly does not, would make a test lie.
 *
 * @param {string} text the condition, with or without `${{ }}`
 * @returns {(status: JobStatus) => boolean}
 * @throws {Error} when the condition uses anything else
 */
export function parseCondition(text) {
  const wrapped = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
  const expression = wrapped?.[1] ?? text;
  const tokens = expression.match(/&&|\|\||[!()]|[A-Za-z_]\w*|[^\s]/g) ?? [];
  let position = 0;

  /** @param {string} problem @returns {never} */
  const refuse = (problem) => {
    throw new Error(
      `The runner emulator does not understand the condition '${text}': ${problem}. ` +
        'It knows always(), success(), failure(), cancelled(), !, &&, || and parentheses.',
    );
  };
  /** @param {string} token */
  const expect = (token) => {
    const found = tokens[position];
    if (found !== token) {
      refuse(`'${token}' expected, ${found === undefined ? 'the end' : `'${found}'`} found`);
    }
    position += 1;
  };

  /** @returns {(status: JobStatus) => boolean} */
  const unary = () => {
    const token = tokens[position];
    if (token === '!') {
      position += 1;
      const operand = unary();
      return (status) => !operand(status);
    }
    if (token === '(') {
      position += 1;
      const inner = disjunction();
      expect(')');
      return inner;
    }
    const name = token?.toLowerCase() ?? '';
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known === undefined) {
      return refuse(token === undefined ? 'it ends too early' : `'${token}' is not one of these`);
    }
    position += 1;
    expect('(');
    expect(')');
    return known;
  };
  /** @returns {(status: JobStatus) => boolean} */
  const conjunction = () => {
    const first = unary();
    if (tokens[position] !== '&&') {
      return first;
    }
    position += 1;
    const second = conjunction();
    return (status) => first(status) && second(status);
  };
  /** @returns {(status: JobStatus) => boolean} */
  const disjunction = () => {
    const first = conjunction();
    if (tokens[position] !== '||') {
      return first;
    }
    position += 1;
    const second = disjunction();
    return (status) => first(status) || second(status);
  };

  const condition = disjunction();
  if (position < tokens.length) {
    refuse(`'${tokens.slice(position).join(' ')}' is left over`);
  }
  return condition;
}
