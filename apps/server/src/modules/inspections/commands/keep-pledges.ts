import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { requireKind } from '../domain/pledge-kinds.ts';
import { PLEDGE_FILE, PLEDGE_REVIEW } from '../inspections.catalogue.ts';
import { PLEDGE_PROCEDURE, type PledgeState, pledgeStates } from '../procedure/pledge-states.ts';
import { judgeConditions } from '../queries/judge-conditions.ts';
import {
  findOpenPledge,
  findPledge,
  insertPledge,
  insertReview,
  savePledgeRow,
} from '../repositories/pledge-repository.ts';
import { noteChange } from './note-change.ts';

type Given = Readonly<Record<string, string | number | null>>;

/** The applicant, by its town or as itself. */
async function requireParty(ctx: Ctx, id: string) {
  const scope = scopeFor(ctx, PLEDGE_FILE);
  const own =
    scope.kind === 'district'
      ? sql`true`
      : sql`(p.town_code = any(${[...scope.towns]}::text[]) or p.id = any(${[...scope.parties]}::uuid[]))`;
  const { rows } = await sql<{
    name: string;
    uscc: string | null;
    town: string | null;
  }>`select p.name, p.uscc, p.town_code as town
    from parties.party p where p.district = ${ctx.district} and p.id = ${id} and ${own}`.execute(ctx.db);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

/** Only fields of the kind are kept. */
const fitting = (kind: { readonly fields: readonly string[] }, given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([code]) => kind.fields.includes(code)));

/** Begins an application. @throws AppError 404 out of reach; inspections.pledge.unknown-kind, .open */
export async function createPledge(
  ctx: Ctx,
  input: { readonly kind: string; readonly partyId: string; readonly name: string | null; readonly given: Given },
): Promise<{ id: string; fileId: string }> {
  const kind = requireKind(ctx, input.kind);
  const party = await requireParty(ctx, input.partyId);
  const name = input.name?.trim() || party.name;
  const open = await findOpenPledge(ctx.db, ctx, { kind: kind.code, partyId: input.partyId, name });
  if (open !== undefined) throw new AppError('inspections.pledge.open', { name, number: open });
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: PLEDGE_PROCEDURE,
      subject: { kind: PLEDGE_PROCEDURE, id, label: `${kind.label}：${name}` },
      partyId: input.partyId,
      townCode: party.town,
    });
    await insertPledge(tx, ctx, {
      id,
      fileId: file.id,
      kind: kind.code,
      partyId: input.partyId,
      name,
      uscc: party.uscc,
      townCode: party.town,
      operator: name === party.name ? null : party.name,
      given: fitting(kind, input.given),
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.pledge.create',
      subject: { kind: PLEDGE_PROCEDURE, id, label: `${file.number} ${name}` },
      details: { kind: kind.code },
    });
    return { id, fileId: file.id };
  });
}

/** Saves an application as it stands. @throws AppError 404, inspections.pledge.not-editable, .changed-meanwhile */
export async function savePledge(
  ctx: Ctx,
  id: string,
  input: { readonly version: number; readonly given: Given; readonly commitments: readonly string[] },
): Promise<{ version: number }> {
  await inTransaction(ctx, async (tx) => {
    const row = await findPledge(tx, ctx.district, id, scopeFor(ctx, PLEDGE_FILE), true);
    if (row === undefined) throw new AppError('platform.not-found');
    if (row.state !== 'draft')
      throw new AppError('inspections.pledge.not-editable', {
        state: pledgeStates[row.state as PledgeState].label[ctx.language],
      });
    const known = ctx.services.jurisdiction.inspectionSettings.commitments.map((one) => one.code);
    const saved = await savePledgeRow(tx, ctx, id, {
      version: input.version,
      given: fitting(requireKind(ctx, row.kind), input.given),
      commitments: known.filter((code) => input.commitments.includes(code)),
    });
    if (!saved) throw new AppError('inspections.pledge.changed-meanwhile');
    await writeAudit(tx, ctx, {
      action: 'inspections.pledge.save',
      subject: { kind: PLEDGE_PROCEDURE, id, label: `${row.number} ${row.name}` },
      details: { version: input.version + 1 },
    });
  });
  return { version: input.version + 1 };
}

/**
 * Records the review of a year. A pledge whose conditions do not hold any more cannot be kept.
 * @throws AppError 404, inspections.pledge.not-in-force, .reviewed, .review-early, .kept-unfit
 */
export async function reviewPledge(
  ctx: Ctx,
  id: string,
  input: { readonly year: number; readonly result: 'kept' | 'correct' | 'failed'; readonly note: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await findPledge(tx, ctx.district, id, scopeFor(ctx, PLEDGE_REVIEW), true);
    if (row === undefined) throw new AppError('platform.not-found');
    if (row.state !== 'listed' || row.from_on === null) throw new AppError('inspections.pledge.not-in-force');
    const year = Number(ctx.today.slice(0, 4));
    if (input.year > year || input.year < Number(row.from_on.slice(0, 4)))
      throw new AppError('inspections.pledge.review-early', { year: input.year });
    const judged = await judgeConditions({ ...ctx, db: tx }, requireKind(ctx, row.kind), row.party_id);
    const failed = judged.find((one) => one.required && one.outcome === 'false');
    if (input.result === 'kept' && failed !== undefined)
      throw new AppError('inspections.pledge.kept-unfit', { condition: failed.label });
    const conditions = judged.map(({ code, outcome }) => ({ code, outcome }));
    if (!(await insertReview(tx, ctx, id, { ...input, conditions })))
      throw new AppError('inspections.pledge.reviewed', { year: input.year });
    await noteChange(tx, ctx, { partyId: row.party_id });
    await writeAudit(tx, ctx, {
      action: PLEDGE_REVIEW,
      subject: { kind: PLEDGE_PROCEDURE, id, label: `${row.number} ${row.name}` },
      details: { year: input.year, result: input.result },
    });
  });
}
