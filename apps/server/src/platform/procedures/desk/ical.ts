/** One day with something on it, as a calendar shows it. */
export interface CalendarDay {
  /** Stays the same as long as it is the same thing. */
  readonly uid: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string | null;
  /** Days before on which a program reminds. */
  readonly remindDays: number;
}

/** TEXT of RFC 5545 3.3.11: backslash, semicolon, comma and line breaks are escaped, other control characters left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\n/g, '\\n');
}

const LINE_OCTETS = 75;
const octets = (text: string): number => Buffer.byteLength(text, 'utf8');

/** A content line, folded to 75 octets without tearing a character apart (RFC 5545 3.1). */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const room = parts.length === 0 ? LINE_OCTETS : LINE_OCTETS - 1;
    if (octets(part) + octets(letter) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  parts.push(part);
  return parts.join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The day after: DTEND of a whole day does not belong to it. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function event(day: CalendarDay, now: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(day.uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${compact(day.on)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day.on))}`,
    `SUMMARY:${escapeText(day.summary)}`,
    `DESCRIPTION:${escapeText(day.description)}`,
    ...(day.url === null ? [] : [`URL:${day.url}`]),
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(day.summary)}`,
    `TRIGGER:-P${day.remindDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A calendar as RFC 5545 wants it: CRLF, folded, escaped. @param name shown by programs that know X-WR-CALNAME */
export function writeCalendar(name: string, days: readonly CalendarDay[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jince//Officer desk//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...days.flatMap((day) => event(day, now)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
