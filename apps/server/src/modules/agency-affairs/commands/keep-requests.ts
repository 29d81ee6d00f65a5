import type { AffairValue } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { REQUEST_FILE } from '../agency-affairs.catalogue.ts';
import { cleanText, cleanValue, type Values } from '../domain/values.ts';
import { procedureOf, REQUEST_EDITABLE, requestStates } from '../procedure/request-procedures.ts';
import { requestFields } from '../queries/request-form.ts';
import { findAgency, findAgencyOfParty, findParty, type PartyRow } from '../repositories/agency-repository.ts';
import {
  findOpenRequest,
  findRequest,
  insertRequest,
  lockRequest,
  type NewRequest,
  renameFile,
  saveRequestDraft,
  takeTurn,
} from '../repositories/request-repository.ts';

type Given = Readonly<Record<string, AffairValue>>;

/** Values as they are kept; a field the form does not have is refused. */
function cleanGiven(ctx: Ctx, given: Given): Values {
  const fields = requestFields(ctx);
  return Object.fromEntries(
    Object.entries(given).map(([code, value]) => {
      const field = fields.find((one) => one.code === code);
      if (field === undefined) throw new AppError('agency-affairs.request.unknown-field', { field: code });
      return [code, cleanValue(field, value)];
    }),
  );
}

const textOf = (value: AffairValue | undefined): string | null => (typeof value === 'string' ? value : null);

const ofParty = (party: PartyRow): Values => ({
  name: party.name,
  uscc: party.uscc,
  townCode: party.town_code,
  address: party.address,
  establishedOn: party.established_on,
});

interface CreateInput {
  readonly kind: 'registration' | 'change';
  readonly agencyId: string | null;
  readonly partyId: string | null;
  readonly values: Given;
}

async function orderOf(ctx: Ctx, input: CreateInput): Promise<Omit<NewRequest, 'id' | 'fileId' | 'origin'>> {
  const scope = scopeFor(ctx, REQUEST_FILE);
  const given = cleanGiven(ctx, input.values);
  if (input.kind === 'change') {
    const agency = input.agencyId === null ? undefined : await findAgency(ctx.db, ctx.district, input.agencyId, scope);
    if (agency === undefined) throw new AppError('platform.not-found');
    const { id, party_id, name, town_code } = agency;
    return { kind: 'change', agencyId: id, partyId: party_id, name, townCode: town_code, given };
  }
  if (input.partyId === null) {
    // Without a party it is an officer who enters an agency that is in no register of this district.
    if (scope.kind !== 'district') throw new AppError('platform.not-found');
    const name = textOf(given.name) ?? '（未填名称）';
    return { kind: 'registration', agencyId: null, partyId: null, name, townCode: textOf(given.townCode), given };
  }
  const party = await findParty(ctx.db, ctx.district, input.partyId, scope);
  if (party === undefined) throw new AppError('platform.not-found');
  const known = await findAgencyOfParty(ctx.db, ctx.district, party.id);
  if (known !== undefined) throw new AppError('agency-affairs.request.registered', { name: known.name });
  const filled = { ...ofParty(party), ...given };
  return {
    kind: 'registration',
    agencyId: null,
    partyId: party.id,
    name: party.name,
    townCode: party.town_code,
    given: filled,
  };
}

/**
 * Begins the registration of a party as an agency, or a change of a registered one; one of each at a time.
 * @throws AppError 404 for an agency or party out of the actor's reach; agency-affairs.request.open, .registered
 */
export async function createAgencyRequest(ctx: Ctx, input: CreateInput): Promise<{ id: string; fileId: string }> {
  const order = await orderOf(ctx, input);
  const id = uuidv7();
  const own = ctx.actor.grants.some((grant) => grant.role === 'agency');
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx.district, `${order.kind}:${order.agencyId ?? order.partyId ?? id}`);
    const open =
      order.agencyId === null && order.partyId === null ? undefined : await findOpenRequest(tx, ctx.district, order);
    if (open !== undefined)
      throw new AppError('agency-affairs.request.open', { name: order.name, number: open.number, id: open.id });
    const procedure = procedureOf(order.kind);
    const file = await openFile(tx, ctx, {
      procedure,
      subject: { kind: procedure, id, label: order.name },
      partyId: order.partyId,
      townCode: order.townCode,
    });
    await insertRequest(tx, ctx, { ...order, id, fileId: file.id, origin: own ? 'agency' : 'officer' });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.request.create',
      subject: { kind: procedure, id: file.id, label: `${file.number} ${order.name}` },
      details: { kind: order.kind, agencyId: order.agencyId, partyId: order.partyId },
    });
    return { id, fileId: file.id };
  });
}

interface SaveInput {
  readonly version: number;
  readonly values: Given;
  readonly effectiveOn: string | null;
  readonly reason: string;
}

/**
 * Keeps a request as it stands; what is missing or wrong is no hindrance, only filing asks for it.
 * @throws AppError agency-affairs.request.not-editable once filed, .changed-meanwhile when someone saved since `version`
 */
export async function saveAgencyRequest(ctx: Ctx, id: string, input: SaveInput): Promise<{ version: number }> {
  const found = await findRequest(ctx.db, ctx.district, id, scopeFor(ctx, REQUEST_FILE));
  if (found === undefined) throw new AppError('platform.not-found');
  const given = cleanGiven(ctx, input.values);
  return inTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, ctx.district, id);
    if (row === undefined) throw new AppError('platform.not-found');
    if (!REQUEST_EDITABLE.includes(row.state))
      throw new AppError('agency-affairs.request.not-editable', {
        state: requestStates[row.state as keyof typeof requestStates].label[ctx.language],
      });
    // A registration is called as its draft says; the place of a party's own file stays that of the party.
    const registration = row.kind === 'registration';
    const name = registration ? (textOf(given.name) ?? row.name) : row.name;
    const townCode = registration && row.party_id === null ? textOf(given.townCode) : row.town_code;
    const { version, effectiveOn } = input;
    const draft = { version, given, effectiveOn, reason: cleanText(input.reason), name, townCode };
    const next = await saveRequestDraft(tx, ctx.district, id, draft);
    if (next === undefined) throw new AppError('agency-affairs.request.changed-meanwhile');
    await renameFile(tx, ctx.district, row.file_id, { label: name, townCode });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.request.save',
      subject: { kind: procedureOf(row.kind), id: row.file_id, label: `${row.number} ${name}` },
      details: { version: next },
    });
    return { version: next };
  });
}
