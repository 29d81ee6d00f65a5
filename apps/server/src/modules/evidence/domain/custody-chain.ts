import { hash } from 'node:crypto';

export interface CustodyRecord {
  readonly subject: 'item' | 'thing';
  readonly subjectId: string;
  readonly seq: number;
  readonly act: string;
  readonly happenedAt: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly by: string;
  readonly recordedAt: string;
}

export interface LinkedRecord extends CustodyRecord {
  readonly previousHash: string;
  readonly hash: string;
}

/** Stands for the hash before the first entry. */
export const FIRST_LINK = '0'.repeat(64);

/** The entry as the chain covers it; docs/verify-package.mjs makes the same line. */
function custodyLine(e: CustodyRecord): string {
  const details = Object.entries(e.details).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    e.subject,
    e.subjectId,
    e.seq,
    e.act,
    e.happenedAt,
    e.from,
    e.to,
    e.place,
    e.reason,
    details,
    e.by,
    e.recordedAt,
  ]);
}

/** SHA-256 (hex) over the previous hash, a newline and the line. */
export function linkCustody(previous: string, entry: CustodyRecord): string {
  return hash('sha256', `${previous}\n${custodyLine(entry)}`, 'hex');
}

/** Whether entries follow each other without a gap, each with the hash it must have, up to the kept head. */
export function custodyIntact(entries: readonly LinkedRecord[], head: string | null): boolean {
  let previous = FIRST_LINK;
  for (const [at, entry] of entries.entries()) {
    if (entry.seq !== at + 1 || entry.previousHash !== previous) return false;
    previous = linkCustody(previous, entry);
    if (entry.hash !== previous) return false;
  }
  return entries.length > 0 && previous === head;
}
