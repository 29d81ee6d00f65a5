import { type Decision, type Matcher, type Mention, matchHolders, summariseJoint } from '@jince/matching';
import { quote } from '../csv-out.ts';
import type { MentionColumns } from './columns.ts';
import type { MentionBlocks } from './load-mentions.ts';
import { readRecord } from './read-table.ts';
import { type Answer, RecentAnswers } from './recent-answers.ts';

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
  const answers = new RecentAnswers();
  const next = new Int32Array(counter);
  for (;;) {
    const block = Atomics.add(next, 0, 1);
    if (block >= starts.length - 1) return counts;
    const extent = { start: starts[block]!, end: starts[block + 1]!, columns };
    send(block, matchBlock(matcher, text, extent, answers, counts));
  }
}

/** Matches the records of one block and gives their lines of the out file; adds to `counts`. */
function matchBlock(
  matcher: Matcher,
  text: string,
  block: { start: number; end: number; columns: MentionColumns },
  answers: RecentAnswers,
  counts: Counts,
): string {
  const { columns } = block;
  const fields: string[] = [];
  const optional = (column: number): string => (column < 0 ? '' : (fields[column] ?? '').trim());
  let out = '';
  for (let at = block.start; at < block.end; ) {
    at = readRecord(text, at, fields);
    if (fields.length === 1 && fields[0] === '') continue;
    const id = fields[columns.id]!.trim();
    const name = fields[columns.name] ?? '';
    const address = optional(columns.address);
    const ipc = optional(columns.ipc);
    const answer = answers.get(name, address, ipc, () =>
      answerFor(matcher, { id, name, address: address || undefined, ipc: ipc || undefined }),
    );
    counts[answer.decision]++;
    out += `${quote(id)},${answer.line}\n`;
  }
  return out;
}

function answerFor(matcher: Matcher, mention: Mention): Answer {
  const joint = matchHolders(matcher, mention);
  const { decision, best, candidates } = joint.chosen.result;
  const score = (best?.score ?? candidates[0]?.score ?? 0).toFixed(4);
  return { decision, line: `${quote(best?.uscc ?? '')},${decision},${score},${quote(summariseJoint(joint))}` };
}
