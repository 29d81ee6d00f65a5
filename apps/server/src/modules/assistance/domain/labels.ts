import type { aidKind, crossRegionKind, originKind } from '@jince/contract';
import type { z } from 'zod';
import type { Bilingual } from '../../../platform/i18n/language.ts';

export type AidKind = z.output<typeof aidKind>;
export type CrossRegionKind = z.output<typeof crossRegionKind>;
export type OriginKind = z.output<typeof originKind>;

export const aidKindLabels: Readonly<Record<AidKind, Bilingual>> = {
  consultation: { zh: '咨询指导', en: 'Consultation' },
  'infringement-opinion': { zh: '侵权判定意见', en: 'Opinion on infringement' },
  expert: { zh: '专家支持', en: 'Experts' },
  agency: { zh: '代理推荐', en: 'Referral to an agency' },
  funding: { zh: '费用资助', en: 'Funding' },
  exhibition: { zh: '展会驻点', en: 'At exhibitions' },
  overseas: { zh: '海外应对', en: 'Overseas disputes' },
};

/** Kinds that need somebody to give an opinion. */
export const NEEDS_HELPER: ReadonlySet<AidKind> = new Set(['infringement-opinion', 'expert', 'agency']);

export const crossRegionKindLabels: Readonly<Record<CrossRegionKind, Bilingual>> = {
  investigate: { zh: '协助调查取证', en: 'Investigation' },
  verify: { zh: '核实主体和凭证', en: 'Verification' },
  evidence: { zh: '协助辨认和鉴别', en: 'Identification' },
  serve: { zh: '协助送达', en: 'Service of papers' },
  'joint-action': { zh: '联合行动', en: 'Joint action' },
};

export const originKindLabels: Readonly<Record<OriginKind, Bilingual>> = {
  made: { zh: '生产地', en: 'Made' },
  sold: { zh: '销售地', en: 'Sold' },
  shipped: { zh: '发货地', en: 'Shipped from' },
  market: { zh: '集散市场', en: 'Market' },
};

export const resultLabels: Readonly<Record<'done' | 'part' | 'nothing' | 'refused', Bilingual>> = {
  done: { zh: '已按要求协助', en: 'Done as asked' },
  part: { zh: '部分协助', en: 'Done in part' },
  nothing: { zh: '未查到有关情况', en: 'Nothing was found' },
  refused: { zh: '不予协助', en: 'Refused' },
};
