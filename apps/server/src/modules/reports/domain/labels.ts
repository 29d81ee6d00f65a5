import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';

/** What a report is about, as the jurisdiction names it; a kind no longer offered is shown as it is. */
export const kindLabel = (ctx: Ctx, kind: string): Bilingual =>
  ctx.services.jurisdiction.reportSettings.kinds.find((one) => one.kind === kind)?.label ?? { zh: kind, en: kind };

export const sortLabels: Readonly<Record<'tip' | 'complaint', Bilingual>> = {
  tip: { zh: '举报', en: 'Report' },
  complaint: { zh: '投诉', en: 'Complaint' },
};

export const outcomeLabels: Readonly<Record<string, Bilingual>> = {
  'case-opened': { zh: '已立案', en: 'A case is opened' },
  'no-case': { zh: '不予立案', en: 'No case is opened' },
  mediated: { zh: '调解达成一致', en: 'Settled by mediation' },
  'mediation-failed': { zh: '调解未达成一致', en: 'Mediation failed' },
  corrected: { zh: '已责令改正', en: 'Correction was ordered' },
};
