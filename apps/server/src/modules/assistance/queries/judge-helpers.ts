import type { AidHelper } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { type AgencyCard, listAgencyCards } from '../../ip-agencies/index.ts';
import { type Dispute, isFree, judgeAgency, judgeExpert } from '../domain/judge-helper.ts';
import { countFilings, countInventions, type ExpertRow, listExperts } from '../repositories/helper-repository.ts';
import type { AidRecord } from '../repositories/request-repository.ts';

const disputeOf = (record: AidRecord): Dispute => ({
  applicant: { name: record.applicant_name, code: record.applicant_code, partyId: record.party_id },
  opponent:
    record.opponent_name === null
      ? null
      : { name: record.opponent_name, code: record.opponent_code, partyId: record.opponent_party_id },
});

async function judgedExpert(ctx: Ctx, record: AidRecord, expert: ExpertRow): Promise<AidHelper> {
  const inventions = {
    applicant: await countInventions(ctx.db, ctx, expert.name, record.party_id),
    opponent: await countInventions(ctx.db, ctx, expert.name, record.opponent_party_id),
  };
  const employer = { name: expert.employer, code: expert.employer_code, partyId: expert.employer_party_id };
  const checks = judgeExpert({ name: expert.name, employer }, disputeOf(record), inventions);
  return {
    part: 'expert',
    id: expert.id,
    name: expert.name,
    note: [expert.employer, expert.title].filter(Boolean).join(' · '),
    free: isFree(checks),
    checks,
  };
}

const AGENCIES_SHOWN = 40;
const matches = (card: AgencyCard, q: string) => q === '' || card.name.includes(q) || card.agencyCode === q;

/** Experts or agencies for a request, each with what speaks against it by the registers; those without conflict first. */
export async function judgeHelpers(
  ctx: Ctx,
  record: AidRecord,
  { part, q = '', id }: { readonly part: 'expert' | 'agency'; readonly q?: string | undefined; readonly id?: string },
): Promise<readonly AidHelper[]> {
  const word = q.trim();
  const found: AidHelper[] = [];
  if (part === 'expert') {
    for (const expert of await listExperts(ctx.db, ctx, word, true))
      if (id === undefined || expert.id === id) found.push(await judgedExpert(ctx, record, expert));
  } else {
    const filings =
      record.opponent_party_id === null ? new Map() : await countFilings(ctx.db, ctx, record.opponent_party_id);
    const cards = (await listAgencyCards(ctx)).filter((card) =>
      id === undefined ? card.inDistrict && matches(card, word) : card.id === id,
    );
    for (const card of cards.slice(0, AGENCIES_SHOWN)) {
      const own = { name: card.name, code: card.uscc, partyId: card.partyId };
      const checks = judgeAgency(own, disputeOf(record), filings.get(card.id) ?? { patents: 0, trademarks: 0 });
      found.push({ part: 'agency', id: card.id, name: card.name, note: card.agencyCode, free: isFree(checks), checks });
    }
  }
  return found.toSorted((a, b) => Number(b.free) - Number(a.free) || a.name.localeCompare(b.name, 'zh'));
}
