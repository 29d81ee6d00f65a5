import { RecordAssembler, type TextRecord } from './record-assembler.ts';
import type { LineBlock } from './text-lines.ts';

const CANDIDATES = [',', '\t', ';', '|'] as const;
const SAMPLE_LINES = 60;

export interface FoundSeparator {
  separator: string;
  /** The file's first line is Excel's directive 'sep=;' and no data. */
  directive: boolean;
}

/** The separator that splits most of the first records into the same number of cells, more than one. */
export function findSeparator(lines: readonly string[]): FoundSeparator {
  const directive = /^sep=(.)$/i.exec(lines[0] ?? '');
  if (directive) return { separator: directive[1]!, directive: true };
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = consistency(lines.slice(0, SAMPLE_LINES), candidate);
    if (score > bestScore + 1e-9) {
      bestScore = score;
      best = candidate;
    }
  }
  return { separator: best, directive: false };
}

function consistency(lines: readonly string[], separator: string): number {
  const assembler = new RecordAssembler(separator, 0, 1_000_000);
  const records: TextRecord[] = [];
  lines.forEach((text, i) => {
    assembler.push({ line: i + 1, text }, records);
  });
  // A record cut off by the end of the sample is no evidence.
  const counts = records
    .filter((record) => !record.damaged && record.cells.some((c) => c !== ''))
    .map((record) => record.cells.length);
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, times] of frequency) score = Math.max(score, (times / counts.length) * (1 + Math.log2(count) / 8));
  return score;
}

/** The lines of blocks as one list, up to `limit`. */
export function firstLines(blocks: readonly LineBlock[], limit: number): string[] {
  return blocks.flatMap((block) => block.lines).slice(0, limit);
}
