import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { Milliseconds } from './lifetime.js';
import { invalid, valid, type Problem, type Result } from './problem.js';
import { quote } from './shown-text.js';
import { didYouMean } from './suggestion.js';

const FORM =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)?(?<offset>Z|[+-]\d\d:\d\d)?)?$/;

/**
 * The instant that `expires_at` and `time_zone` name. A date alone is the start of that day, whatever the clocks show then. A
 * local time that a change of the clocks repeats is the earlier of its two instants; one that it skips is an error. A part
 * of a second is dropped.
 */
export function parseInstant(text: string, zoneText: string | undefined): Result<Milliseconds> {
  const problems: Problem[] = [];
  const fields = FORM.exec(text)?.groups;
  const wanted = fields === undefined ? undefined : numbersOf(fields);
  if (wanted === undefined) {
    problems.push({
      input: 'expires_at',
      message: `found ${quote(text)}; expected a date or a time such as 2026-10-30, 2026-10-30T12:45, 2026-10-30T12:45:00Z or 2026-10-30T12:45+13:00`,
    });
  } else if (!isInCalendar(wanted)) {
    problems.push({ input: 'expires_at', message: `${quote(text)} is not a date and time of the calendar` });
  }
  const offset = fields?.['offset'];
  if (offset !== undefined && zoneText !== undefined) {
    problems.push({
      input: 'time_zone',
      message: `expires_at says its own offset (${offset}); leave out one of the two`,
    });
  }
  const zone = parseZone(offset ?? zoneText ?? 'UTC');
  if (zone === undefined) {
    problems.push(
      offset === undefined
        ? {
            input: 'time_zone',
            message: `found ${quote(zoneText ?? '')}; expected a region such as Pacific/Auckland, UTC, or an offset such as -05:00.${didYouMean(zoneText ?? '', ['UTC', ...Intl.supportedValuesOf('timeZone')])}`,
          }
        : { input: 'expires_at', message: `found the offset ${offset}; expected one from -18:00 to +18:00` },
    );
  }
  if (wanted === undefined || zone === undefined || problems.length > 0) return invalid(...problems);

  const local = DateTime.fromObject(wanted, { zone });
  // Luxon moves a skipped local time forward, so the fields that come out are not those that went in.
  const sameTime = local.hour === wanted.hour && local.minute === wanted.minute;
  if (local.day !== wanted.day || (fields?.['hour'] !== undefined && !sameTime)) {
    return invalid({
      input: 'expires_at',
      message: `${quote(text)} does not exist in ${zone.name}: the clocks are put forward over it. Name a time before or after the change`,
    });
  }
  return valid(Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis())));
}

type Wanted = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

function numbersOf(fields: Readonly<Record<string, string | undefined>>): Wanted {
  const number = (name: string) => Number(fields[name] ?? 0);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

function isInCalendar(wanted: Wanted): boolean {
  // Luxon takes 24:00 for the next day's 0:00.
  return wanted.hour < 24 && DateTime.fromObject(wanted, { zone: FixedOffsetZone.utcInstance }).isValid;
}

function parseZone(text: string): Zone | undefined {
  if (text === 'UTC' || text === 'Z') return FixedOffsetZone.utcInstance;
  const offset = /^(?<sign>[+-])(?<hours>\d\d):(?<minutes>[0-5]\d)$/.exec(text)?.groups;
  if (offset !== undefined) {
    const minutes = Number(offset['hours']) * 60 + Number(offset['minutes']);
    return minutes > 18 * 60 ? undefined : FixedOffsetZone.instance(offset['sign'] === '-' ? -minutes : minutes);
  }
  return isRegion(text) ? IANAZone.create(text) : undefined;
}

/** Region names hold a slash: Intl alone would take abbreviations such as EST too, and names in any letter case. */
function isRegion(text: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+$/.test(text) || !IANAZone.isValidZone(text)) return false;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
  return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
}
