import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainVerifier } from './chain-verifier.ts';
import { type ChainedEntry, entryLine, GENESIS_HASH, linkHash } from './entry-line.ts';

function entry(seq: number, details = '{}'): ChainedEntry {
  return {
    district: '320509',
    seq,
    at: '2026-11-22T02:00:00.000000Z',
    actorId: null,
    actorName: '张三\t\\李四',
    action: 'ip-rights.patent.import',
    subjectKind: seq % 2 === 0 ? null : 'patent',
    subjectId: String(seq),
    subjectLabel: '一种\n织机',
    result: 'ok',
    source: '10.0.0.1',
    requestId: `r${seq}`,
    details,
  };
}

/** Lines with hashes, as the database streams them. */
function chain(length: number): string[] {
  let previous = GENESIS_HASH;
  return Array.from({ length }, (_, i) => {
    const line = entryLine(entry(i + 1));
    previous = linkHash(previous, line);
    return `${line}\t${previous}`;
  });
}

function verify(lines: readonly string[], chunkBytes = 1_000_000): ChainVerifier {
  const verifier = new ChainVerifier();
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
  for (let at = 0; at < bytes.length; at += chunkBytes) verifier.feed(bytes.subarray(at, at + chunkBytes));
  verifier.finish();
  return verifier;
}

const kinds = (verifier: ChainVerifier) => verifier.problems.map(({ seq, kind }) => [seq, kind]);

describe('a chain as it was written', () => {
  it('is accepted however the stream is cut', () => {
    const lines = chain(40);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (chunkBytes) => {
        const verifier = verify(lines, chunkBytes);
        expect(kinds(verifier)).toEqual([]);
        expect(verifier.entries).toBe(40);
        expect(verifier.last).toEqual({ seq: 40, hash: lines[39]?.slice(-64) });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps NULL and the empty text apart, and separators inside fields', () => {
    const base = entry(1);
    const texts = [
      entryLine({ ...base, source: null }),
      entryLine({ ...base, source: '' }),
      entryLine({ ...base, source: '\\N' }),
      entryLine({ ...base, actorName: 'a\tb', action: 'c' }),
      entryLine({ ...base, actorName: 'a', action: 'b\tc' }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('a chain that was changed', () => {
  it('shows an edited entry', () => {
    const lines = chain(9);
    lines[4] = (lines[4] as string).replace('张三', '王五');
    expect(kinds(verify(lines))).toEqual([[5, 'edited']]);
  });

  it('shows an edited entry whose hash was made to fit, at the next link', () => {
    const lines = chain(9);
    const forged = entryLine(entry(5, '{"amountFen":1}'));
    lines[4] = `${forged}\t${linkHash((lines[3] as string).slice(-64), forged)}`;
    expect(kinds(verify(lines))).toEqual([[6, 'edited']]);
  });

  it('shows deleted entries with their numbers', () => {
    const lines = chain(9);
    lines.splice(3, 2);
    const verifier = verify(lines);
    expect(kinds(verifier)).toEqual([[4, 'deleted']]);
    expect(verifier.problems[0]?.text.zh).toBe('第 4–5 条（2 条）被删除');
  });

  it('shows a deleted entry when the later ones were renumbered', () => {
    const lines = chain(9);
    lines.splice(3, 1);
    const renumbered = lines.map((line, i) => line.replace(/\t\d+\t/, `\t${i + 1}\t`));
    expect(verify(renumbered).problems.length).toBeGreaterThan(0);
  });

  it.each([
    [3, 4],
    [2, 7],
  ])('shows that entries %i and %i changed places', (a, b) => {
    const lines = chain(9);
    const [first, second] = [lines[a - 1] as string, lines[b - 1] as string];
    lines[a - 1] = second.replace(/\t\d+\t/, `\t${a}\t`);
    lines[b - 1] = first.replace(/\t\d+\t/, `\t${b}\t`);
    const found = kinds(verify(lines));
    expect(found).toContainEqual([a, 'reordered']);
    expect(found).toContainEqual([b, 'reordered']);
  });

  it('shows lines in the wrong order in a file', () => {
    const lines = chain(5);
    expect(kinds(verify([lines[0], lines[2], lines[1], lines[3], lines[4]] as string[]))).toContainEqual([
      2,
      'reordered',
    ]);
  });

  it('shows a last line that was cut through', () => {
    const lines = chain(3);
    const bytes = Buffer.from(`${lines.join('\n')}`);
    const verifier = new ChainVerifier();
    verifier.feed(bytes.subarray(0, bytes.length - 10));
    verifier.finish();
    expect(kinds(verifier)).toContainEqual([null, 'truncated']);
  });

  it('finds any single changed byte', () => {
    const bytes = Buffer.from(
      chain(6)
        .map((line) => `${line}\n`)
        .join(''),
      'utf8',
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ flip;
        const verifier = new ChainVerifier();
        verifier.feed(changed);
        verifier.finish();
        const intact = verifier.problems.length === 0 && verifier.last.seq === 6;
        // The last hash alone is covered by the head, not by the chain.
        expect(intact && verifier.last.hash === bytes.toString('latin1', bytes.length - 65, bytes.length - 1)).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });
});
