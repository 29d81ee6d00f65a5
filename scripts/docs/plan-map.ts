import { describeRule, parseRule } from '@jince/rules';
import {
  type IndicatorRules,
  type PlanClause,
  type PlanIndicator,
  type PlanMeasure,
  plan,
  planIndicators,
  planMeasures,
} from '@jince/wujiang';
import { createFactRegistry } from '../../apps/server/src/platform/facts/fact-registry.ts';
import type { ModuleDefinition } from '../../apps/server/src/platform/module.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const PARTS = { population: '总体', counted: '计入', value: '取值', per: '除数' } as const;
const BASES = { plan: '规划', district: '本区', example: '示例' } as const;

type Sentence = (subject: string, text: string, expect: 'bool' | 'number') => string;

function sentenceOf(modules: readonly ModuleDefinition[]): Sentence {
  const { catalogue } = createFactRegistry(modules.flatMap((module) => module.facts ?? []));
  return (subject, text, expect) => {
    const parsed = parseRule(text, { catalogue, subject, expect });
    if (!parsed.ok) throw new Error(`${text}: ${parsed.problems.map((problem) => problem.en).join('; ')}`);
    return describeRule(parsed.rule).zh;
  };
}

function ruleText({ awaits, computed }: PlanIndicator, sentence: Sentence): string {
  if (computed === undefined) return `待 \`${awaits}\``;
  const parts = Object.entries(computed.rules) as [keyof IndicatorRules, string][];
  return parts
    .map(([part, text]) => {
      const expect = part === 'value' || part === 'per' ? 'number' : 'bool';
      return `${PARTS[part]}：${sentence(computed.subject, text, expect)}`;
    })
    .join('；');
}

function targetText({ targets }: PlanIndicator): string {
  return targets.map(({ year, value, basis }) => `${year}: ${value}（${BASES[basis]}）`).join(' · ');
}

const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function measureLines(measure: PlanMeasure, sentence: Sentence): string[] {
  const own = planIndicators.filter((indicator) => indicator.measure === measure.code);
  const place = measure.href === undefined ? `待 \`${measure.awaits}\`` : `\`${measure.href}\``;
  const head = `\n### ${measure.code} ${measure.label.zh}\n\n${measure.text} 责任单位：${measure.responsible.join('、')}。办理：${place}。`;
  if (own.length === 0) return [head];
  return [
    head,
    '',
    row('指标', '名称', '单位', '规则', '目标'),
    row('---', '---', '---', '---', '---'),
    ...own.map((one) => row(`\`${one.code}\``, one.label.zh, one.unit.zh, ruleText(one, sentence), targetText(one))),
  ];
}

function clauseLines(clause: PlanClause, sentence: Sentence): string[] {
  const own = planMeasures.filter((measure) => measure.clause === clause.code);
  return [
    `\n## ${clause.code} ${clause.title.zh}\n\n${clause.planText}`,
    ...own.flatMap((one) => measureLines(one, sentence)),
  ];
}

/** Clause → measures → indicators → the sentence of their rule, with targets and where each comes from. */
export function planMapPage(modules: readonly ModuleDefinition[]): string {
  const sentence = sentenceOf(modules);
  const counted = planIndicators.filter((indicator) => indicator.computed !== undefined).length;
  const clauses = plan.chapters.flatMap((chapter) => chapter.clauses);
  return `# The plan: clauses, measures, indicators\n\nWritten by \`npm run docs\`; do not edit. ${clauses.length} clauses, ${planMeasures.length} measures, ${planIndicators.length} indicators, ${counted} of them counted today. ${plan.notes.map((note) => note.en).join(' ')}\n${clauses
    .flatMap((clause) => clauseLines(clause, sentence))
    .join('\n')}\n`;
}
