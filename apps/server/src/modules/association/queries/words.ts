import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { MemberRow } from '../repositories/member-repository.ts';

export const LEVELS: Readonly<Record<MemberRow['level'], Bilingual>> = {
  chair: { zh: '会长单位', en: 'Chair' },
  'vice-chair': { zh: '副会长单位', en: 'Vice chair' },
  council: { zh: '理事单位', en: 'Council' },
  member: { zh: '会员单位', en: 'Member' },
};

export const brandLabel = (ctx: Ctx, code: string): string =>
  ctx.services.jurisdiction.association.brandLevels.find((one) => one.code === code)?.label ?? code;

export const penaltyLabel = (ctx: Ctx, code: string): string =>
  ctx.services.jurisdiction.association.penalties.find((one) => one.code === code)?.label ?? code;
