/**
 * The column of an index in a line that begins at `lineStart`, in characters from 1. Indexes are asked for from left to
 * right, and each count goes on from the one before: a line may be as long as the text.
 */
export function createColumnCounter(text: string): (lineStart: number, index: number) => number {
  let counted = 0;
  let column = 1;
  return (lineStart, index) => {
    if (counted < lineStart || index < counted) {
      counted = lineStart;
      column = 1;
    }
    column += [...text.slice(counted, index)].length;
    counted = index;
    return column;
  };
}
