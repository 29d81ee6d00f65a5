import type { DisciplineEffectView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { type Effect, standingOn, type Target } from '../domain/discipline-law.ts';
import type { EntryRow } from '../repositories/entry-repository.ts';

export const TARGET_LABELS: Readonly<Record<Target, Bilingual>> = {
  subsidy: { zh: '奖补资金', en: 'Subsidies' },
  project: { zh: '项目', en: 'Projects' },
  award: { zh: '评优评先', en: 'Awards' },
  finance: { zh: '金融支持', en: 'Financing' },
  directory: { zh: '机构名录', en: 'Directory' },
  checks: { zh: '检查', en: 'Checks' },
};

const DOES: Readonly<Record<string, Bilingual>> = {
  bar: { zh: '限制', en: 'Barred' },
  mark: { zh: '标注', en: 'Marked' },
  hide: { zh: '不予推荐', en: 'Not recommended' },
  more: { zh: '加强', en: 'More' },
};

export function effectView(ctx: Ctx, effect: Effect): DisciplineEffectView {
  const { target, does, label, article, confidence, note } = effect;
  return {
    target,
    targetLabel: TARGET_LABELS[target][ctx.language],
    does,
    doesLabel: DOES[does]?.[ctx.language] ?? does,
    label: label[ctx.language],
    article,
    confidence,
    note,
  };
}

const ENDINGS: Readonly<Record<'repaired' | 'remedied' | 'revoked', Bilingual>> = {
  repaired: { zh: '经信用修复移出', en: 'removed after repair' },
  remedied: { zh: '因列入事由消除移出', en: 'removed because what it rested on was remedied' },
  revoked: { zh: '因列入决定被撤销移出', en: 'removed because the decision was set aside' },
};

/** One sentence of where an entry stands on a day. */
export function standingSentence(ctx: Ctx, entry: EntryRow, on: string): string {
  const zh = ctx.language === 'zh';
  const { from_on: from, until_on: until } = entry;
  switch (standingOn(entry, on)) {
    case 'in-force':
      if (until === null)
        return zh
          ? `自${from}起列入，列入事由消除并移出之前持续有效。`
          : `In force since ${from}, until what it rests on is remedied and it is removed.`;
      return zh
        ? `自${from}起列入，${until}为最后一日，次日起自动失效。`
        : `In force since ${from}; ${until} is the last day, and it ends by itself.`;
    case 'expired':
      return zh ? `已于${until}届满，此后不再限制。` : `Ran out on ${until} and bars nothing any more.`;
    case 'ended': {
      const how = ENDINGS[entry.ended_as ?? 'remedied'][ctx.language];
      return zh
        ? `${entry.ended_on}${how}（${entry.ended_no}），当日起不再限制。`
        : `On ${entry.ended_on} ${how} (${entry.ended_no}); from that day on nothing is barred.`;
    }
    default:
      return zh ? '尚未作出列入决定，不产生任何限制。' : 'Not decided: nothing is barred.';
  }
}
