import { UnionFind } from './union-find.ts';

export type Verdict = 'same' | 'not-same' | 'unsure';

/**
 * What a person said of two nodes (ids of mentions or parties). Judgements come in the order they were given; of several
 * on one pair the last that is not withdrawn counts.
 */
export interface Judgement {
  id: string;
  a: string;
  b: string;
  verdict: Verdict;
  withdrawn?: boolean;
}

/** A `not-same` between two nodes that a chain of `same` joins; `path` is the shortest such chain. */
export interface JudgementConflict {
  judgement: Judgement;
  path: Judgement[];
}

/** `chain` is the judgements that explain the verdict, in order from the first node to the second. */
export interface JudgementDecision {
  verdict: Verdict | undefined;
  chain: Judgement[];
  /** set when the verdict is `unsure` because people contradict each other. */
  conflict?: JudgementConflict;
}

export interface ResolvedJudgements {
  /** Groups of two or more nodes judged to be one party, each sorted, sorted by first node. */
  clusters: string[][];
  conflicts: JudgementConflict[];
  decide(a: string, b: string): JudgementDecision;
}

/**
 * Closes human judgements: `same` is transitive, `not-same` holds between whole clusters, `unsure` only for its own pair.
 * Nothing is decided through a contradiction: inside a cluster that holds a `not-same`, and through it, the verdict is
 * `unsure` until somebody withdraws a judgement. The result depends on the judgements alone; withdrawing one and resolving
 * again undoes it fully. Near-linear in the number of judgements; `decide` walks one cluster.
 */
export function resolveJudgements(judgements: readonly Judgement[]): ResolvedJudgements {
  const active = activeByPair(judgements);
  const groups = new UnionFind();
  const neighbours = new Map<string, { to: string; by: Judgement }[]>();
  for (const judgement of active.values()) {
    groups.add(judgement.a);
    groups.add(judgement.b);
    if (judgement.verdict !== 'same') continue;
    groups.union(judgement.a, judgement.b);
    link(neighbours, judgement.a, judgement.b, judgement);
    link(neighbours, judgement.b, judgement.a, judgement);
  }
  const conflicts: JudgementConflict[] = [];
  const conflictOf = new Map<string, JudgementConflict>();
  const apart = new Map<string, Judgement>();
  for (const judgement of active.values()) {
    if (judgement.verdict !== 'not-same') continue;
    const [left, right] = [groups.find(judgement.a), groups.find(judgement.b)];
    if (left !== right) {
      if (!apart.has(pairKey(left, right))) apart.set(pairKey(left, right), judgement);
      continue;
    }
    const conflict = { judgement, path: findPath(neighbours, judgement.a, judgement.b) ?? [] };
    conflicts.push(conflict);
    if (!conflictOf.has(left)) conflictOf.set(left, conflict);
  }

  const decide = (a: string, b: string): JudgementDecision => {
    if (a === b) return { verdict: 'same', chain: [] };
    if (!groups.has(a) || !groups.has(b)) return { verdict: undefined, chain: [] };
    const direct = active.get(pairKey(a, b));
    const [left, right] = [groups.find(a), groups.find(b)];
    if (left === right) {
      const conflict = conflictOf.get(left);
      const chain = findPath(neighbours, a, b) ?? [];
      return conflict ? { verdict: 'unsure', chain, conflict } : { verdict: 'same', chain };
    }
    const between = direct?.verdict === 'not-same' ? direct : apart.get(pairKey(left, right));
    if (between) {
      const near = groups.find(between.a) === left ? between.a : between.b;
      const far = near === between.a ? between.b : between.a;
      const toNear = findPath(neighbours, a, near) ?? [];
      const fromFar = findPath(neighbours, far, b) ?? [];
      const chain = [...toNear, between, ...fromFar];
      const conflict = (toNear.length > 0 && conflictOf.get(left)) || (fromFar.length > 0 && conflictOf.get(right));
      return conflict ? { verdict: 'unsure', chain, conflict } : { verdict: 'not-same', chain };
    }
    return direct ? { verdict: direct.verdict, chain: [direct] } : { verdict: undefined, chain: [] };
  };
  return { clusters: groups.groups(), conflicts, decide };
}

function activeByPair(judgements: readonly Judgement[]): Map<string, Judgement> {
  const active = new Map<string, Judgement>();
  for (const judgement of judgements) {
    if (judgement.withdrawn || judgement.a === judgement.b) continue;
    active.set(pairKey(judgement.a, judgement.b), judgement);
  }
  return active;
}

/** Ids may hold any character, so the lengths keep keys apart. */
function pairKey(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `${first.length}:${first}${second}`;
}

type Neighbours = Map<string, { to: string; by: Judgement }[]>;

function link(neighbours: Neighbours, from: string, to: string, by: Judgement): void {
  const list = neighbours.get(from);
  if (list) list.push({ to, by });
  else neighbours.set(from, [{ to, by }]);
}

/** Shortest chain of `same` judgements between two nodes, breadth first. */
function findPath(neighbours: Neighbours, from: string, to: string): Judgement[] | undefined {
  if (from === to) return [];
  const cameBy = new Map<string, { from: string; by: Judgement }>();
  const queue = [from];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i]!;
    for (const { to: next, by } of neighbours.get(node) ?? []) {
      if (next === from || cameBy.has(next)) continue;
      cameBy.set(next, { from: node, by });
      if (next === to) return walkBack(cameBy, from, to);
      queue.push(next);
    }
  }
  return undefined;
}

function walkBack(cameBy: Map<string, { from: string; by: Judgement }>, from: string, to: string): Judgement[] {
  const path: Judgement[] = [];
  for (let node = to; node !== from; ) {
    const step = cameBy.get(node)!;
    path.unshift(step.by);
    node = step.from;
  }
  return path;
}
