import { type Change, judgeTarget, type LeftKind, type Outcome, type Reading, type Standing } from './judge-target.ts';

/** What is written of a target: the present outcome with its days; earlier ones stand in the history. */
export interface OutcomeChange {
  readonly id: string;
  readonly outcome: Outcome;
  readonly succeededOn: string | null;
  readonly revertedOn: string | null;
  readonly leftOn: string | null;
  readonly leftKind: LeftKind | null;
  readonly leftReason: string | null;
}

export interface ToldChange {
  readonly change: OutcomeChange;
  readonly entry: { readonly kind: Change['kind']; readonly text: string; readonly evidence?: unknown };
}

interface Grounds {
  /** Day of the facts. */
  readonly on: string;
  /** Trace of the success rule, and what was decisive in it. */
  readonly reason: { readonly trace: unknown; readonly words: string } | undefined;
  /** Why the target left, should it have left. */
  readonly parting: string;
}

const NOTHING = { succeededOn: null, revertedOn: null, leftOn: null, leftKind: null, leftReason: null } as const;

/** A change as it is stored and as it is told; undefined when the reading changes nothing. */
export function tellChange(
  target: Standing & Reading & { readonly id: string },
  { on, reason, parting }: Grounds,
): ToldChange | undefined {
  const change = judgeTarget(target, target);
  const { id } = target;
  const words = reason === undefined ? '' : `：${reason.words}`;
  const evidence = reason?.trace;
  switch (change?.kind) {
    case 'succeeded':
      return {
        change: { ...NOTHING, id, outcome: 'succeeded', succeededOn: on },
        entry: { kind: 'succeeded', text: `登记数据显示已达成${words}`, evidence },
      };
    case 'reverted':
      return {
        change: { ...NOTHING, id, outcome: 'reverted', revertedOn: on },
        entry: { kind: 'reverted', text: `不再满足达成条件，退回${words}`, evidence },
      };
    case 'left':
      return {
        change: { ...NOTHING, id, outcome: 'left', leftOn: on, leftKind: change.leftKind, leftReason: parting },
        entry: { kind: 'left', text: `退出名单：${parting}。走访记录保留` },
      };
    case 'returned':
      return {
        change: change.succeeded
          ? { ...NOTHING, id, outcome: 'succeeded', succeededOn: on }
          : { ...NOTHING, id, outcome: null },
        entry: {
          kind: 'returned',
          text: change.succeeded ? `重新进入名单，登记数据显示已达成${words}` : '重新符合条件，恢复到名单中',
          evidence,
        },
      };
    default:
      return undefined;
  }
}

const KIND_WORDS: readonly (readonly [Change['kind'], string])[] = [
  ['succeeded', '新达成'],
  ['reverted', '退回'],
  ['returned', '恢复'],
  ['left', '退出'],
];

/** What a day brought to a campaign, in one line; null when nothing. */
export function wordsOfDay(arrived: number, kinds: readonly string[]): string | null {
  const parts = KIND_WORDS.flatMap(([kind, word]) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [`${word} ${count} 个`];
  });
  if (arrived > 0) parts.push(`补入 ${arrived} 个`);
  return parts.length === 0 ? null : `读取登记数据：${parts.join('，')}`;
}
