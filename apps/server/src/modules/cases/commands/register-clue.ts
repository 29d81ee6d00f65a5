import { foldText } from '@jince/matching';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { moveClock, openFile, takeNumber } from '../../../platform/procedures/index.ts';
import { CASE_REGISTER } from '../cases.catalogue.ts';
import type { NewParty, SourceKind } from '../domain/case-types.ts';
import { requireBehaviour } from '../domain/work-out.ts';
import { CASE_PROCEDURE } from '../procedure/case-procedure.ts';
import { findJoinable } from '../queries/find-joinable.ts';
import { lookUpRights } from '../queries/rights-on-day.ts';
import { findBySource, insertCase } from '../repositories/case-repository.ts';
import { appendEntry } from '../repositories/entry-repository.ts';
import { insertClue, saveParties, saveRights } from '../repositories/parts-repository.ts';
import { requireFairParties } from './require-parties.ts';
import { routeCase } from './route-case.ts';
import { settleCases } from './settle-case.ts';

export interface ClueOrder {
  /** Where it comes from: the module and the id of its record there; one record leads to one case, however often it is handed on. */
  readonly source: {
    readonly kind: SourceKind;
    readonly module: string;
    readonly id: string;
    readonly label: string;
    readonly href: string | null;
  };
  /** The day the office learned of it, `YYYY-MM-DD`: the clock of the decision to open runs from it. */
  readonly receivedOn: string;
  readonly backDatedReason?: string | null | undefined;
  readonly title: string;
  readonly text: string;
  readonly suspects: readonly {
    readonly name: string;
    readonly uscc?: string | null | undefined;
    readonly partyId?: string | null | undefined;
    readonly address?: string | null | undefined;
    readonly townCode?: string | null | undefined;
    readonly natural: boolean;
  }[];
  /** Row of the statistics form, 2–43. */
  readonly behaviourRow?: number | null | undefined;
  readonly rights: readonly {
    readonly kind: 'trademark' | 'patent' | 'gi';
    readonly number: string;
    readonly holder?: string | null | undefined;
  }[];
  /** Body that handles it; absent: by the place of the suspect. */
  readonly organisationCode?: string | null | undefined;
  /** Evidence the module above keeps; linked by it once the case is there. */
  readonly evidenceIds?: readonly string[] | undefined;
  readonly electronic?: boolean | undefined;
}

export interface RegisteredClue {
  readonly caseId: string;
  readonly number: string;
  /** Number of the open case the clue was joined with; null where a new one was opened. */
  readonly joinedTo: string | null;
}

const toParty = (one: ClueOrder['suspects'][number]): NewParty => ({
  side: 'suspect',
  natural: one.natural,
  name: one.name.trim(),
  uscc: one.uscc?.trim() || null,
  address: one.address?.trim() || null,
  townCode: one.townCode ?? null,
  phone: null,
  representative: null,
  partyId: one.partyId ?? null,
});

const holderParty = (name: string): NewParty => ({
  side: 'holder',
  natural: false,
  name,
  uscc: null,
  address: null,
  townCode: null,
  phone: null,
  representative: null,
  partyId: null,
});

/** Two clues about one suspect never open two cases at once: they take turns by the suspects' names and codes. */
async function takeTurns(tx: Tx, ctx: Ctx, order: ClueOrder): Promise<void> {
  const keys = order.suspects.flatMap(({ name, uscc }) => [foldText(name), ...(uscc ? [uscc] : [])]);
  for (const key of [...new Set(keys)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cases:${ctx.district}:${key}`}, 0))`.execute(tx);
}

async function openCase(tx: Tx, ctx: Ctx, order: ClueOrder, parties: readonly NewParty[]): Promise<RegisteredClue> {
  const townCode = parties.find(({ townCode: town }) => town !== null)?.townCode ?? null;
  const organisation = routeCase(ctx, order.organisationCode ?? null, townCode);
  const year = Number(ctx.today.slice(0, 4));
  const number = `AJ${year}-${String(await takeNumber(tx, ctx, CASE_PROCEDURE, year)).padStart(5, '0')}`;
  const file = await openFile(tx, ctx, {
    procedure: CASE_PROCEDURE,
    subject: { kind: CASE_PROCEDURE, id: number, label: order.title },
    organisations: [organisation],
    number,
  });
  await insertCase(tx, ctx.district, {
    id: file.id,
    number,
    title: order.title,
    text: order.text,
    source_kind: order.source.kind,
    source_module: order.source.module,
    source_id: order.source.id,
    source_label: order.source.label,
    source_href: order.source.href,
    received_on: order.receivedOn,
    town_code: townCode,
    organisation_code: organisation,
    behaviour_row: order.behaviourRow ?? null,
    electronic: order.electronic ?? false,
    back_dated_reason: order.backDatedReason ?? null,
    registered_by_name: ctx.actor.displayName,
    registered_at: ctx.now,
  });
  await saveParties(tx, ctx.district, file.id, parties);
  const rights = order.rights.map(({ kind, number: no, holder }) => ({
    kind,
    number: no.trim(),
    holder: holder ?? null,
    name: null,
    class: null,
  }));
  await saveRights(tx, ctx.district, file.id, await lookUpRights(tx, ctx.district, rights, order.receivedOn));
  await moveClock(tx, ctx, file, 'filing', { type: 'start', on: order.receivedOn });
  return { caseId: file.id, number, joinedTo: null };
}

/**
 * Registers a clue in the caller's transaction. A clue about the same suspect and behaviour as an open case is joined with
 * it; a source that was registered before gives the case it led to.
 * @throws AppError cases.party.* · cases.case.unknown-behaviour · cases.case.unknown-organisation · cases.case.in-future
 */
export async function registerClue(tx: Tx, ctx: Ctx, order: ClueOrder): Promise<RegisteredClue> {
  if (order.receivedOn > ctx.today)
    throw new AppError('cases.case.in-future', { on: order.receivedOn, today: ctx.today });
  if (order.behaviourRow != null) requireBehaviour(order.behaviourRow);
  const known = await findBySource(tx, ctx.district, order.source);
  if (known !== undefined)
    return { caseId: known.id, number: known.number, joinedTo: known.joined ? known.number : null };
  const holders = [...new Set(order.rights.flatMap(({ holder }) => (holder ? [holder.trim()] : [])))];
  const parties = [...order.suspects.map(toParty), ...holders.map(holderParty)];
  requireFairParties(parties);
  await takeTurns(tx, ctx, order);
  const same = await findJoinable(tx, ctx.district, order.suspects, order.behaviourRow ?? null);
  const found: RegisteredClue =
    same === undefined
      ? await openCase(tx, ctx, order, parties)
      : { caseId: same.id, number: same.number, joinedTo: same.number };
  await insertClue(tx, ctx.district, found.caseId, {
    id: uuidv7(),
    kind: order.source.kind,
    module: order.source.module,
    sourceId: order.source.id,
    label: order.source.label,
    href: order.source.href,
    receivedOn: order.receivedOn,
    title: order.title,
    text: order.text,
    at: ctx.now,
    by: ctx.actor.displayName,
  });
  if (found.joinedTo !== null)
    await appendEntry(tx, ctx, found.caseId, {
      kind: 'clue',
      on: order.receivedOn,
      data: { title: order.title, source: order.source.label },
    });
  if (order.backDatedReason != null)
    await appendEntry(tx, ctx, found.caseId, {
      kind: 'back-dated',
      on: order.receivedOn,
      data: { reason: order.backDatedReason },
      backDatedReason: order.backDatedReason,
    });
  await settleCases(tx, ctx, [found.caseId]);
  await writeAudit(tx, ctx, {
    action: CASE_REGISTER,
    subject: { kind: CASE_PROCEDURE, id: found.caseId, label: `${found.number} ${order.title}` },
    details: {
      source: order.source.kind,
      sourceId: order.source.id,
      receivedOn: order.receivedOn,
      joined: found.joinedTo !== null,
      ...(order.backDatedReason == null ? {} : { backDated: order.backDatedReason }),
    },
  });
  return found;
}
