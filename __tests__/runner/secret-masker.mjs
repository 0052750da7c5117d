/**
 * How secrets are taken out of the log.
 * - `github`: as GitHub's runner does, with the forms that it derives by itself from every registered value.
 * - `verbatim`: the registered values and their lines and nothing else, replaced one after the other in the order of
 *   registration, as nektos/act and the runners of Gitea and Forgejo do. A form that the action did not register shows, and
 *   a short value that was registered before a long one that holds it leaves the rest of the long one in clear.
 * - `none`: nothing is replaced. The masks are recorded all the same.
 *
 * @typedef {'github' | 'verbatim' | 'none'} Masking
 */

/**
 * @typedef {object} SecretMasker
 * @property {(value: string) => void} add registers a value as `::add-mask::` does: the whole of it, then each of its lines
 * @property {(text: string) => string} mask
 */

/**
 * Makes the masker of one job. Source of both the merging of overlapping hits and the derived forms: actions/runner,
 * `src/Sdk/DTLogging/Logging/SecretMasker.cs` and `ValueEncoders.cs`; of the splitting into lines:
 * `AddMaskCommandExtension` in `src/Runner.Worker/ActionCommandManager.cs`.
 *
 * @param {Masking} masking
 * @returns {SecretMasker}
 */
export function createSecretMasker(masking) {
  /** @type {Set<string>} */
  const forms = new Set();
  return {
    add(value) {
      const lines = value
        .split(/[\r\n]/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      for (const secret of [value, ...lines]) {
        forms.add(secret);
        if (masking === 'github') {
          for (const form of derivedForms(secret)) {
            forms.add(form);
          }
        }
      }
    },
    mask(text) {
      switch (masking) {
        case 'github':
          return replaceMerged(text, forms);
        case 'verbatim':
          return [...forms].reduce((masked, form) => masked.split(form).join('***'), text);
        case 'none':
          return text;
      }
    },
  };
}

/**
 * The forms of a secret that GitHub's runner masks beside the secret itself. What is missing here is missing there too:
 * base64url, hexadecimal, lower-case percent codes, base64 with something behind the secret.
 *
 * @param {string} value not empty
 * @returns {readonly string[]}
 */
export function derivedForms(value) {
  const bytes = Buffer.from(value, 'utf8');
  const ampersand = ampersandSections(value);
  return [
    bytes.toString('base64'),
    bytes.subarray(bytes.length > 1 ? 1 : 0).toString('base64'),
    bytes.subarray(bytes.length > 2 ? 2 : 0).toString('base64'),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    jsonEscaped(value),
    percentEncoded(bytes),
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '',
    ampersand.before.length >= 6 ? ampersand.before : '',
    ampersand.after.length >= 6 ? ampersand.after : '',
  ].filter((form) => form !== '');
}

/** @param {string} value @returns {string} */
function jsonEscaped(value) {
  // Newtonsoft.Json escapes three more characters than JSON.stringify does.
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @param {Uint8Array} bytes @returns {string} as `Uri.EscapeDataString` writes them: RFC 3986, upper case */
function percentEncoded(bytes) {
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9\-_.~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/**
 * PowerShell colours an error message at an ampersand, and so cuts a secret in two. With `&+` the first character behind it
 * is coloured alone.
 *
 * @param {string} value
 * @returns {{ before: string, after: string }}
 */
function ampersandSections(value) {
  const marked = value.indexOf('&+');
  if (marked >= 0) {
    return { before: value.slice(0, marked + 2), after: value.slice(marked + 3) };
  }
  const last = value.lastIndexOf('&');
  return last >= 0 ? { before: value.slice(0, last + 1), after: value.slice(last + 1) } : { before: '', after: '' };
}

/**
 * Finds every hit of every form, merges the hits that overlap or touch, and replaces each merged range once.
 *
 * @param {string} text
 * @param {ReadonlySet<string>} forms
 * @returns {string}
 */
function replaceMerged(text, forms) {
  /** @type {{ start: number, end: number }[]} */
  const hits = [];
  for (const form of forms) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      hits.push({ start, end: start + form.length });
    }
  }
  hits.sort((left, right) => left.start - right.start);
  let masked = '';
  let position = 0;
  let open = false;
  for (const { start, end } of hits) {
    if (!open || start > position) {
      masked += `${text.slice(position, start)}***`;
      open = true;
      position = end;
    } else {
      position = Math.max(position, end);
    }
  }
  return masked + text.slice(position);
}
