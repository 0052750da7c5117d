/** What is left away from the code of dist/, so that it is smaller and yet read as it was written. */
import ts from 'typescript';

/** What webpack writes before each line of its own, and of each module that stands behind it. */
const WEBPACK_MARKS = /^\/\*{6}\/ ?|^\/\/ EXTERNAL MODULE: .*\n\n?|\/\* harmony (?:export|import) \*\/ /gm;

/**
 * @param {string} members of an object, as JavaScript
 * @returns {string} the same without its comments, which are a third of what some packages are
 */
export function withoutComments(members) {
  const file = ts.createSourceFile('members.js', `({${members}})`, ts.ScriptTarget.Latest);
  return ts
    .createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed })
    .printFile(file)
    .replace(/^\(\{\s*|\s*\}\);\s*$/g, '');
}

/**
 * @param {string} code JavaScript
 * @returns {string} the same with a tab for each level in place of four blanks, which are a sixth of it, and without what
 *   webpack marks its own lines with
 */
export function indentedByTabs(code) {
  const plain = code.replace(WEBPACK_MARKS, '');
  const within = textsIn(ts.createSourceFile('code.js', plain, ts.ScriptTarget.Latest));
  return plain.replace(/^(?: {4})+/gm, (blanks, /** @type {number} */ at) => {
    while (within[0] !== undefined && within[0].end <= at) within.shift();
    return within[0] !== undefined && within[0].start < at ? blanks : '\t'.repeat(blanks.length / 4);
  });
}

/**
 * @param {ts.Node} root
 * @returns {{ start: number, end: number }[]} where the texts stand that may go over several lines, in their order
 */
function textsIn(root) {
  /** @type {{ start: number, end: number }[]} */
  const texts = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node))
      texts.push({ start: node.getStart(root.getSourceFile()), end: node.end });
    ts.forEachChild(node, visit);
  };
  visit(root);
  return texts;
}
