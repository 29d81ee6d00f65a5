import type { AffairFinding } from '@jince/contract';
import { lawNumber } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AGENCY_KINDS } from '../../ip-agencies/index.ts';
import { checkRequest } from '../domain/check-request.ts';
import type { Values } from '../domain/values.ts';
import {
  type AgencyRow,
  findAgency,
  findParty,
  findTwins,
  registeredValues,
} from '../repositories/agency-repository.ts';
import type { RequestRow } from '../repositories/request-repository.ts';

export const requestFields = (ctx: Ctx) => ctx.services.jurisdiction.agencyAffairs.request;
const knownValues = (ctx: Ctx) => ({
  kinds: AGENCY_KINDS,
  towns: ctx.services.jurisdiction.towns.map((town) => town.code),
});
export const shownBy = (ctx: Ctx) => ({
  language: ctx.language,
  townName: (code: string | null) => ctx.services.places.townName(code),
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The agency a request is about, as the register has it now. */
export async function agencyOfRequest(db: Db, ctx: Ctx, row: RequestRow): Promise<AgencyRow | undefined> {
  if (row.agency_id === null) return undefined;
  return findAgency(db, ctx.district, row.agency_id, { kind: 'district' });
}

/** A registration names the party that asks for it: an account cannot enter another's code. */
async function partyFinding(db: Db, ctx: Ctx, row: RequestRow): Promise<AffairFinding[]> {
  if (row.kind !== 'registration' || row.party_id === null) return [];
  const party = await findParty(db, ctx.district, row.party_id, { kind: 'district' });
  const uscc = text(row.given.uscc);
  if (party === undefined || party.uscc === null || uscc === null || uscc === party.uscc) return [];
  return [
    {
      code: 'other-party',
      level: 'block',
      field: 'uscc',
      text:
        ctx.language === 'zh'
          ? `代码与申请主体“${party.name}”（${party.uscc}）不一致`
          : `The code is not that of the applicant "${party.name}" (${party.uscc})`,
      article: null,
    },
  ];
}

/** Everything rules find in a request as it stands. */
export async function findingsOf(db: Db, ctx: Ctx, row: RequestRow): Promise<AffairFinding[]> {
  const agency = await agencyOfRequest(db, ctx, row);
  const registered: Values = agency === undefined ? {} : registeredValues(agency);
  const twins = await findTwins(db, ctx.district, {
    id: row.agency_id,
    uscc: text(row.given.uscc),
    agencyCode: text(row.given.agencyCode),
    name: text(row.given.name),
  });
  const change = lawNumber('agencies.change.days', ctx.today);
  const years = lawNumber('agencies.trademark-filing.years', ctx.today);
  const found = checkRequest({
    kind: row.kind,
    fields: requestFields(ctx),
    given: row.given,
    registered,
    effectiveOn: row.effective_on,
    today: ctx.today,
    ...knownValues(ctx),
    twins,
    changeTerm: { value: change.value, article: change.article },
    filingYears: { value: years.value, article: years.article },
    language: ctx.language,
  });
  return [...found, ...(await partyFinding(db, ctx, row))];
}
