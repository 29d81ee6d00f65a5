import { ZenEngine } from '@gorules/zen-engine';
import type { FactRow } from '@jince/rules';
import { Engine, type TopLevelCondition } from 'json-rules-engine';

/** A peer: which of the eight rules are true of a subject, with what it calls a trace. */
export interface Peer {
  readonly name: string;
  run(facts: object): Promise<boolean[]>;
}

/** Facts as the peers like them: plain names, no dots (which mean nesting to them). */
export function peerFacts(row: FactRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([path, value]) => [peerName(path, value), value]));
}

function peerName(path: string, value: unknown): string {
  const plain = path.replace(/\.([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Array.isArray(value) && plain === path ? `${path}List` : plain;
}

const ZEN_RULES = [
  'highTech == true and patentsValid == 0',
  'active == true and (highTech == true or aboveScale == true) and patentsValid == 0',
  "kind == 'enterprise' and trademarksValid == 0",
  'exporter == true and madridRegistrations == 0 and (trademarksValid ?? -1) >= 1',
  '(patentsInventionValid ?? -1) >= 10 or ((patentsInventionGrantedThisYear ?? -1) >= 3 and (patentsValid ?? 0) > 0 and (patentsInventionValid ?? -1) / patentsValid > 0.5)',
  "(ageYears ?? -1) >= 1 and (startsWith(industry ?? '', 'C17') or startsWith(industry ?? '', 'C18')) and (capitalFen ?? -1) >= 500000000",
  'some(trademarksList, #.valid == true and 25 in #.classes)',
  // One patent that may count leaves the number unknown, as in the rule.
  "none(patentsList, #.valid == null and #.kind == 'invention' and (#.yearsMaintained == null or #.yearsMaintained > 10)) and none(patentsList, #.valid == true and #.kind == 'invention' and #.yearsMaintained == null) and count(patentsList, #.valid == true and #.kind == 'invention' and #.yearsMaintained > 10) >= 3",
];

/** One decision of one expression node with the eight rules and what stands beside them, evaluated with its trace. */
export function zenPeer(more: readonly string[] = []): Peer {
  const engine = new ZenEngine();
  const expressions = [...ZEN_RULES, ...more].map((value, i) => ({ id: `e${i}`, key: `r${i}`, value }));
  const edge = (sourceId: string, targetId: string) => ({
    id: `${sourceId}-${targetId}`,
    type: 'edge',
    sourceId,
    targetId,
  });
  const position = { x: 0, y: 0 };
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      { id: 'rules', name: 'rules', type: 'expressionNode', position, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [edge('in', 'rules'), edge('rules', 'out')],
  });
  return {
    name: '@gorules/zen-engine, one decision with trace',
    async run(facts) {
      const { result } = await decision.evaluate(facts, { trace: true });
      return ZEN_RULES.map((_, i) => (result as Record<string, unknown>)[`r${i}`] === true);
    },
  };
}

interface Patent {
  readonly valid: boolean | null;
  readonly kind: string;
  readonly yearsMaintained: number | null;
}
interface Trademark {
  readonly valid: boolean | null;
  readonly classes: readonly number[];
}

const isOld = (patent: Patent) =>
  patent.valid === true && patent.kind === 'invention' && (patent.yearsMaintained ?? 0) > 10;
const mayBeOld = ({ valid, kind, yearsMaintained }: Patent) =>
  kind === 'invention' &&
  (valid === null ? yearsMaintained === null || yearsMaintained > 10 : valid && yearsMaintained === null);

/** What it has no word for: prefixes and items of lists, written as operators in JavaScript. */
function addOperators(engine: Engine): void {
  engine.addOperator('startsWithAny', (code: unknown, prefixes: string[]) =>
    prefixes.some((prefix) => typeof code === 'string' && code.startsWith(prefix)),
  );
  engine.addOperator('hasClass', (marks: readonly Trademark[], wanted: number) =>
    marks.some((mark) => mark.valid === true && mark.classes.includes(wanted)),
  );
  engine.addOperator('oldPatentsAtLeast', (patents: readonly Patent[], wanted: number) =>
    patents.some(mayBeOld) ? false : patents.filter(isOld).length >= wanted,
  );
  engine.addOperator('isMostOf', (part: unknown, whole: unknown) =>
    typeof part === 'number' && typeof whole === 'number' && whole > 0 ? part / whole > 0.5 : false,
  );
}

type Condition = { fact: string; operator: string; value: unknown };
const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value });
const atLeast = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThanInclusive', value });

const CONDITIONS = [
  { all: [is('highTech', true), is('patentsValid', 0)] },
  { all: [is('active', true), { any: [is('highTech', true), is('aboveScale', true)] }, is('patentsValid', 0)] },
  { all: [is('kind', 'enterprise'), is('trademarksValid', 0)] },
  { all: [is('exporter', true), is('madridRegistrations', 0), atLeast('trademarksValid', 1)] },
  {
    any: [
      atLeast('patentsInventionValid', 10),
      {
        all: [
          atLeast('patentsInventionGrantedThisYear', 3),
          { fact: 'patentsInventionValid', operator: 'isMostOf', value: { fact: 'patentsValid' } },
        ],
      },
    ],
  },
  {
    all: [
      atLeast('ageYears', 1),
      { fact: 'industry', operator: 'startsWithAny', value: ['C17', 'C18'] },
      atLeast('capitalFen', 500_000_000),
    ],
  },
  { all: [{ fact: 'trademarksList', operator: 'hasClass', value: 25 }] },
  { all: [{ fact: 'patentsList', operator: 'oldPatentsAtLeast', value: 3 }] },
] as const;

/** One engine with eight rules; its results carry each condition with its result. */
export function jsonRulesPeer(): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  addOperators(engine);
  CONDITIONS.forEach((conditions, i) => {
    engine.addRule({ name: `r${i}`, conditions: conditions as unknown as TopLevelCondition, event: { type: `r${i}` } });
  });
  return {
    name: 'json-rules-engine, one engine with eight rules',
    async run(facts) {
      const { results } = await engine.run(facts as Record<string, unknown>);
      const met = new Set(results.map((result) => result.event?.type));
      return CONDITIONS.map((_, i) => met.has(`r${i}`));
    },
  };
}
