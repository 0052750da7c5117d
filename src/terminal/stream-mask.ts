/** Takes secrets out of a stream of bytes, as a runner takes them out of the lines of a log. */
export interface StreamMask {
  /** What may be shown now that these bytes came; what may begin a secret is held back. */
  push(bytes: Uint8Array): Buffer;
  /**
   * What may be shown when nothing comes for a while: fewer than 4 bytes that are held give nothing away, and may be a
   * prompt that somebody waits for. A secret that goes on after them is masked from there on.
   */
  pause(): Buffer;
  /** The rest: nothing comes any more. */
  end(): Buffer;
  /** Whether `pause` has something to show. */
  readonly mayPause: boolean;
}

const MASK = Buffer.from('***');
/** As many bytes of a secret may be shown by `pause`. */
const MOST_PAUSED = 3;

/**
 * A mask for the given forms (`formsOf` makes those of a secret). Where they overlap or touch, the whole is masked once. The
 * time that it takes grows with the stream and not with the number of forms, and it holds no more bytes than the longest has.
 */
export function createStreamMask(forms: readonly string[]): StreamMask {
  const { longest, depth, masks, first, next } = createMachine(
    forms.map((form) => Buffer.from(form)).filter((form) => form.length > 0),
  );
  // The bytes from `shown` to `end` are held; beside each stands whether it is part of a form.
  const held = Buffer.alloc(2 * longest + 2);
  const hidden = new Uint8Array(held.length);
  let shown = 0;
  let end = 0;
  // Where the hidden bytes begin that end with the last one; `end` when that is not hidden.
  let run = 0;
  let state = 0;
  // Whether the last thing shown was a mask, which the next byte belongs to if it is hidden.
  let masking = false;

  const hold = (byte: number): void => {
    if (end === held.length) {
      held.copyWithin(0, shown, end);
      hidden.copyWithin(0, shown, end);
      end -= shown;
      run = Math.max(0, run - shown);
      shown = 0;
    }
    held[end] = byte;
    hidden[end] = 0;
    end++;
    const start = Math.max(shown, end - (masks[state] ?? 0));
    if (start === end) run = end;
    else {
      hidden[end - 1] = 1;
      // What is hidden is not hidden again: a form may end at every byte.
      if (start < run) hidden.fill(1, start, run);
      run = Math.min(run, start);
    }
  };

  /** Shows the held bytes before an index. */
  const show = (until: number, out: Output): void => {
    for (; shown < until; shown++) {
      if (hidden[shown] === 0) out.add(held.subarray(shown, shown + 1));
      else if (!masking) out.add(MASK);
      masking = hidden[shown] !== 0;
    }
  };

  const mayPause = (): boolean => end > shown && end - shown <= MOST_PAUSED;

  return {
    push(bytes) {
      const out = createOutput();
      let index = 0;
      while (index < bytes.length) {
        if (state === 0 && shown === end) {
          const start = index;
          while (index < bytes.length && first[bytes[index] ?? 0] === 0) index++;
          if (index > start) {
            out.add(bytes.subarray(start, index));
            masking = false;
          }
          if (index === bytes.length) break;
        }
        const byte = bytes[index] ?? 0;
        index++;
        state = next(state, byte);
        hold(byte);
        // No form that is still to be found begins before the bytes that the state stands for, and what is hidden stays so.
        let known = Math.max(shown, end - (depth[state] ?? 0));
        while (known < end && hidden[known] !== 0) known++;
        show(known, out);
      }
      return out.bytes();
    },
    pause() {
      const out = createOutput();
      if (mayPause()) show(end, out);
      return out.bytes();
    },
    end() {
      const out = createOutput();
      show(end, out);
      return out.bytes();
    },
    get mayPause() {
      return mayPause();
    },
  };
}

/** All forms in one automaton (Aho and Corasick, 1975): a state stands for the longest end of the stream that begins a form. */
interface Machine {
  readonly longest: number;
  /** How many bytes a state stands for. */
  readonly depth: Uint32Array;
  /** The length of the longest form that ends in a state; 0 for none. */
  readonly masks: Uint32Array;
  /** The states after the first byte of a form, by that byte; 0 where no form begins. */
  readonly first: Uint32Array;
  readonly next: (state: number, byte: number) => number;
}

function createMachine(forms: readonly Buffer[]): Machine {
  const most = forms.reduce((sum, form) => sum + form.length, 1);
  const depth = new Uint32Array(most);
  const masks = new Uint32Array(most);
  const first = new Uint32Array(256);
  // The states that follow one are a list of siblings: all but the first state have few of them.
  const bytes = new Uint8Array(most);
  const child = new Uint32Array(most);
  const sibling = new Uint32Array(most);
  const fallback = new Uint32Array(most);
  let states = 1;

  const follow = (state: number, byte: number): number => {
    if (state === 0) return first[byte] ?? 0;
    let candidate = child[state] ?? 0;
    while (candidate !== 0 && bytes[candidate] !== byte) candidate = sibling[candidate] ?? 0;
    return candidate;
  };
  const next = (state: number, byte: number): number => {
    for (let from = state; ; from = fallback[from] ?? 0) {
      const to = follow(from, byte);
      if (to !== 0 || from === 0) return to;
    }
  };

  for (const form of forms) {
    let state = 0;
    for (const byte of form) {
      let to = follow(state, byte);
      if (to === 0) {
        to = states++;
        bytes[to] = byte;
        depth[to] = (depth[state] ?? 0) + 1;
        if (state === 0) first[byte] = to;
        else {
          sibling[to] = child[state] ?? 0;
          child[state] = to;
        }
      }
      state = to;
    }
    masks[state] = form.length;
  }
  const queue = new Uint32Array(most);
  let queued = 0;
  for (const state of first) if (state !== 0) queue[queued++] = state;
  for (let index = 0; index < queued; index++) {
    const state = queue[index] ?? 0;
    for (let to = child[state] ?? 0; to !== 0; to = sibling[to] ?? 0) {
      fallback[to] = next(fallback[state] ?? 0, bytes[to] ?? 0);
      masks[to] = Math.max(masks[to] ?? 0, masks[fallback[to] ?? 0] ?? 0);
      queue[queued++] = to;
    }
  }
  return { longest: forms.reduce((most, form) => Math.max(most, form.length), 0), depth, masks, first, next };
}

interface Output {
  add(bytes: Uint8Array): void;
  bytes(): Buffer;
}

function createOutput(): Output {
  let buffer = Buffer.alloc(0);
  let size = 0;
  return {
    add(bytes) {
      if (size + bytes.length > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(64, 2 * buffer.length, size + bytes.length));
        buffer.copy(larger, 0, 0, size);
        buffer = larger;
      }
      buffer.set(bytes, size);
      size += bytes.length;
    },
    bytes: () => buffer.subarray(0, size),
  };
}
