import { maskPersonalInformation } from '@jince/law';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import type { RegisterIndex } from '../../../platform/register-index/index.ts';
import { membershipKindLabels } from '../domain/labels.ts';
import { isMembershipValid } from '../domain/membership-validity.ts';
import type { RightsPort } from '../ports.ts';
import { findParty, listMemberships, listPartyNames, type PartyRecord } from '../repositories/party-repository.ts';
import { PARTY_READ, toPartyRow } from './list-parties.ts';
import type { PartyIndexData } from './party-index.ts';

function showName(ctx: Ctx, name: string): string {
  return may(ctx, 'parties.party.unmask') ? name : maskPersonalInformation('name', name, ctx.today);
}

export async function loadParty(ctx: Ctx, id: string): Promise<PartyRecord> {
  const party = await findParty(ctx.db, ctx.district, scopeFor(ctx, PARTY_READ), id);
  if (party === undefined) throw new AppError('platform.not-found');
  return party;
}

/** Everything the registers say of one subject on a day. */
export async function getParty(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  rights: RightsPort,
  id: string,
  asOf = ctx.today,
) {
  const party = await loadParty(ctx, id);
  const data = await index.get(ctx);
  const row = data.rowOf.get(id);
  if (row === undefined) throw new AppError('platform.not-found');
  const [names, memberships, owned, sources] = [
    await listPartyNames(ctx.db, ctx.district, id),
    await listMemberships(ctx.db, ctx.district, id),
    await rights.rightsOfParty(ctx, id, asOf),
    await listPartySources(ctx, id),
  ];
  const details = memberships.map((m) => {
    const validity = isMembershipValid(m, asOf);
    return {
      id: m.id,
      kind: m.kind as never,
      kindLabel: membershipKindLabels[m.kind]?.[ctx.language] ?? m.kind,
      level: m.level ?? m.standard,
      certificateNo: m.certificate_no,
      from: m.valid_from,
      to: m.valid_to,
      ...validity,
    };
  });
  const representative = party.legal_representative;
  return {
    ...toPartyRow(ctx, data, row, party),
    industry: party.industry_text ?? toPartyRow(ctx, data, row, party).industry,
    recordKey: party.record_key,
    address: party.address,
    capitalFen: party.capital_fen,
    capitalCurrency: party.capital_currency,
    legalRepresentative: representative === null ? null : showName(ctx, representative),
    registrationAuthority: party.registration_authority,
    scope: party.scope,
    dissolvedOn: party.dissolved_on,
    names: [
      { name: party.name, from: null, to: null, kind: 'current' as const },
      ...names.map((n) => ({ name: n.name, from: n.valid_from, to: n.valid_to, kind: n.kind })),
    ],
    membershipDetails: details,
    rights: {
      asOf,
      patents: [...owned.patents],
      trademarks: [...owned.trademarks],
      madrid: owned.madrid,
      gis: owned.gis,
    },
    nextSteps: [...owned.nextSteps],
    sourceCount: new Set(sources.map((source) => source.importId)).size,
    updatedAt: party.updated_at,
  };
}

/** Fields of the party and of its lists and certificates, each with file, sheet and line. */
export async function listPartySources(ctx: Ctx, id: string) {
  const party = await loadParty(ctx, id);
  const memberships = await listMemberships(ctx.db, ctx.district, id);
  const stated = await listSources(ctx, 'party', [party.record_key]);
  // What is masked on the page is masked in the files behind it.
  const own = stated.map((source) =>
    source.field === 'legalRepresentative' ? { ...source, value: showName(ctx, source.value) } : source,
  );
  return [
    ...own,
    ...(await listSources(
      ctx,
      'membership',
      memberships.map((m) => m.record_key),
    )),
  ];
}
