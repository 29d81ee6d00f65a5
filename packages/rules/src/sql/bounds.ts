import type { Expr } from '../expression.ts';
import { type SqlPart, sql } from './sql-part.ts';

/** A number at or beyond ±10¹⁵ becomes null; least and greatest pass over nulls, so these end at the bound as well. */
export function clampNumber(part: SqlPart): SqlPart {
  return sql`nullif(nullif(least(greatest(${part}, -1e15::float8), 1e15::float8), 1e15::float8), -1e15::float8)`;
}

/** As {@link clampNumber}, and on the grid of 2⁻³⁰⁰ on which products and quotients cannot underflow. */
export function boundNumber(part: SqlPart): SqlPart {
  return sql`(round(${clampNumber(part)} * 2.037035976334486e+90::float8) / 2.037035976334486e+90::float8)`;
}

/** A day outside 0001–9999 becomes null, infinities included. */
export function boundDate(part: SqlPart): SqlPart {
  return sql`nullif(nullif(least(greatest(${part}, date '0001-12-31 BC'), date '10000-01-01'), date '10000-01-01'), date '0001-12-31 BC')`;
}

/** Whether a date expression yields days of the language by itself. */
export function isBoundedDate(expr: Expr): boolean {
  return expr.op === 'literal' || expr.op === 'today' || expr.op === 'shift';
}
