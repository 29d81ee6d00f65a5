import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { AID_FILE } from '../assistance.catalogue.ts';
import { AID_PROCEDURE } from '../procedure/request-procedure.ts';
import { findSide } from '../repositories/helper-repository.ts';
import { insertRequest, type NewRequest } from '../repositories/request-repository.ts';
import { tellOpened } from './tell-opened.ts';

interface AidInput extends Pick<NewRequest, 'kinds' | 'rights' | 'title' | 'facts' | 'wish'> {
  readonly opponentName: string | null;
  readonly opponentCode: string | null;
}

interface Applicant {
  readonly partyId: string | null;
  readonly name: string;
  readonly code: string | null;
  readonly contact: string | null;
  readonly townCode: string | null;
}

/** The record of another module that asks for help; one record leads to one file. */
export interface AidSource {
  readonly key: string;
  readonly href: string | null;
}

interface Opening {
  readonly channel: 'portal' | 'desk';
  readonly receivedOn: string;
  readonly applicant: Applicant;
  readonly action: string;
  /** What ordered it, where nobody typed it. */
  readonly source?: AidSource | undefined;
}

async function open(ctx: Ctx, input: AidInput, { channel, receivedOn, applicant, action, source }: Opening) {
  const opponent =
    input.opponentName === null || input.opponentName === ''
      ? null
      : await findSide(ctx.db, ctx, { name: input.opponentName, code: input.opponentCode || null });
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: AID_PROCEDURE,
      subject: { kind: AID_PROCEDURE, id, label: `${applicant.name}：${input.title}` },
      partyId: applicant.partyId,
      organisations: [ctx.services.jurisdiction.coordinationSettings.aidDesk],
    });
    await insertRequest(tx, ctx, {
      id,
      file_id: file.id,
      channel,
      kinds: input.kinds,
      party_id: applicant.partyId,
      applicant_name: applicant.name,
      applicant_code: applicant.code,
      applicant_contact: applicant.contact,
      town_code: applicant.townCode,
      opponent_name: opponent?.name ?? null,
      opponent_code: opponent?.code ?? null,
      opponent_party_id: opponent?.partyId ?? null,
      rights: input.rights,
      title: input.title,
      facts: input.facts,
      wish: input.wish,
      received_on: receivedOn,
      source_key: source?.key ?? null,
      source_href: source?.href ?? null,
    });
    await performAction(tx, ctx, file.id, 'lodge');
    await writeAudit(tx, ctx, {
      action,
      subject: { kind: AID_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { channel, kinds: input.kinds },
    });
    if (source !== undefined)
      await tellOpened(tx, ctx, source, { kind: 'request', id, fileId: file.id, number: file.number });
    return { id, fileId: file.id };
  });
}

async function partyOf(ctx: Ctx, id: string): Promise<Omit<Applicant, 'contact'>> {
  const { rows } = await sql<{
    name: string;
    uscc: string | null;
    town: string | null;
  }>`select p.name, p.uscc, p.town_code as town
    from parties.party p where p.district = ${ctx.district} and p.id = ${id}`.execute(ctx.db);
  const party = rows[0];
  if (party === undefined) throw new AppError('platform.not-found');
  return { partyId: id, name: party.name, code: party.uscc, townCode: party.town };
}

/**
 * Enters a request at the desk, of an enterprise of the register or of anybody else.
 * @throws AppError assistance.request.in-future; 404 for the party
 */
export async function createAidRequest(
  ctx: Ctx,
  input: AidInput & {
    readonly partyId: string | null;
    readonly applicantName: string;
    readonly applicantCode: string | null;
    readonly applicantContact: string | null;
    readonly receivedOn: string;
  },
  source?: AidSource,
): Promise<{ readonly id: string; readonly fileId: string }> {
  if (input.receivedOn > ctx.today) throw new AppError('assistance.request.in-future', { on: input.receivedOn });
  const known =
    input.partyId === null
      ? { partyId: null, name: input.applicantName, code: input.applicantCode, townCode: null }
      : await partyOf(ctx, input.partyId);
  return open(ctx, input, {
    channel: 'desk',
    receivedOn: input.receivedOn,
    applicant: { ...known, contact: input.applicantContact },
    action: 'assistance.request.create',
    source,
  });
}

/** An enterprise asks for itself. @throws AppError assistance.request.not-own */
export async function fileAidRequest(
  ctx: Ctx,
  input: AidInput & { readonly partyId: string; readonly contact: string },
): Promise<{ readonly id: string; readonly fileId: string }> {
  const scope = scopeFor(ctx, AID_FILE);
  if (scope.kind === 'places' && !scope.parties.includes(input.partyId))
    throw new AppError('assistance.request.not-own');
  return open(ctx, input, {
    channel: 'portal',
    receivedOn: ctx.today,
    applicant: { ...(await partyOf(ctx, input.partyId)), contact: input.contact },
    action: AID_FILE,
  });
}
