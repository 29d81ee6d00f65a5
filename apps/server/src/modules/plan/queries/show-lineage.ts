import type { IndicatorDetail } from '@jince/contract';
import { describeRule } from '@jince/rules';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import type { Bilingual, Language } from '../../../platform/i18n/language.ts';
import { factsOf, registersOf } from '../domain/completeness.ts';
import { type CheckedRules, RULE_PARTS, type RulePart } from '../domain/indicator.ts';
import type { Countable } from './count-indicators.ts';

const partLabels: Readonly<Record<RulePart, Bilingual>> = {
  population: { zh: '总体', en: 'Population' },
  counted: { zh: '计入', en: 'Counted' },
  value: { zh: '取值', en: 'Value' },
  per: { zh: '除数', en: 'Divided by' },
};

/** `总体：存续`. */
export function partSentence(language: Language, part: RulePart, sentence: string): string {
  return `${partLabels[part][language]}${language === 'zh' ? '：' : ': '}${sentence}`;
}

/** Registers in words, with the page that lists them and the types of the import rows they are made of. */
const REGISTERS: Readonly<Record<string, { label: Bilingual; href: string | null; types: readonly string[] }>> = {
  parties: { label: { zh: '主体登记', en: 'Register of parties' }, href: '/enterprises', types: ['party'] },
  memberships: { label: { zh: '名录资格', en: 'Lists and certificates' }, href: '/enterprises', types: ['membership'] },
  mentions: { label: { zh: '名称匹配', en: 'Matched names' }, href: '/matching', types: [] },
  patents: { label: { zh: '专利', en: 'Patents' }, href: '/patents', types: ['patent', 'annuity'] },
  trademarks: { label: { zh: '商标', en: 'Trademarks' }, href: '/trademarks', types: ['trademark'] },
  madrid: { label: { zh: '马德里国际注册', en: 'Madrid registrations' }, href: '/madrid', types: ['madrid'] },
  gis: { label: { zh: '地理标志', en: 'Geographical indications' }, href: '/gis', types: ['gi'] },
  officers: { label: { zh: '人员名册', en: 'Register of officers' }, href: '/organisation', types: ['officer'] },
  projects: { label: { zh: '知识产权项目', en: 'IP projects' }, href: '/cultivation/projects', types: [] },
  funds: { label: { zh: '资金台账', en: 'Ledger of funds' }, href: '/incentives/payments', types: [] },
  bodies: { label: { zh: '机构设置', en: 'Bodies and posts' }, href: '/organisation', types: [] },
};
const NEWEST = 4;

interface ImportRow {
  readonly id: string;
  readonly number: number;
  readonly file_name: string;
  readonly committed_at: string;
  readonly accepted: number;
}

/** A moment as clocks in China show it. */
function chinaMinute(at: string | undefined): string | null {
  if (at === undefined) return null;
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return shown.format(new Date(at));
}

async function newestImports(ctx: Ctx, registers: readonly string[]): Promise<ImportRow[]> {
  const types = registers.flatMap((register) => REGISTERS[register]?.types ?? []);
  const kinds = [...ctx.services.importKinds.values()].filter((kind) =>
    types.some((type) => kind.recordType.type.startsWith(type)),
  );
  const { rows } =
    await sql<ImportRow>`select id, number, file_name, committed_at, coalesce((counts->>'accepted')::int, 0) as accepted
    from imports.import where district = ${ctx.district} and state = 'committed'
      and kind = any(${kinds.map((kind) => kind.kind)}::text[])
    order by commit_seq desc limit ${NEWEST}`.execute(ctx.db);
  return rows;
}

async function changedAt(ctx: Ctx, registers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    register: string;
    at: string;
  }>`select register, changed_at as at from platform.register_version
    where district = ${ctx.district} and register = any(${registers}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.register, row.at]));
}

/** Rules of an indicator with their sentences and facts. */
export function rulesInWords(ctx: Ctx, { rules, checked }: Countable): IndicatorDetail['rules'] {
  const { facts } = ctx.services.facts.catalogue;
  return RULE_PARTS.flatMap((part) => {
    const [text, rule] = [rules?.[part], checked[part as keyof CheckedRules]];
    if (text === undefined || rule === undefined) return [];
    const used = facts.filter((spec) => rule.facts.includes(spec.name));
    return {
      part,
      label: partLabels[part][ctx.language],
      text,
      sentence: describeRule(rule)[ctx.language],
      facts: used.map((spec) => ({ name: spec.name, label: spec.label[ctx.language] })),
    };
  });
}

/** From the figure down to the files: rules, facts, registers, newest imports. */
export async function showLineage(ctx: Ctx, indicator: Countable): Promise<IndicatorDetail['lineage']> {
  const { language, services } = ctx;
  const { checked } = indicator;
  const registers = registersOf(checked, services.facts.subjects);
  const changed = await changedAt(ctx, registers);
  const names = factsOf(checked);
  const specs = services.facts.catalogue.facts.filter((spec) => names.includes(spec.name));
  const imports = may(ctx, 'imports.import.read') ? await newestImports(ctx, registers) : [];
  return [
    ...rulesInWords(ctx, indicator).map((rule) => ({
      kind: 'rule' as const,
      label: partSentence(language, rule.part, rule.sentence),
      detail: rule.text,
      href: null,
    })),
    ...specs.map((spec) => ({
      kind: 'fact' as const,
      label: spec.label[language],
      detail: spec.definition[language],
      href: `/facts/${spec.name}`,
    })),
    ...registers.map((register) => ({
      kind: 'register' as const,
      label: REGISTERS[register]?.label[language] ?? register,
      detail: chinaMinute(changed.get(register)),
      href: REGISTERS[register]?.href ?? null,
    })),
    ...imports.map((file) => ({
      kind: 'import' as const,
      label: file.file_name,
      detail:
        language === 'zh'
          ? `第 ${file.number} 号导入，${file.accepted} 行，${chinaMinute(file.committed_at)}`
          : `import ${file.number}, ${file.accepted} rows, ${chinaMinute(file.committed_at)}`,
      href: `/imports/${file.id}`,
    })),
  ];
}
