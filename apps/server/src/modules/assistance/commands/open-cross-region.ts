import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { assignHandlers, openFile, performAction } from '../../../platform/procedures/index.ts';
import { requireCase } from '../../cases/index.ts';
import { linkEvidence, listEvidence } from '../../evidence/index.ts';
import { REGION_HANDLE } from '../assistance.catalogue.ts';
import type { CrossRegionKind } from '../domain/labels.ts';
import { REGION_PROCEDURE } from '../procedure/cross-region-procedure.ts';
import { reachCrossRegion } from '../queries/list-cross-regions.ts';
import { insertCrossRegion, insertJointAction, type JointActionRow } from '../repositories/cross-region-repository.ts';
import { asDistrict, listOtherDistricts } from '../repositories/district-repository.ts';
import type { AidSource } from './open-request.ts';
import { tellOpened } from './tell-opened.ts';

interface CrossInput {
  readonly kind: CrossRegionKind;
  readonly title: string;
  readonly facts: string;
  readonly wish: string;
  readonly marks: readonly string[];
}

/** The body that handles it: that of the case, else one the permission is held at, else the desk of aid. */
function handlingBody(ctx: Ctx, ofCase: string | undefined): string {
  const scope = scopeFor(ctx, REGION_HANDLE);
  if (ofCase !== undefined) return ofCase;
  if (scope.kind === 'places' && scope.organisations[0] !== undefined) return scope.organisations[0];
  return ctx.services.jurisdiction.coordinationSettings.aidDesk;
}

/**
 * Prepares a request to another district; evidence of the case comes along.
 * @throws AppError assistance.cross-region.own; 404 for the case or a district that is not of this installation
 */
export async function createCrossRegion(
  ctx: Ctx,
  input: CrossInput & {
    readonly otherDistrict: string | null;
    readonly otherName: string;
    readonly caseId: string | null;
  },
  source?: AidSource,
): Promise<{ readonly id: string; readonly fileId: string }> {
  if (input.otherDistrict === ctx.district) throw new AppError('assistance.cross-region.own');
  const others = await listOtherDistricts(ctx.db, ctx);
  const other = others.find((one) => one.code === input.otherDistrict);
  if (input.otherDistrict !== null && other === undefined) throw new AppError('platform.not-found');
  const card = input.caseId === null ? undefined : await requireCase(ctx, input.caseId);
  const evidence =
    input.caseId === null ? [] : (await listEvidence(ctx, input.caseId)).filter((one) => one.setAside === null);
  const id = uuidv7();
  const name = other?.name ?? input.otherName;
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: REGION_PROCEDURE,
      subject: { kind: REGION_PROCEDURE, id, label: `致${name}：${input.title}` },
      organisations: [handlingBody(ctx, card?.organisationCode)],
    });
    await insertCrossRegion(tx, ctx, {
      id,
      file_id: file.id,
      direction: 'out',
      other_district: input.otherDistrict,
      other_name: name,
      kind: input.kind,
      title: input.title,
      facts: input.facts,
      wish: input.wish,
      marks: input.marks,
      case_id: input.caseId,
      case_number: card?.number ?? null,
      source_key: source?.key ?? null,
      source_href: source?.href ?? null,
    });
    for (const item of evidence) await linkEvidence(tx, ctx, item.id, file.id, `随协助调查函移交${name}`);
    if (ctx.actor.userId !== null)
      await assignHandlers(tx, ctx, file.id, [{ userId: ctx.actor.userId, name: ctx.actor.displayName, part: 'lead' }]);
    await writeAudit(tx, ctx, {
      action: 'assistance.cross-region.create',
      subject: { kind: REGION_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { to: name, joined: other !== undefined, case: card?.number ?? null },
    });
    if (source !== undefined)
      await tellOpened(tx, ctx, source, { kind: 'cross-region', id, fileId: file.id, number: file.number });
    return { id, fileId: file.id };
  });
}

/** Enters a request that came on paper from a district outside. @throws AppError assistance.cross-region.in-future */
export async function receiveCrossRegion(
  ctx: Ctx,
  input: CrossInput & { readonly otherName: string; readonly theirNo: string | null; readonly receivedOn: string },
): Promise<{ readonly id: string; readonly fileId: string }> {
  if (input.receivedOn > ctx.today) throw new AppError('assistance.cross-region.in-future', { on: input.receivedOn });
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: REGION_PROCEDURE,
      subject: { kind: REGION_PROCEDURE, id, label: `${input.otherName}来函：${input.title}` },
      organisations: [handlingBody(ctx, undefined)],
    });
    await insertCrossRegion(tx, ctx, {
      id,
      file_id: file.id,
      direction: 'in',
      other_name: input.otherName,
      kind: input.kind,
      title: input.title,
      facts: input.facts,
      wish: input.wish,
      marks: input.marks,
      their_no: input.theirNo,
      received_on: input.receivedOn,
    });
    await performAction(tx, ctx, file.id, 'enter');
    await writeAudit(tx, ctx, {
      action: 'assistance.cross-region.receive',
      subject: { kind: REGION_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { from: input.otherName, theirNo: input.theirNo },
    });
    return { id, fileId: file.id };
  });
}

/** Records an action taken together; where the other district works here, it has the same entry. @throws AppError 404 */
export async function addJointAction(
  ctx: Ctx,
  id: string,
  input: Pick<JointActionRow, 'on' | 'place' | 'bodies' | 'text'>,
): Promise<{ readonly id: string }> {
  const record = await reachCrossRegion(ctx, id, REGION_HANDLE);
  if (input.on > ctx.today) throw new AppError('assistance.cross-region.in-future', { on: input.on });
  return inTransaction(ctx, async (tx) => {
    const made = await insertJointAction(tx, ctx, record.file_id, input, ctx.actor.displayName);
    const { peer_file_id: peer, other_district: other } = record;
    if (peer !== null && other !== null)
      await asDistrict(tx, ctx, other, (there) => insertJointAction(tx, there, peer, input, there.actor.displayName));
    await writeAudit(tx, ctx, {
      action: 'assistance.cross-region.add',
      subject: { kind: REGION_PROCEDURE, id: record.file_id, label: `${record.number} ${record.title}` },
      details: { on: input.on, place: input.place },
    });
    return { id: made };
  });
}
