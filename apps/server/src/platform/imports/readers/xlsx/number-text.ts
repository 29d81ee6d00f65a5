import { columnName, rowProblem } from '../row-problem.ts';
import type { RowProblem } from '../types.ts';
import type { NumberFormat } from './number-format.ts';

export interface CellText {
  text: string;
  problem?: RowProblem;
}

const DAY_MS = 86_400_000;
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465;

/** A stored number as text: dates as 'YYYY-MM-DD[ HH:MM:SS]', integers in full, the 15 digits that Excel shows otherwise. */
export function numberText(
  raw: string,
  format: NumberFormat,
  at: { line: number; column: number; date1904: boolean },
): CellText {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return { text: raw };
  if (format === 'date') {
    const date = serialText(value, at.date1904);
    if (date !== undefined) return { text: date };
    return {
      text: plainNumber(raw, value),
      problem: rowProblem('row.bad-date-serial', { cell: cellName(at), value: raw }, { column: at.column }),
    };
  }
  if (format === 'percent') return { text: `${Number((value * 100).toPrecision(15))}%` };
  const text = plainNumber(raw, value);
  if (typeof format === 'object' && /^\d+$/.test(text)) return { text: text.padStart(format.zeros, '0') };
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) return { text, problem: precisionProblem(raw, text, at) };
  return { text };
}

/** Digits of an integer that Excel wrote end in zeros from the 16th on; other writers may have stored them all. */
function precisionProblem(raw: string, text: string, at: { line: number; column: number }): RowProblem {
  const exact = /^\d{16,}$/.test(raw) && !/^\d{15}0+$/.test(raw);
  return rowProblem(
    'row.number-precision',
    { cell: cellName(at), value: text },
    { column: at.column, severity: exact ? 'warning' : 'error' },
  );
}

function plainNumber(raw: string, value: number): string {
  if (/^-?\d+$/.test(raw)) return raw;
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : raw;
  return String(Number(value.toPrecision(15)));
}

/**
 * Text of a date serial. In the 1900 system serial 60 is the 29 February 1900 that never was, kept by Excel for
 * compatibility; days before it are one later than they count. Undefined when the number is no date.
 */
export function serialText(serial: number, date1904: boolean): string | undefined {
  if (serial < 0 || serial >= LAST_SERIAL + 1) return undefined;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days++;
    seconds = 0;
  }
  const time = seconds === 0 && days > 0 ? '' : clock(seconds);
  if (days === 0 && !date1904) return time;
  if (days === 60 && !date1904) return undefined;
  const date = dayText(days, date1904);
  return seconds === 0 ? date : `${date} ${time}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((n) => String(n).padStart(2, '0')).join(':');
}

/** Columns of dates repeat themselves: the texts of recent days are kept. */
const days1900 = new Map<number, string>();
const days1904 = new Map<number, string>();
const MAX_KEPT_DAYS = 50_000;

function dayText(days: number, date1904: boolean): string {
  const kept = date1904 ? days1904 : days1900;
  const known = kept.get(days);
  if (known !== undefined) return known;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
  if (kept.size < MAX_KEPT_DAYS) kept.set(days, text);
  return text;
}

export function cellName(at: { line: number; column: number }): string {
  return `${columnName(at.column)}${at.line}`;
}
