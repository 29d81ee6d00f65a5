import type { KindLearning, SignalItem } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { type JudgedCounts, precisionOf, tellPrecision } from '../domain/learn.ts';
import { articleOf, wordsOfKind } from '../domain/signal-kinds.ts';
import type { SignalRow } from '../repositories/list-repository.ts';

/** Subjects no register knows are named, not numbered. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const hrefOf = ({ subject_type: type, subject_id: id }: SignalRow): string | null =>
  !UUID.test(id) || (type !== 'party' && type !== 'agency')
    ? null
    : `${type === 'party' ? '/enterprises' : '/agencies/register'}/${id}`;

/** A signal as lists show it. */
export function toSignalItem(ctx: Ctx, row: SignalRow): SignalItem {
  const { language } = ctx;
  const words = wordsOfKind(row.kind);
  const { note, ...baseline } = row.baseline;
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: words.label[language],
    category: row.category,
    subject: { type: row.subject_type, label: row.subject_label, href: hrefOf(row) },
    towns: row.town_codes.map((code) => ctx.services.places.townName(code) ?? code),
    strength: row.strength,
    weight: row.weight,
    figure: row.figure,
    unit: words.unit[language],
    share: words.share ?? false,
    baseline: { ...baseline, note: note[language] },
    why: language === 'zh' ? row.why_zh : row.why_en,
    filings: row.filings,
    state: row.state,
    changedSince: row.changed_since,
    judgedBy: row.judged_by,
    judgedAt: row.judged_at,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    goneAt: row.gone_at,
  };
}

export const NEVER_JUDGED: JudgedCounts = { confirmed: 0, explained: 0, unsure: 0 };

/** What was judged of a kind and what follows. */
export function toKindLearning(
  ctx: Ctx,
  kind: string,
  category: string,
  judged: JudgedCounts,
  open: number,
): KindLearning {
  const { language } = ctx;
  const words = wordsOfKind(kind);
  const settings = ctx.services.jurisdiction.signalLearning;
  const found = precisionOf(settings, judged);
  return {
    kind,
    label: words.label[language],
    category,
    definition: words.definition[language],
    article: articleOf(kind, category)[language],
    open,
    ...judged,
    precision: found.precision,
    low: found.low,
    high: found.high,
    why: tellPrecision(settings, judged, found)[language],
  };
}
