import { linkHash } from './entry-line.ts';

/** An entry whose hash does not follow from what stands before it. */
export interface SuspectEntry {
  readonly seq: number;
  readonly line: Buffer;
  readonly hash: string;
  readonly previousHash: string;
}

/** Trying every place for every entry is quadratic; with more suspects than this the chain is rewritten, not shuffled. */
const MAX_SUSPECTS = 48;

function withSeq(line: string, seq: number): string {
  return line.replace(/\t\d+\t/, `\t${seq}\t`);
}

/**
 * Sequence numbers of suspects that are whole entries put into another place: with the number of another suspect and the
 * hash that once stood before it, their own hash is right again.
 */
export function findMoved(suspects: readonly SuspectEntry[]): ReadonlySet<number> {
  const moved = new Set<number>();
  if (suspects.length > MAX_SUSPECTS) return moved;
  const befores = new Set(suspects.flatMap((suspect) => [suspect.previousHash, suspect.hash]));
  for (const suspect of suspects) {
    const line = suspect.line.toString('utf8');
    const fits = suspects.some(
      ({ seq }) =>
        seq !== suspect.seq && [...befores].some((before) => linkHash(before, withSeq(line, seq)) === suspect.hash),
    );
    if (fits) moved.add(suspect.seq);
  }
  return moved;
}
