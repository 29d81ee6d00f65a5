import { hash } from 'node:crypto';
import { escapeLiteral } from 'pg';

/** One entry as the chain covers it. `at` is UTC with six decimals: `2026-03-02T01:02:03.004000Z`. */
export interface ChainedEntry {
  readonly district: string;
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  readonly result: string;
  readonly source: string | null;
  readonly requestId: string;
  readonly details: string;
}

/** Stands for "the hash before the first entry". */
export const GENESIS_HASH = '0'.repeat(64);

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

function escapeField(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replace(/[\b\f\n\r\t\v\\]/g, (character) => ESCAPES[character] as string);
}

/**
 * The entry in PostgreSQL's COPY text form, fields separated by tabs. This form is unambiguous (NULL is `\N`, every
 * separator is escaped) and is exactly what {@link chainCopySql} streams, so a verifier hashes bytes without reading them.
 */
export function entryLine(e: ChainedEntry): string {
  return [
    e.district,
    e.seq,
    e.at,
    e.actorId,
    e.actorName,
    e.action,
    e.subjectKind,
    e.subjectId,
    e.subjectLabel,
    e.result,
    e.source,
    e.requestId,
    e.details,
  ]
    .map(escapeField)
    .join('\t');
}

/** Link of the chain: SHA-256 (hex) over the previous hash, a newline and the line. */
export function linkHash(previous: string, line: string): string {
  return hash('sha256', `${previous}\n${line}`, 'hex');
}

/** Timestamp as the chain covers it. */
export function chainTime(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}

/** Streams `line TAB hash` of every entry after `afterSeq`, in order of the sequence. */
export function chainCopySql(district: string, afterSeq = 0): string {
  return `copy (
    select district, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id, actor_name, action,
           subject_kind, subject_id, subject_label, result, source, request_id, details, hash
    from platform.audit_entry where district = ${escapeLiteral(district)} and seq > ${Math.trunc(afterSeq)} order by seq
  ) to stdout`;
}
