import { describe, expect, it } from 'vitest';
import { indentedByTabs, withoutComments } from '../../../scripts/without-comments.mjs';

describe('what is left away from the code of dist/', () => {
  it('has comments of packages, and not what looks like one in a text', () => {
    const members = "a: () => {\n  // why\n  return 'a // b'; /* c */\n}";
    expect(withoutComments(members)).toBe('a: () => {\n        return "a // b";\n    }');
  });

  it('has a tab for each level of indentation', () => {
    expect(indentedByTabs('if (a) {\n    if (b)\n        c();\n}\n')).toBe('if (a) {\n\tif (b)\n\t\tc();\n}\n');
  });

  it('has texts of several lines as they were', () => {
    const texts = 'const a = `\n    ${b(`\n        c\n    `)}\n    d`;\nconst e = "\\\n    f";\n';
    expect(indentedByTabs(`if (g) {\n    ${texts}}\n`)).toBe(`if (g) {\n\t${texts}}\n`);
  });

  it('has the code of a text with insertions by tabs', () => {
    expect(indentedByTabs('a = `${b(() => {\n    c();\n})}\n    d`;')).toBe('a = `${b(() => {\n\tc();\n})}\n    d`;');
  });

  it('has lines of webpack without their marks', () => {
    const marked =
      '/******/ (() => {\n/* harmony import */ var a = require(1);\n// EXTERNAL MODULE: ./b.ts\nvar b = require(2);\n/******/ })';
    expect(indentedByTabs(marked)).toBe('(() => {\nvar a = require(1);\nvar b = require(2);\n})');
  });
});
