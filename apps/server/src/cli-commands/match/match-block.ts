import { type Decision, type Matcher, matchHolders, summariseJoint } from '@jince/matching';
import type { MentionColumns } from './columns.ts';
import type { MentionBlocks } from './load-mentions.ts';
import { readRecord } from './read-table.ts';

export type Counts = Record<Decision, number>;

/** Takes blocks off the shared counter until none is left; `send` gets the out lines of each. */
export function takeBlocks(
  matcher: Matcher,
  text: string,
  { columns, starts }: MentionBlocks,
  counter: SharedArrayBuffer,
  send: (block: number, lines: string) => void,
): Counts {
  const counts: Counts = { auto: 0, review: 0, none: 0 };
  const next = new Int32Array(counter);
  for (;;) {
    const block = Atomics.add(next, 0, 1);
    if (block >= starts.length - 1) return counts;
    send(block, matchBlock(matcher, text, { start: starts[block]!, end: starts[block + 1]!, columns }, counts));
  }
}

/** Matches the records of one block and gives their lines of the out file; adds to `counts`. */
function matchBlock(
  matcher: Matcher,
  text: string,
  block: { start: number; end: number; columns: MentionColumns },
  counts: Counts,
): string {
  const { columns } = block;
  const fields: string[] = [];
  const optional = (column: number): string | undefined =>
    column < 0 ? undefined : fields[column]?.trim() || undefined;
  let out = '';
  for (let at = block.start; at < block.end; ) {
    at = readRecord(text, at, fields);
    if (fields.length === 1 && fields[0] === '') continue;
    const id = fields[columns.id]!.trim();
    const name = fields[columns.name] ?? '';
    const joint = matchHolders(matcher, { id, name, address: optional(columns.address), ipc: optional(columns.ipc) });
    const { decision, best } = joint.chosen.result;
    counts[decision]++;
    const score = best ? trim(best.score) : trim(joint.chosen.result.candidates[0]?.score ?? 0);
    out += `${quote(id)},${quote(best?.uscc ?? '')},${decision},${score},${quote(summariseJoint(joint))}\n`;
  }
  return out;
}

function trim(score: number): string {
  return score.toFixed(4);
}

function quote(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
