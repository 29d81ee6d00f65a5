import type { Statement } from './agency.ts';
import { nameKeyOf, nameStem } from './agency-name.ts';

/** `list:key` of a statement: what decisions and identities speak of. */
export const statementRef = ({ list, key }: Pick<Statement, 'list' | 'key'>): string => `${list}:${key}`;

export interface IdentityVerdict {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'same' | 'different';
}

/** Two groups of statements that may be one agency, with the reason in words. */
export interface IdentityDoubt {
  readonly a: number;
  readonly b: number;
  readonly reasons: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

export interface Clusters {
  /** Indexes of statements by agency. */
  readonly groups: readonly (readonly number[])[];
  /** Pairs of indexes of groups. */
  readonly doubts: readonly IdentityDoubt[];
}

type Doubt = IdentityDoubt['reasons'][number];

class Joiner {
  readonly #groupOf: number[];
  readonly #members: number[][];
  readonly #refs: readonly string[];
  readonly #apart = new Map<string, string[]>();

  constructor(statements: readonly Statement[], verdicts: readonly IdentityVerdict[]) {
    this.#refs = statements.map(statementRef);
    this.#groupOf = statements.map((_, at) => at);
    this.#members = statements.map((_, at) => [at]);
    for (const { a, b, verdict } of verdicts)
      if (verdict === 'different') {
        this.#apart.set(a, [...(this.#apart.get(a) ?? []), b]);
        this.#apart.set(b, [...(this.#apart.get(b) ?? []), a]);
      }
  }

  find(at: number): number {
    return this.#groupOf[at] as number;
  }

  members(at: number): readonly number[] {
    return this.#members[this.find(at)] as number[];
  }

  /** Whether a person said that two statements of the groups are two agencies. */
  apart(a: number, b: number): boolean {
    if (this.#apart.size === 0) return false;
    const others = new Set(this.members(b).map((member) => this.#refs[member] as string));
    return this.members(a).some((member) =>
      this.#apart.get(this.#refs[member] as string)?.some((ref) => others.has(ref)),
    );
  }

  join(a: number, b: number): void {
    const [x, y] = [Math.min(this.find(a), this.find(b)), Math.max(this.find(a), this.find(b))];
    if (x === y) return;
    for (const member of this.#members[y] as number[]) this.#groupOf[member] = x;
    (this.#members[x] as number[]).push(...(this.#members[y] as number[]));
    this.#members[y] = [];
  }
}

const values = (statements: readonly Statement[], members: readonly number[], field: 'uscc' | 'agencyCode') =>
  new Set(members.flatMap((at) => statements[at]?.said[field] ?? []));

const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && [...a].every((one) => !b.has(one));

function* pairsBy(
  statements: readonly Statement[],
  keyOf: (statement: Statement) => string | undefined,
): Generator<[number, number]> {
  const first = new Map<string, number[]>();
  for (const [at, statement] of statements.entries()) {
    const key = keyOf(statement);
    if (key === undefined || key === '') continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, [at]);
    else {
      for (const other of known) yield [other, at];
      known.push(at);
    }
  }
}

const isBranch = (statement: Statement | undefined): boolean =>
  statement?.said.kinds?.includes('patent-branch') === true;

/**
 * Which statements are of one agency. Joined: one unified code; one agency code or one registered name, unless the other
 * numbers contradict; what a person said. A branch shares no code with its house. The rest that looks alike is a doubt.
 */
export function clusterStatements(
  statements: readonly Statement[],
  verdicts: readonly IdentityVerdict[] = [],
): Clusters {
  const joiner = new Joiner(statements, verdicts);
  const doubts = new Map<string, { a: number; b: number; reasons: Doubt[] }>();
  const doubt = (a: number, b: number, reason: Doubt) => {
    const [x, y] = [Math.min(a, b), Math.max(a, b)];
    const known = doubts.get(`${x}|${y}`) ?? { a: x, b: y, reasons: [] };
    known.reasons.push(reason);
    doubts.set(`${x}|${y}`, known);
  };
  const at = new Map(statements.map((statement, index) => [statementRef(statement), index]));
  for (const { a, b, verdict } of verdicts) {
    const [x, y] = [at.get(a), at.get(b)];
    if (verdict === 'same' && x !== undefined && y !== undefined) joiner.join(x, y);
  }
  const clash = (a: number, b: number, field: 'uscc' | 'agencyCode') =>
    disjoint(values(statements, joiner.members(a), field), values(statements, joiner.members(b), field));
  const tie = (a: number, b: number, fields: readonly ('uscc' | 'agencyCode')[], reason: Doubt) => {
    if (joiner.find(a) === joiner.find(b) || joiner.apart(a, b)) return;
    if (isBranch(statements[a]) !== isBranch(statements[b]) || fields.some((field) => clash(a, b, field)))
      doubt(a, b, reason);
    else joiner.join(a, b);
  };
  for (const [a, b] of pairsBy(statements, ({ said }) => said.uscc))
    tie(a, b, [], {
      code: 'same-uscc',
      zh: '统一社会信用代码相同，但一为总部、一为分支机构',
      en: 'One unified code, but one is a branch',
    });
  for (const [a, b] of pairsBy(statements, ({ said }) => said.agencyCode))
    tie(a, b, ['uscc'], {
      code: 'same-code',
      zh: '机构代码相同，统一社会信用代码不同',
      en: 'One agency code, two unified codes',
    });
  for (const [a, b] of pairsBy(statements, ({ said }) => nameKeyOf(said.name)))
    tie(a, b, ['uscc', 'agencyCode'], { code: 'same-name', zh: '名称相同，代码不同', en: 'One name, different codes' });
  for (const [a, b] of pairsBy(statements, ({ said }) => nameStem(said.name)))
    if (
      joiner.find(a) !== joiner.find(b) &&
      !joiner.apart(a, b) &&
      nameKeyOf((statements[a] as Statement).said.name) !== nameKeyOf((statements[b] as Statement).said.name)
    )
      doubt(a, b, {
        code: 'alike',
        zh: '名称只差组织形式或括注',
        en: 'The names differ in legal form or brackets alone',
      });
  return shape(statements, joiner, [...doubts.values()]);
}

function shape(statements: readonly Statement[], joiner: Joiner, doubts: readonly IdentityDoubt[]): Clusters {
  const groups = [...Map.groupBy(statements.keys(), (index) => joiner.find(index)).values()];
  const groupOf = new Map(groups.flatMap((group, number) => group.map((index) => [index, number] as const)));
  const pairs = new Map<string, IdentityDoubt>();
  for (const { a, b, reasons } of doubts) {
    const [x, y] = [groupOf.get(a) as number, groupOf.get(b) as number].toSorted((p, q) => p - q) as [number, number];
    const known = pairs.get(`${x}|${y}`);
    if (x === y || known !== undefined) continue;
    pairs.set(`${x}|${y}`, { a: x, b: y, reasons });
  }
  return { groups, doubts: [...pairs.values()] };
}
