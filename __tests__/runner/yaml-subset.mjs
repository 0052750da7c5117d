/**
 * A mapping of an action.yml: keys in their order, each with a text or a mapping below it.
 *
 * @typedef {{ [key: string]: string | YamlMapping }} YamlMapping
 */

/** @typedef {{ number: number, indentation: number, text: string }} Line one line that is not blank; its number counts from 1 */

/**
 * Reads the part of YAML that an action.yml of ours uses: nested mappings, plain, single-quoted and double-quoted scalars of
 * one line, `|` and `>` blocks with `-` or `+`, comments. Everything else is an error that names the line: a reader that
 * guesses would test another action than the one that GitHub runs. It has no dependency, since `npm start` runs with nothing
 * installed. Scalars are texts, as GitHub hands them to an action.
 *
 * @param {string} text
 * @returns {YamlMapping}
 * @throws {Error} at the first line that it does not understand
 */
export function parseYamlSubset(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  let index = 0;

  /** @param {number} at index into lines @param {string} problem @returns {never} */
  const refuse = (at, problem) => {
    throw new Error(`line ${at + 1}: ${problem}: ${JSON.stringify(lines[at] ?? '')}`);
  };

  /** @returns {Line | undefined} */
  const peek = () => {
    while (index < lines.length) {
      const line = lines[index] ?? '';
      if (/^\s*(#.*)?$/.test(line)) {
        index += 1;
        continue;
      }
      const indentation = /^ */.exec(line)?.[0].length ?? 0;
      if (line[indentation] === '\t') {
        refuse(index, 'a tab in the indentation');
      }
      return { number: index + 1, indentation, text: line.slice(indentation).trimEnd() };
    }
    return undefined;
  };

  /** @param {number} indentation @returns {YamlMapping} */
  const mapping = (indentation) => {
    /** @type {YamlMapping} */
    const entries = {};
    for (let line = peek(); line !== undefined && line.indentation >= indentation; line = peek()) {
      if (line.indentation > indentation) {
        refuse(index, 'deeper than the key before it');
      }
      const match = /^([A-Za-z_][\w-]*(?: [\w-]+)*):(?:[ ]+(.*))?$/.exec(line.text);
      const key = match?.[1];
      if (key === undefined) {
        return refuse(index, 'not a `key: value` of this subset');
      }
      if (Object.hasOwn(entries, key)) {
        refuse(index, `the key ${key} stands here twice`);
      }
      const at = index;
      index += 1;
      const value = match?.[2] ?? '';
      if (value === '' || value.startsWith('#')) {
        const next = peek();
        if (next === undefined || next.indentation <= indentation) {
          return refuse(at, 'a key without a value');
        }
        entries[key] = mapping(next.indentation);
      } else {
        entries[key] = /^[|>]/.test(value) ? block(value, indentation, at) : scalar(value, at);
        const next = peek();
        if (next !== undefined && next.indentation > indentation) {
          refuse(index, 'a scalar that goes on in the next line');
        }
      }
    }
    return entries;
  };

  /** @param {string} value @param {number} at @returns {string} */
  const scalar = (value, at) => {
    const single = /^'((?:[^']|'')*)'\s*(?:\s#.*)?$/.exec(value);
    if (single?.[1] !== undefined) {
      return single[1].replaceAll("''", "'");
    }
    const double = /^("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")\s*(?:\s#.*)?$/.exec(value);
    if (double?.[1] !== undefined) {
      const parsed = /** @type {unknown} */ (JSON.parse(double[1].replaceAll('\t', '\\t')));
      return typeof parsed === 'string' ? parsed : refuse(at, 'a quoted scalar that is no text');
    }
    const plain = value.replace(/\s+#.*$/, '').trimEnd();
    if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(plain)) {
      refuse(at, 'a scalar that begins with a character that YAML reserves');
    }
    if (/: |:$/.test(plain)) {
      refuse(at, 'a plain scalar with a colon and a blank in it (put it in quotes)');
    }
    if (
      /^(~|null|yes|no|on|off)$/i.test(plain) ||
      (/^[-+.]?[0-9]/.test(plain) && !/^(0|[1-9][0-9]{0,14})$/.test(plain))
    ) {
      // GitHub reads these by YAML's rules for types (a number becomes a floating point one).
      refuse(at, 'a plain scalar whose type could be guessed in two ways (put it in quotes)');
    }
    return plain;
  };

  /** @param {string} header @param {number} parent indentation of the key @param {number} at @returns {string} */
  const block = (header, parent, at) => {
    const match = /^([|>])([-+]?)\s*(?:\s#.*)?$/.exec(header);
    if (match === null) {
      return refuse(at, 'a block scalar with an indentation of its own');
    }
    /** @type {string[]} */
    const content = [];
    let indentation = -1;
    for (; index < lines.length; index += 1) {
      const line = lines[index] ?? '';
      const own = /^ */.exec(line)?.[0].length ?? 0;
      if (line === '') {
        content.push('');
        continue;
      }
      if (line.trim() === '') {
        refuse(index, 'a line of blanks in a block');
      }
      if (own <= parent) {
        break;
      }
      indentation = indentation < 0 ? own : indentation;
      if (own < indentation || (match[1] === '>' && own > indentation)) {
        refuse(index, 'an indentation that differs inside a block');
      }
      content.push(line.slice(indentation));
    }
    const trailing = content.length - (content.findLastIndex((line) => line !== '') + 1);
    const body = trailing === 0 ? content : content.slice(0, -trailing);
    const joined = match[1] === '|' ? body.join('\n') : folded(body);
    switch (match[2]) {
      case '-':
        return joined;
      case '+':
        // The end of the file is the end of a line and no line of its own.
        return joined + '\n'.repeat(trailing + (index < lines.length ? 1 : 0));
      default:
        return joined === '' ? '' : `${joined}\n`;
    }
  };

  const first = peek();
  if (first === undefined) {
    return {};
  }
  if (first.indentation > 0) {
    refuse(index, 'the first key is indented');
  }
  return mapping(0);
}

/** @param {readonly string[]} lines @returns {string} lines joined by blanks; n empty lines between two become n line ends */
function folded(lines) {
  let text = '';
  let empty = 0;
  lines.forEach((line, position) => {
    if (line === '') {
      empty += 1;
      return;
    }
    text += position === 0 ? '' : empty === 0 ? ' ' : '\n'.repeat(empty);
    text += line;
    empty = 0;
  });
  return text;
}
