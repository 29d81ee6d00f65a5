import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, escapeText, foldLine, writeCalendar } from './ical.ts';

/** Reads a calendar back by the grammar of RFC 5545 3.1 and 3.3.11: unfolds, splits, unescapes. */
function read(text: string): { name: string; value: string }[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toContain('\uFFFD');
  }
  const unfolded: string[] = [];
  for (const line of lines) {
    if (line.startsWith(' ')) unfolded[unfolded.length - 1] += line.slice(1);
    else unfolded.push(line);
  }
  return unfolded.map((line) => {
    const at = line.indexOf(':');
    expect(at).toBeGreaterThan(0);
    const value = line.slice(at + 1).replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c));
    return { name: line.slice(0, at), value };
  });
}

const day = (over: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'a-1@jince',
  on: '2026-12-31',
  summary: '受理期限 TS2026-00012',
  description: '第14条',
  url: null,
  remindDays: 1,
  ...over,
});
const now = new Date('2026-11-22T02:03:04Z');

describe('writeCalendar', () => {
  it('writes whole days whose end is the day after, over the end of a year', () => {
    const lines = read(writeCalendar('期限', [day()], now));
    const value = (name: string) => lines.find((line) => line.name === name)?.value;
    expect(value('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(value('DTEND;VALUE=DATE')).toBe('20270101');
    expect(value('DTSTAMP')).toBe('20261122T020304Z');
    expect(lines[0]).toEqual({ name: 'BEGIN', value: 'VCALENDAR' });
    expect(lines.at(-1)).toEqual({ name: 'END', value: 'VCALENDAR' });
  });

  it('gives back every text as it was, however long or strange, in lines of 75 octets', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((one) => one.replace(/\p{Cc}/gu, ' '));
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const lines = read(writeCalendar('x', [day({ summary, description })], now));
        expect(lines.find((line) => line.name === 'SUMMARY')?.value).toBe(summary);
        expect(lines.find((line) => line.name === 'DESCRIPTION')?.value).toBe(description);
      }),
    );
  });

  it('nests begin and end, and lets no text break out of its line', () => {
    const bad = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT;,\\n';
    const lines = read(writeCalendar('x', [day({ summary: bad }), day({ uid: 'b' })], now));
    const stack: string[] = [];
    for (const { name, value } of lines) {
      if (name === 'BEGIN') stack.push(value);
      if (name === 'END') expect(stack.pop()).toBe(value);
    }
    expect(stack).toEqual([]);
    expect(lines.filter((line) => line.name === 'BEGIN' && line.value === 'VEVENT')).toHaveLength(2);
    expect(lines.find((line) => line.name === 'SUMMARY')?.value).toBe('x\nEND:VEVENT\nBEGIN:VEVENT;,\\n');
  });
});

it('escapes and folds as the standard shows', () => {
  expect(escapeText('a,b;c\\d\ne')).toBe('a\\,b\\;c\\\\d\\ne');
  expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  expect(foldLine('限'.repeat(26))).toBe(`${'限'.repeat(25)}\r\n 限`);
});
