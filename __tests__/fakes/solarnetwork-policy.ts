/**
 * What SolarUser makes of a policy that it is sent. Its parser reads token by token, takes the next one for the value of a
 * member whatever it is, and drops what it does not understand; where a member leaves tokens behind, the rest of the text
 * is refused as trailing. Modelled on BasicSecurityPolicyField and BasicSecurityPolicyDeserializer of
 * SolarNetwork/solarnetwork-common and on runs of the released classes.
 */
export type Reading =
  | { readonly kind: 'policy'; readonly policy: KeptPolicy }
  /** The text is `null`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'crash' };

export interface KeptPolicy {
  /** Null for an element that was no number. */
  readonly nodeIds?: readonly (number | null)[];
  readonly sourceIds?: readonly (string | null)[];
  readonly minAggregation?: string;
  readonly aggregations?: readonly string[];
  readonly minLocationPrecision?: string;
  readonly locationPrecisions?: readonly string[];
  readonly nodeMetadataPaths?: readonly (string | null)[];
  readonly userMetadataPaths?: readonly (string | null)[];
  readonly apiPaths?: readonly (string | null)[];
  readonly notAfter?: number;
  readonly refreshAllowed?: boolean;
}

const KEYS_OF_AGGREGATIONS = new Map([
  ['0', 'None'],
  ['', 'None'],
  ['m', 'Minute'],
  ['5m', 'FiveMinute'],
  ['10m', 'TenMinute'],
  ['15m', 'FifteenMinute'],
  ['30m', 'ThirtyMinute'],
  ['h', 'Hour'],
  ['hd', 'HourOfDay'],
  ['hy', 'HourOfYear'],
  ['shd', 'SeasonalHourOfDay'],
  ['d', 'Day'],
  ['wd', 'DayOfWeek'],
  ['yd', 'DayOfYear'],
  ['swd', 'SeasonalDayOfWeek'],
  ['w', 'Week'],
  ['yw', 'WeekOfYear'],
  ['M', 'Month'],
  ['y', 'Year'],
  ['rt', 'RunningTotal'],
]);
const AGGREGATIONS = new Set(KEYS_OF_AGGREGATIONS.values());
const PRECISIONS = new Set(
  'LatLong Block Street PostalCode Locality StateOrProvince Region TimeZone Country'.split(' '),
);
const LARGEST_LONG = 2n ** 63n - 1n;

interface Token {
  readonly kind:
    | 'open-object'
    | 'close-object'
    | 'open-list'
    | 'close-list'
    | 'name'
    | 'text'
    | 'whole'
    | 'fraction'
    | 'boolean'
    | 'null';
  /** The decoded text of a name or text, the source of anything else. */
  readonly text: string;
}

class Malformed extends Error {}
class Crash extends Error {}

export function readPolicyAsServerDoes(body: string): Reading {
  const text = body.replace(/^\uFEFF/, '');
  try {
    JSON.parse(text);
  } catch {
    return { kind: 'malformed', message: 'Malformed JSON: Unexpected character' };
  }
  const tokens = tokenize(text);
  if (tokens[0]?.kind === 'null') return { kind: 'none' };
  if (tokens[0]?.kind !== 'open-object') {
    return { kind: 'malformed', message: 'Malformed JSON: Unable to parse SecurityPolicy (not an object)' };
  }
  try {
    return { kind: 'policy', policy: readMembers(tokens) };
  } catch (error) {
    if (error instanceof Crash) return { kind: 'crash' };
    if (error instanceof Malformed) return { kind: 'malformed', message: error.message };
    throw error;
  }
}

function readMembers(tokens: readonly Token[]): KeptPolicy {
  let index = 0;
  const next = (): Token | undefined => tokens[++index];
  const nextText = (): string | undefined => {
    const token = next();
    return token?.kind === 'text' ? token.text : undefined;
  };
  /** Undefined when the next token opens no list; it is consumed all the same. */
  const nextList = <Item>(item: (token: Token) => Item | null): readonly (Item | null)[] | undefined => {
    if (next()?.kind !== 'open-list') return undefined;
    const items: (Item | null)[] = [];
    for (let token = next(); token !== undefined && token.kind !== 'close-list'; token = next())
      items.push(item(token));
    return items;
  };
  const number = ({ kind, text }: Token) => (kind === 'whole' || kind === 'fraction' ? Math.trunc(Number(text)) : null);
  const scalar = ({ kind, text }: Token) => (['text', 'whole', 'fraction', 'boolean'].includes(kind) ? text : null);
  const texts = () => unlessEmpty(nextList(scalar));

  const kept: { -readonly [Name in keyof KeptPolicy]: KeptPolicy[Name] | undefined } = {};
  for (let token = next(); token?.kind === 'name'; token = next()) {
    switch (token.text) {
      case 'nodeIds': {
        const ids = unlessEmpty(nextList(number));
        kept.nodeIds = ids?.toSorted((a, b) => Number(a) - Number(b)) ?? kept.nodeIds;
        break;
      }
      case 'sourceIds':
      case 'nodeMetadataPaths':
      case 'userMetadataPaths':
      case 'apiPaths':
        kept[token.text] = texts() ?? kept[token.text];
        break;
      case 'minAggregation': {
        const text = nextText() ?? '';
        kept.minAggregation = aggregation(text) ?? kept.minAggregation;
        break;
      }
      case 'aggregations': {
        const names = unlessEmpty(nextList(scalar));
        // The case has no end of its own: it goes on as if this were the next member, which is then given no text.
        if (names === undefined) throw new Crash();
        kept.aggregations = unlessEmpty(names.flatMap((name) => aggregation(name ?? '') ?? [])) ?? kept.aggregations;
        break;
      }
      case 'minLocationPrecision': {
        const text = nextText();
        if (text === undefined) throw new Crash();
        if (PRECISIONS.has(text)) kept.minLocationPrecision = text;
        break;
      }
      case 'locationPrecisions': {
        const names = unlessEmpty(nextList(scalar));
        if (names === undefined) {
          // The same again: it goes on as if it were a list of texts, and takes the next token for its beginning.
          nextList(scalar);
          break;
        }
        kept.locationPrecisions =
          unlessEmpty(names.flatMap((name) => (name !== null && PRECISIONS.has(name) ? [name] : []))) ??
          kept.locationPrecisions;
        break;
      }
      case 'notAfter': {
        const value = next();
        if (value?.kind !== 'whole') break;
        if (BigInt(value.text) > LARGEST_LONG)
          throw new Malformed('Malformed JSON: Numeric value out of range of long');
        if (Number(value.text) > 0) kept.notAfter = Number(value.text);
        break;
      }
      case 'refreshAllowed': {
        const value = next();
        if (value?.kind === 'boolean') kept.refreshAllowed = value.text === 'true';
        break;
      }
      default:
        next();
    }
  }
  if (tokens[index + 1] !== undefined) throw new Malformed('Malformed JSON: Trailing token found after value');
  const { minAggregation, aggregations, minLocationPrecision, locationPrecisions, ...rest } = kept;
  return withoutUndefined({
    ...rest,
    ...(minAggregation === undefined ? { aggregations } : { minAggregation }),
    ...(minLocationPrecision === undefined ? { locationPrecisions } : { minLocationPrecision }),
  });
}

/**
 * Lists grow, single values are overwritten where there are any, and of a minimum and a list the minimum is kept (Builder,
 * withMergedPolicy, of BasicSecurityPolicy in SolarNetwork/solarnetwork-common).
 */
export function mergePolicyAsServerDoes(before: KeptPolicy, added: KeptPolicy): KeptPolicy {
  const union = <Item>(one: readonly Item[] = [], other: readonly Item[] = []) => unlessEmpty([...one, ...other]);
  const minAggregation = added.minAggregation ?? before.minAggregation;
  const minLocationPrecision = added.minLocationPrecision ?? before.minLocationPrecision;
  return withoutUndefined({
    nodeIds: union(before.nodeIds, added.nodeIds)?.toSorted((a, b) => Number(a) - Number(b)),
    sourceIds: union(before.sourceIds, added.sourceIds),
    minAggregation,
    aggregations: minAggregation === undefined ? union(before.aggregations, added.aggregations) : undefined,
    minLocationPrecision,
    locationPrecisions:
      minLocationPrecision === undefined ? union(before.locationPrecisions, added.locationPrecisions) : undefined,
    nodeMetadataPaths: union(before.nodeMetadataPaths, added.nodeMetadataPaths),
    userMetadataPaths: union(before.userMetadataPaths, added.userMetadataPaths),
    apiPaths: union(before.apiPaths, added.apiPaths),
    notAfter: added.notAfter ?? before.notAfter,
    refreshAllowed: added.refreshAllowed ?? before.refreshAllowed,
  });
}

function aggregation(text: string): string | undefined {
  return AGGREGATIONS.has(text) ? text : KEYS_OF_AGGREGATIONS.get(text);
}

function unlessEmpty<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items === undefined || items.length === 0 ? undefined : [...new Set(items)];
}

function withoutUndefined(kept: { readonly [Name in keyof KeptPolicy]: KeptPolicy[Name] | undefined }): KeptPolicy {
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

const PATTERN = /\s*(?:("(?:[^"\\]|\\.)*")(\s*:)?|([{}[\],])|(true|false|null|-?\d[\d.eE+-]*))/gy;

/** For text that is known to be JSON. */
function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(PATTERN)].flatMap(([, string, colon, mark, literal]): Token[] => {
    if (string !== undefined) {
      return [{ kind: colon === undefined ? 'text' : 'name', text: String(JSON.parse(string)) }];
    }
    if (literal !== undefined) return [{ kind: kindOf(literal), text: literal }];
    switch (mark) {
      case '{':
        return [{ kind: 'open-object', text: mark }];
      case '}':
        return [{ kind: 'close-object', text: mark }];
      case '[':
        return [{ kind: 'open-list', text: mark }];
      case ']':
        return [{ kind: 'close-list', text: mark }];
      default:
        return [];
    }
  });
}

function kindOf(literal: string): Token['kind'] {
  if (literal === 'null') return 'null';
  if (literal === 'true' || literal === 'false') return 'boolean';
  return /^-?\d+$/.test(literal) ? 'whole' : 'fraction';
}
