import { resolveJudgements } from '@jince/matching';
import type { Db } from '../../../platform/database/database.ts';
import { listStandingJudgements } from '../repositories/judgement-repository.ts';
import type { ResolvedMention } from './apply-judgements.ts';

/** Nodes of the graph of judgements; a party by its key, which survives re-imports. */
const partyNode = (recordKey: string) => `party:${recordKey}`;
const mentionNode = (id: string) => `mention:${id}`;

type Gathered = { -readonly [K in keyof ResolvedMention]: ResolvedMention[K] } & { readonly notSame: Set<string> };

/** What all standing judgements together say of each mention they touch, directly or through others. */
export async function resolveMentions(db: Db, district: string): Promise<ReadonlyMap<string, ResolvedMention>> {
  const rows = await listStandingJudgements(db, district);
  if (rows.length === 0) return new Map();
  const resolved = resolveJudgements(
    rows.map((row) => ({
      id: row.id,
      a: mentionNode(row.mention_id),
      b: partyNode(row.party_record_key),
      verdict: row.verdict,
    })),
  );
  const parties = new Map(rows.map((row) => [partyNode(row.party_record_key), row]));
  const clusterOf = new Map(resolved.clusters.flatMap((cluster) => cluster.map((node) => [node, cluster] as const)));
  const answer = new Map<string, Gathered>();
  for (const row of rows) {
    const known = answer.get(row.mention_id);
    const mention: Gathered = known ?? { same: undefined, absent: undefined, sameBy: undefined, notSame: new Set() };
    answer.set(row.mention_id, mention);
    if (row.verdict === 'same') mention.sameBy = row.actor_name;
    // Through a cluster everything said of one of its nodes holds for all; contradictions decide nothing.
    for (const node of known === undefined ? (clusterOf.get(mentionNode(row.mention_id)) ?? []) : []) {
      const party = parties.get(node);
      if (party === undefined || resolved.decide(mentionNode(row.mention_id), node).verdict !== 'same') continue;
      if (party.party_id === null) mention.absent = party.party_name;
      else mention.same = party.party_id;
    }
    if (row.party_id !== null && row.verdict === 'not-same') mention.notSame.add(row.party_id);
  }
  return answer;
}
