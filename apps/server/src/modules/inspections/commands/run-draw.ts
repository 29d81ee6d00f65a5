import { randomBytes } from 'node:crypto';
import type { InspectedKind } from '@jince/wujiang';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { takeNumber } from '../../../platform/procedures/index.ts';
import { checklistOf } from '../domain/checklists.ts';
import { type DrawLists, draw, hashLists, seedOf, sha256 } from '../domain/draw.ts';
import { requireCampaign } from '../repositories/campaign-repository.ts';
import { type DrawRow, findDraw, insertDraw, setDrawn, setVoid } from '../repositories/draw-repository.ts';
import { listObjects } from '../repositories/object-repository.ts';
import { openTask } from './create-tasks.ts';
import { chooseObjects, listConflicts, listOfficers, weighObjects } from './prepare-lists.ts';

interface DrawInput {
  readonly title: string;
  readonly campaignId: string | null;
  readonly objectKind: InspectedKind;
  readonly checklist: string;
  readonly rule: string | null;
  readonly towns: readonly string[];
  readonly count: number;
  readonly officersPerObject: number;
  readonly officerIds: readonly string[];
  readonly dueOn: string;
  readonly conflicts: readonly { readonly objectId: string; readonly officerId: string; readonly reason: string }[];
}

async function makeLists(ctx: Ctx, input: DrawInput): Promise<DrawLists> {
  const objects = await chooseObjects(ctx, { kind: input.objectKind, rule: input.rule, towns: input.towns });
  const weighed = await weighObjects(ctx, input.objectKind, objects);
  const { listed } = await listOfficers(ctx, input.officerIds);
  const there = weighed.filter((one) => one.excluded === null).length;
  if (there < input.count) throw new AppError('inspections.draw.too-few-objects', { there, count: input.count });
  const able = listed.filter((one) => one.excluded === null).length;
  if (able < input.officersPerObject)
    throw new AppError('inspections.draw.too-few-officers', { there: able, wanted: input.officersPerObject });
  return {
    algorithm: 'jince-draw-2',
    count: input.count,
    officersPerObject: input.officersPerObject,
    objects: weighed,
    officers: listed,
    conflicts: listConflicts(objects, listed, input.conflicts),
  };
}

/**
 * Fixes the lists of a draw and commits to a secret nobody is shown; what follows is determined by a text that comes later.
 * @throws AppError inspections.draw.*, .checklist.unfit, .campaign.closed
 */
export async function prepareInspectionDraw(ctx: Ctx, input: DrawInput): Promise<{ id: string }> {
  checklistOf(ctx, input.checklist, input.dueOn, input.objectKind);
  if (input.dueOn < ctx.today) throw new AppError('inspections.day.before-today', { on: input.dueOn });
  if (input.campaignId !== null) await requireCampaign(ctx, input.campaignId, 'running');
  const lists = await makeLists(ctx, input);
  const secret = randomBytes(32).toString('hex');
  const id = uuidv7();
  const year = Number(ctx.today.slice(0, 4));
  await inTransaction(ctx, async (tx) => {
    const number = `SSJ${year}-${String(await takeNumber(tx, ctx, 'inspections.draw', year)).padStart(3, '0')}`;
    const listHash = hashLists(lists);
    const commitment = sha256(secret);
    await insertDraw(tx, ctx, {
      id,
      number,
      campaign_id: input.campaignId,
      title: input.title,
      object_kind: input.objectKind,
      checklist: input.checklist,
      draw_count: input.count,
      officers_per_object: input.officersPerObject,
      due_on: input.dueOn,
      lists,
      list_hash: listHash,
      commitment,
      secret,
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.draw.prepare',
      subject: { kind: 'inspection-draw', id, label: `${number} ${input.title}` },
      details: {
        objects: lists.objects.length,
        officers: lists.officers.length,
        count: input.count,
        listHash,
        commitment,
      },
    });
  });
  return { id };
}

const WORDS = { prepared: '准备', drawn: '实施', void: '作废' } as const;

async function requirePrepared(db: Db, ctx: Ctx, id: string): Promise<DrawRow> {
  const row = await findDraw(db, ctx.district, id, true);
  if (row === undefined) throw new AppError('platform.not-found');
  if (row.state !== 'prepared')
    throw new AppError('inspections.draw.not-prepared', { number: row.number, state: WORDS[row.state] });
  return row;
}

/** Draws by the text a witness brings, and orders the checks. @throws AppError 404, inspections.draw.not-prepared */
export async function performInspectionDraw(
  ctx: Ctx,
  id: string,
  input: { readonly publicText: string; readonly publicSource: string; readonly witness: string },
): Promise<{ tasks: number }> {
  return inTransaction(ctx, async (tx) => {
    const row = await requirePrepared(tx, ctx, id);
    const seed = seedOf(row.secret, input.publicText, row.list_hash);
    const result = draw(row.lists, seed);
    await setDrawn(tx, ctx, id, { ...input, seed, result });
    const { people } = await listOfficers(
      { ...ctx, db: tx },
      row.lists.officers.map((one) => one.key),
    );
    const ids = result.map((one) => one.object);
    const objects = await listObjects(tx, ctx.district, row.object_kind, { ids, limit: ids.length });
    let tasks = 0;
    for (const one of result) {
      const object = objects.find((other) => other.id === one.object);
      if (object === undefined) continue;
      await openTask(tx, ctx, {
        object,
        checklist: row.checklist,
        dueOn: row.due_on,
        officers: one.officers.flatMap((key) => people.get(key) ?? []),
        campaignId: row.campaign_id,
        drawId: id,
        origin: 'draw',
      });
      tasks += 1;
    }
    await writeAudit(tx, ctx, {
      action: 'inspections.draw.perform',
      subject: { kind: 'inspection-draw', id, label: `${row.number} ${row.title}` },
      details: { publicText: input.publicText, witness: input.witness, seed, tasks },
    });
    return { tasks };
  });
}

/** Voids a draw that will not be carried out; it stays on the list with its reason. @throws AppError 404, inspections.draw.not-prepared */
export async function voidInspectionDraw(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await requirePrepared(tx, ctx, id);
    await setVoid(tx, ctx, id, reason);
    await writeAudit(tx, ctx, {
      action: 'inspections.draw.void',
      subject: { kind: 'inspection-draw', id, label: `${row.number} ${row.title}` },
      details: { reason },
    });
  });
}
