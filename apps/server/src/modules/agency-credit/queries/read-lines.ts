import type { CreditLine } from '@jince/contract';
import type { CreditRuleVersion } from '@jince/law';
import type { Language } from '../../../platform/i18n/language.ts';
import { type SettledEvent, type Settlement, settleEvents } from '../domain/settle-events.ts';
import { sortLabel, standingLabels, whyLine } from '../domain/words.ts';
import { type EventRow, toCreditEvent } from '../repositories/event-repository.ts';

function toLine(
  settled: SettledEvent,
  row: EventRow,
  { rules, rows, language }: { rules: CreditRuleVersion; rows: ReadonlyMap<string, EventRow>; language: Language },
): CreditLine {
  const { item, standing } = settled;
  const other = settled.insteadOf === null ? undefined : rows.get(settled.insteadOf);
  return {
    eventId: row.id,
    sort: row.sort,
    sortLabel: sortLabel(row.sort, language),
    item: item?.item ?? null,
    itemLabel: item?.label[language] ?? null,
    groupLabel: rules.groups.find(({ group }) => group === item?.group)?.label[language] ?? null,
    article: item?.article ?? null,
    verify: item?.verify ?? null,
    on: row.happened_on,
    until: settled.until,
    points: item?.points ?? null,
    counted: settled.counted,
    standing,
    standingLabel: standingLabels[standing][language],
    why: whyLine(settled, language, other === undefined ? undefined : sortLabel(other.sort, language)),
    text: row.text,
    authority: row.authority,
    documentNo: row.document_no,
    origin: row.origin,
    hasProof: row.proof_sha256 !== null,
    repairable: item?.repairable ?? false,
  };
}

/** Score of one subject on a day, with a line for each of its events, the latest first. */
export function readLines(
  rules: CreditRuleVersion,
  events: readonly EventRow[],
  { on, language }: { readonly on: string; readonly language: Language },
): { readonly settlement: Settlement; readonly lines: CreditLine[] } {
  const settlement = settleEvents(rules, events.map(toCreditEvent), on);
  const rows = new Map(events.map((row) => [row.id, row]));
  const lines = settlement.events.map((one) =>
    toLine(one, rows.get(one.event.id) as EventRow, { rules, rows, language }),
  );
  return { settlement, lines: lines.toReversed() };
}
