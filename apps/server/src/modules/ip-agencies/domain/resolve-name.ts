import { coreLikeness, likeness, nameCore, nameKeyOf, nameStem, readWrittenAgency } from './agency-name.ts';

export interface NamedAgency {
  readonly id: string;
  readonly uscc: string | null;
  readonly codes: readonly string[];
  readonly names: readonly { readonly name: string; readonly sort: 'current' | 'former' | 'spelling' }[];
}

export interface NameReason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface NameCandidate {
  readonly agencyId: string;
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

export interface NameResolution {
  readonly agencyId: string | null;
  /** auto: certain; review: a person must say; none: nothing in the register is like it. */
  readonly decision: 'auto' | 'review' | 'none';
  readonly reasons: readonly NameReason[];
  readonly candidates: readonly NameCandidate[];
}

/** A name as some file writes it, with the numbers the row gives beside it. */
export interface AgencyReference {
  readonly written: string;
  readonly code?: string | null;
  readonly uscc?: string | null;
}

const why = (code: string, zh: string, en: string): NameReason => ({ code, zh, en });
const ALIKE = 0.62;
const MOST = 5;

/** Finds the agency a written name stands for. Never a guess: whatever two agencies could be is left to a person. */
export class AgencyResolver {
  readonly #byUscc = new Map<string, Set<string>>();
  readonly #byCode = new Map<string, Set<string>>();
  readonly #byKey = new Map<string, Map<string, 'current' | 'former' | 'spelling'>>();
  readonly #byStem = new Map<string, Set<string>>();
  readonly #keysOf = new Map<string, string[]>();
  readonly #coresOf = new Map<string, readonly string[]>();

  constructor(agencies: readonly NamedAgency[]) {
    const put = (map: Map<string, Set<string>>, key: string, id: string) => {
      const known = map.get(key);
      if (known === undefined) map.set(key, new Set([id]));
      else known.add(id);
    };
    for (const agency of agencies) {
      if (agency.uscc !== null) put(this.#byUscc, agency.uscc, agency.id);
      for (const code of agency.codes) put(this.#byCode, code, agency.id);
      const keys: string[] = [];
      for (const { name, sort } of agency.names) {
        const key = nameKeyOf(name);
        keys.push(key);
        const known = this.#byKey.get(key) ?? new Map<string, 'current' | 'former' | 'spelling'>();
        if (!known.has(agency.id)) known.set(agency.id, sort);
        this.#byKey.set(key, known);
        put(this.#byStem, nameStem(name), agency.id);
      }
      this.#keysOf.set(agency.id, keys);
      this.#coresOf.set(agency.id, [...new Set(agency.names.map((one) => nameCore(one.name)))]);
    }
  }

  resolve(reference: AgencyReference): NameResolution {
    const { name, code: beside } = readWrittenAgency(reference.written);
    const code = reference.code ?? beside;
    const byUscc = reference.uscc ? this.#byUscc.get(reference.uscc) : undefined;
    if (byUscc?.size === 1)
      return this.#certain(only(byUscc), why('uscc', '统一社会信用代码相同', 'Same unified code'));
    const byName = this.#byKey.get(nameKeyOf(name));
    const byCode = code ? this.#byCode.get(code) : undefined;
    if (byCode?.size === 1) return this.#withCode(only(byCode), name, code as string, byName);
    if (byName?.size === 1) {
      const [id, sort] = [...byName][0] as [string, 'current' | 'former' | 'spelling'];
      if (code && this.#byCode.size > 0 && byCode === undefined && this.#hasOtherCode(id))
        return this.#doubtful(
          [id],
          why(
            'code-unknown',
            `名称相同，但所注代码 ${code} 不在登记簿中`,
            `Same name, but code ${code} is not in the register`,
          ),
        );
      return this.#certain(
        id,
        sort === 'former'
          ? why('former-name', '与曾用名一致', 'Equals a former name')
          : why('name', '名称一致（不计全半角、空格与括号写法）', 'Same name (width, blanks and brackets aside)'),
      );
    }
    if (byName !== undefined && byName.size > 1)
      return this.#doubtful(
        [...byName.keys()],
        why('same-name', '登记簿中有多家机构用过这个名称', 'Several agencies bear or bore this name'),
      );
    return this.#alike(name);
  }

  #hasOtherCode(id: string): boolean {
    for (const ids of this.#byCode.values()) if (ids.has(id)) return true;
    return false;
  }

  /** A code speaks for an agency only if the name does not speak against it. */
  #withCode(id: string, name: string, code: string, byName: ReadonlyMap<string, unknown> | undefined): NameResolution {
    if (byName?.has(id))
      return this.#certain(id, why('code-name', `代码 ${code} 与名称均一致`, `Code ${code} and name agree`));
    if (byName !== undefined)
      return this.#doubtful(
        [id, ...byName.keys()],
        why(
          'code-against-name',
          `代码 ${code} 与名称指向不同机构`,
          `Code ${code} and the name point to different agencies`,
        ),
      );
    const like = Math.max(0, ...(this.#keysOf.get(id) ?? []).map((key) => likeness(nameStem(name), key)));
    return like >= ALIKE
      ? this.#certain(id, why('code', `代码 ${code} 一致，名称相近`, `Same code ${code}, the names are alike`))
      : this.#doubtful(
          [id],
          why('code-other-name', `代码 ${code} 一致，名称相差较大`, `Same code ${code}, but another name`),
        );
  }

  #alike(name: string): NameResolution {
    const stem = nameStem(name);
    const sameStem = this.#byStem.get(stem);
    if (sameStem?.size === 1 && stem.length >= 6)
      return this.#certain(
        only(sameStem),
        why('stem', '只差组织形式（如“普通合伙”）的写法', 'Only the legal form is written otherwise'),
      );
    const core = nameCore(name);
    const scored = [...this.#coresOf]
      .map(([id, cores]) => ({ id, score: Math.max(...cores.map((other) => coreLikeness(core, other))) }))
      .filter(({ id, score }) => score >= ALIKE || sameStem?.has(id))
      .toSorted((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .slice(0, MOST);
    if (scored.length === 0)
      return {
        agencyId: null,
        decision: 'none',
        reasons: [why('nothing', '登记簿中没有相近的机构', 'Nothing in the register is like it')],
        candidates: [],
      };
    return {
      agencyId: null,
      decision: 'review',
      reasons: [why('alike', '只有名称相近的机构，须人工认定', 'Only names alike: a person must say')],
      candidates: scored.map(({ id, score }) => ({
        agencyId: id,
        score: Math.round(score * 1000) / 1000,
        reasons: [
          why(
            'likeness',
            `字号相近度 ${Math.round(score * 100)}%`,
            `Own parts of the names ${Math.round(score * 100)} % alike`,
          ),
        ],
      })),
    };
  }

  #certain(agencyId: string, reason: NameReason): NameResolution {
    return { agencyId, decision: 'auto', reasons: [reason], candidates: [] };
  }

  #doubtful(ids: readonly string[], reason: NameReason): NameResolution {
    return {
      agencyId: null,
      decision: 'review',
      reasons: [reason],
      candidates: [...new Set(ids)].slice(0, MOST).map((agencyId) => ({ agencyId, score: 1, reasons: [reason] })),
    };
  }
}

const only = (ids: ReadonlySet<string>): string => [...ids][0] as string;
