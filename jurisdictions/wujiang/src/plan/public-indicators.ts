import publicData from '../../data/plan/public.json' with { type: 'json' };
import { PackDataError, readFields, readTexts, requireUnique } from '../shape.ts';
import { planIndicators } from './plan.ts';

/** Codes of the indicators everyone may read; `lead` come first on the public site. */
export interface PublicIndicators {
  readonly lead: readonly string[];
  readonly indicators: readonly string[];
}

/** @throws PackDataError naming a code that is no indicator, stands twice, leads unpublished, or cannot be counted yet */
export function readPublicIndicators(
  value: unknown,
  known: readonly { code: string; computed: unknown }[],
): PublicIndicators {
  const fields = readFields(value, 'public');
  const indicators = readTexts(fields.indicators, 'public.indicators');
  const lead = readTexts(fields.lead, 'public.lead');
  requireUnique(indicators, 'public.indicators', (code) => code);
  requireUnique(lead, 'public.lead', (code) => code);
  const stray = indicators.find((code) => known.every((one) => one.code !== code || one.computed === undefined));
  if (stray !== undefined) throw new PackDataError(`public.indicators: 「${stray}」不是可以计算的指标`);
  const hidden = lead.find((code) => !indicators.includes(code));
  if (hidden !== undefined) throw new PackDataError(`public.lead: 「${hidden}」没有列入公开指标`);
  return { lead, indicators };
}

/** What of the plan's figures is public. */
export const publicIndicators: PublicIndicators = readPublicIndicators(publicData, planIndicators);
