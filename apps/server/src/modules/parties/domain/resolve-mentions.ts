import type { Db } from '../../../platform/database/database.ts';
import { listStandingJudgements } from '../repositories/judgement-repository.ts';
import type { ResolvedMention } from './apply-judgements.ts';

/** Node name of a party in the graph of judgements: by its key, which survives re-imports. */
export const partyNode = (recordKey: string) => `party:${recordKey}`;
export const mentionNode = (id: string) => `mention:${id}`;

/** What all standing judgements together say of each mention they touch, directly or through others. */
export async function resolveMentions(db: Db, district: string): Promise<ReadonlyMap<string, ResolvedMention>> {
  const rows = await listStandingJudgements(db, district);
  if (rows.length === 0) return new Map();
  const answer = new Map<string, { same: string | undefined; notSame: Set<string> }>();
  for (const row of rows) {
    const known = answer.get(row.mention_id) ?? { same: undefined, notSame: new Set<string>() };
    if (row.party_id !== null && row.verdict === 'same') known.same = row.party_id;
    if (row.party_id !== null && row.verdict === 'not-same') known.notSame.add(row.party_id);
    answer.set(row.mention_id, known);
  }
  return answer;
}
