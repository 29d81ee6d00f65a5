import { industryName } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { patentKindLabels, patentStatusLabels, trademarkStatusLabels } from '../../ip-rights/index.ts';
import { membershipKindLabels, partyKindLabels, partyStatusLabels } from '../../parties/index.ts';

const ipcSections: Readonly<Record<string, Bilingual>> = {
  A: { zh: 'A 人类生活必需', en: 'A Human necessities' },
  B: { zh: 'B 作业；运输', en: 'B Operations; transporting' },
  C: { zh: 'C 化学；冶金', en: 'C Chemistry; metallurgy' },
  D: { zh: 'D 纺织；造纸', en: 'D Textiles; paper' },
  E: { zh: 'E 固定建筑物', en: 'E Fixed constructions' },
  F: { zh: 'F 机械工程；照明；加热', en: 'F Mechanical engineering; lighting; heating' },
  G: { zh: 'G 物理', en: 'G Physics' },
  H: { zh: 'H 电学', en: 'H Electricity' },
};

const NONE: Bilingual = { zh: '（未填）', en: '(none)' };
const NO_MEMBERSHIP: Bilingual = { zh: '不在任何名录', en: 'On no list' };

/** What a bucket is called. */
export function bucketLabel(ctx: Ctx, cut: string, code: string): string {
  const { language, services } = ctx;
  const of = (labels: Readonly<Record<string, Bilingual>>) => labels[code]?.[language] ?? code;
  if (code === '') return cut === 'membership' ? NO_MEMBERSHIP[language] : NONE[language];
  switch (cut) {
    case 'town':
      return services.places.townName(code) ?? code;
    case 'zone':
      return services.places.zoneName(code) ?? code;
    case 'industry-section':
    case 'industry':
      return `${code} ${industryName(code) ?? ''}`.trim();
    case 'party-kind':
      return of(partyKindLabels);
    case 'party-status':
      return of(partyStatusLabels);
    case 'membership':
      return of(membershipKindLabels);
    case 'patent-kind':
      return of(patentKindLabels);
    case 'patent-status':
      return of(patentStatusLabels);
    case 'trademark-status':
      return of(trademarkStatusLabels);
    case 'ipc-section':
      return of(ipcSections);
    case 'nice-class':
      return language === 'zh' ? `第 ${code} 类` : `Class ${code}`;
    default:
      return code;
  }
}

const ORDERED = new Set(['filing-year', 'nice-class', 'industry', 'industry-section', 'ipc-section']);
const numeric = (code: string) => (/^\d+$/.test(code) ? Number(code) : Number.NaN);

/** Order of buckets: by their own order where they have one, else by size; rows without a value last. */
export function compareBuckets(
  cut: string,
  a: { code: string; total: number },
  b: { code: string; total: number },
): number {
  if (a.code === '' || b.code === '') return a.code === '' ? (b.code === '' ? 0 : 1) : -1;
  if (!ORDERED.has(cut)) return b.total - a.total || (a.code < b.code ? -1 : 1);
  const x = numeric(a.code);
  const y = numeric(b.code);
  return Number.isNaN(x) || Number.isNaN(y) ? (a.code < b.code ? -1 : 1) : x - y;
}
