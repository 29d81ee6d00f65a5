import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { noteChange } from '../commands/note-change.ts';
import { findList, lawfulUntil, listLabel, needsLastDay, repairFrom, standingOn } from '../domain/discipline-law.ts';
import { type EntryRow, findEntry, updateEntry } from '../repositories/entry-repository.ts';
import { fieldsOf } from './action-fields.ts';

async function entryOf({ tx, ctx, file }: ActionStep): Promise<EntryRow> {
  const entry = await findEntry(tx, ctx.district, file.subjectId);
  if (entry === undefined) throw new AppError('platform.not-found');
  return entry;
}

/** What has run out needs no decision any more. @throws AppError discipline.entry.not-in-force */
function requireInForce({ ctx }: ActionStep, entry: EntryRow): void {
  if (standingOn(entry, ctx.today) === 'expired')
    throw new AppError('discipline.entry.not-in-force', { until: entry.until_on });
}

export async function state(step: ActionStep): Promise<undefined> {
  const entry = await entryOf(step);
  const { text } = fieldsOf('text', step.fields);
  await updateEntry(step.tx, step.ctx.district, entry.id, { statement: text, stated_on: step.ctx.today });
  return undefined;
}

/** The last day of an entry: what the decision says, never a day past what the law lets it. */
function lastDay(step: ActionStep, entry: EntryRow, wanted: string | null) {
  const { ctx } = step;
  const label = listLabel(entry.list)[ctx.language];
  const list = findList(entry.list, ctx.today);
  if (list === undefined) throw new AppError('discipline.list.unknown', { list: label, on: ctx.today });
  const lawful = lawfulUntil(list, ctx.today);
  if (wanted === null && needsLastDay(list))
    throw new AppError('discipline.entry.needs-last-day', { list: label, lawful });
  if (wanted !== null && wanted < ctx.today) throw new AppError('discipline.entry.before-today', { until: wanted });
  if (wanted !== null && lawful !== null && wanted > lawful)
    throw new AppError('discipline.entry.too-long', { until: wanted, lawful, article: list.termArticle });
  return { until: wanted ?? lawful, lawful, article: list.termArticle };
}

export async function list(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const entry = await entryOf(step);
  const given = fieldsOf('list', step.fields);
  const { until, lawful, article } = lastDay(step, entry, given.until);
  await updateEntry(tx, ctx.district, entry.id, {
    decision_no: given.decisionNo,
    from_on: ctx.today,
    until_on: until,
    lawful_until: lawful,
    term_article: article,
  });
  await noteChange(tx, ctx, entry);
  return { record: { from: ctx.today, until, lawfulUntil: lawful } };
}

export async function askRepair(step: ActionStep): Promise<undefined> {
  const { tx, ctx } = step;
  const entry = await entryOf(step);
  requireInForce(step, entry);
  const from = entry.from_on as string;
  // By the law of the day of listing: what changes later does not lengthen the wait.
  const list = findList(entry.list, from);
  const earliest = list === undefined ? from : repairFrom(list, from);
  if (ctx.today < earliest)
    throw new AppError('discipline.entry.repair-too-early', {
      months: list?.repairMonths ?? null,
      from: earliest,
      article: list?.repairArticle ?? null,
    });
  const { text } = fieldsOf('repair', step.fields);
  await updateEntry(tx, ctx.district, entry.id, { repair_text: text, repair_asked_on: ctx.today });
  return undefined;
}

export async function grantRepair(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const entry = await entryOf(step);
  requireInForce(step, entry);
  const { decisionNo } = fieldsOf('decision', step.fields);
  await updateEntry(tx, ctx.district, entry.id, {
    ended_on: ctx.today,
    ended_as: 'repaired',
    ended_no: decisionNo,
    ended_reason: entry.repair_text,
  });
  await noteChange(tx, ctx, entry);
  return { record: { endedOn: ctx.today } };
}

export async function remove(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const entry = await entryOf(step);
  requireInForce(step, entry);
  const { ground, decisionNo, reason } = fieldsOf('remove', step.fields);
  await updateEntry(tx, ctx.district, entry.id, {
    ended_on: ctx.today,
    ended_as: ground,
    ended_no: decisionNo,
    ended_reason: reason,
  });
  await noteChange(tx, ctx, entry);
  return { record: { endedOn: ctx.today } };
}

/** Closes the file of what has run out; the effects ended with the last day by themselves. */
export async function conclude(step: ActionStep): Promise<undefined> {
  const entry = await entryOf(step);
  if (standingOn(entry, step.ctx.today) !== 'expired') throw new AppError('platform.not-found');
  return undefined;
}
