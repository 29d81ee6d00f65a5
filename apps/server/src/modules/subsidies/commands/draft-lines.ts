import type { PolicyItem } from '@jince/entitlements';
import { achievementOf } from '@jince/entitlements';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { entitleSubject, type PolicyVersion } from '../../policies/index.ts';
import { labelOf } from '../domain/achievement-key.ts';
import { readDeclared } from '../domain/read-declared.ts';
import { asSystem } from '../queries/compute-claim.ts';
import type { LineRow, NewLine } from '../repositories/claim-repository.ts';
import type { EntitlementRow } from '../repositories/entitlement-repository.ts';

export interface DraftLine {
  readonly item: string;
  readonly achievementKey?: string | null | undefined;
  readonly declared?: LineRow['declared'] | undefined;
}

/** @throws AppError subsidies.claim.unknown-item */
function itemOf(version: PolicyVersion, code: string): PolicyItem {
  const item = version.policy.items.find((one) => one.code === code);
  if (item === undefined || item.legacy) throw new AppError('subsidies.claim.unknown-item', { item: code });
  return item;
}

const blank = (item: PolicyItem): NewLine => ({
  id: uuidv7(),
  item: item.code,
  itemName: item.name,
  clause: item.clause,
  label: item.achievement.label,
  achievementKey: null,
  achievedOn: null,
  declared: {},
  entitlementId: null,
});

export function lineOfEntitlement(row: EntitlementRow): NewLine {
  return {
    id: uuidv7(),
    item: row.item,
    itemName: row.itemName,
    clause: row.clause,
    label: row.label,
    achievementKey: row.achievementKey,
    achievedOn: row.achievedOn,
    declared: {},
    entitlementId: row.id,
  };
}

/** @throws AppError subsidies.claim.field naming what is not of its type */
function declaredLine(item: PolicyItem, line: DraftLine): NewLine {
  const declared = readDeclared(item, line.declared ?? {});
  if (!declared.ok) throw new AppError('subsidies.claim.field', { item: item.name, field: declared.field });
  const number = declared.values[item.achievement.keyFact];
  const key = number === null || number === undefined ? null : `claim:${number}:${item.trigger}`;
  return {
    ...blank(item),
    declared: declared.values,
    label: key === null ? item.achievement.label : labelOf(item.achievement.label, key),
  };
}

/**
 * Lines of an own application: what the registers know of the item, each achievement a line, or what is stated. An item
 * that gives nothing now still gets its line, so that the applicant sees why.
 */
export async function draftLines(
  ctx: Ctx,
  version: PolicyVersion,
  partyId: string,
  lines: readonly DraftLine[],
): Promise<NewLine[]> {
  const { answers } = await entitleSubject(asSystem(ctx), version, partyId, ctx.today);
  return lines.flatMap((line): NewLine[] => {
    const item = itemOf(version, line.item);
    if (item.achievement.subject === 'claim') return [declaredLine(item, line)];
    const known = answers.find((one) => one.item === item.code)?.entitlements ?? [];
    const wanted = line.achievementKey ?? null;
    const chosen = known.filter((one) => wanted === null || achievementOf(one.key) === achievementOf(wanted));
    if (chosen.length === 0) return [{ ...blank(item), achievementKey: wanted }];
    return chosen.map((one) => ({
      ...blank(item),
      label: labelOf(one.label, one.key),
      achievementKey: one.key,
      achievedOn: one.achievedOn,
    }));
  });
}
