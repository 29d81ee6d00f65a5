import type { Term } from '@jince/calendar';
import { deadlineRules } from '@jince/law';
import type { ModuleDefinition } from '../../apps/server/src/platform/module.ts';
import type { ClockDefinition } from '../../apps/server/src/platform/procedures/index.ts';
import examples from '../../law/clocks/examples.json' with { type: 'json' };
import { page, table } from './pages.ts';

const UNITS = { day: '日', 'working-day': '个工作日', month: '个月', year: '年' } as const;
const ROLLS = { forward: '顺延', backward: '提前', none: '不移' } as const;
const long = ({ count, unit }: Term) =>
  typeof count === 'number' ? `${count}${UNITS[unit]}` : `第N年度（N${count.nth}）${UNITS[unit]}`;

const TESTED_IN = '`law/src/deadline-rules.test.ts`';

/** Rules a clock may run by; none where its length comes from the jurisdiction or from the file itself. */
export const rulesOf = ({ rule, rules }: ClockDefinition): readonly string[] =>
  rules ?? (typeof rule === 'string' ? [rule] : []);

function usedRow(procedure: string, clock: ClockDefinition): string[] {
  const rules = rulesOf(clock);
  const known = rules.map((id) => deadlineRules().get(id));
  const articles = known.map((rule) => rule?.terms.at(-1)?.article ?? '').filter(Boolean);
  const tested = rules.every((id) => examples.clockExamples.some(({ rule }) => rule === id));
  return [
    `\`${procedure}\``,
    clock.label.zh,
    rules.length === 0 ? '辖区包、通知或者文书所定期限' : rules.map((id) => `\`${id}\``).join('、'),
    rules.length === 0 ? '随期限一并注明' : articles.join('；'),
    rules.length > 0 && tested ? TESTED_IN : '`apps/server/src/platform/procedures/procedures.db.test.ts`',
  ];
}

/**
 * Each clock of the law: what it runs from, how long, what stops and extends it, its article and how many worked
 * examples test it; then each clock of a procedure with the rule it runs by.
 */
export function clocksPage(modules: readonly ModuleDefinition[]): string {
  const rules = [...deadlineRules().values()];
  const shown = examples.clockExamples;
  return page(
    'Clocks',
    `${rules.length} clocks of the law (\`law/clocks\`, \`npx jince clock --list\`), tested by ${shown.length} worked examples in \`law/clocks/examples.json\` (\`law/src/deadline-rules.test.ts\`). Terms whose article or length a person has still to confirm are marked 待核.`,
    table(
      ['clock', '期限', '起算', '期间', '末日非工作日', '不计入', '延长', '依据', 'examples'],
      rules.map((rule) => [
        `\`${rule.id}\``,
        rule.label.zh,
        rule.start.zh,
        rule.terms.map(({ from, to, term }) => `${long(term)}（${from}起${to === null ? '' : `至${to}`}）`).join('；'),
        ROLLS[rule.roll],
        rule.causes.map(({ label }) => label.zh).join('、'),
        rule.extensions
          .map(({ label, term, by }) => `${label.zh}（${term === null ? '日数由决定载明' : long(term)}，${by.zh}）`)
          .join('；'),
        rule.terms.map(({ article, verify }) => `${article}${verify === null ? '' : `【待核：${verify}】`}`).join('；'),
        String(shown.filter((one) => one.rule === rule.id).length),
      ]),
    ).concat(
      '\n## Clocks of procedures',
      table(
        ['procedure', '期限', 'rule', '依据', 'test'],
        modules
          .flatMap(({ procedures }) => procedures ?? [])
          .flatMap(({ procedure, clocks }) => clocks.map((clock) => usedRow(procedure, clock))),
      ),
    ),
  );
}
