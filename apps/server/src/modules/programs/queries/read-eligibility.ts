import type { TraceNode } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { explainSubject, loadFacts, openConditions, requireRule } from '../../../platform/facts/index.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

export interface Eligibility {
  readonly outcome: 'true' | 'false' | 'unknown';
  readonly asOf: string;
  /** The conditions in words. */
  readonly sentence: string;
  readonly trace: TraceNode;
  /** Sentences of the conditions that do not hold, or are not known. */
  readonly open: readonly string[];
}

/** What text facts tell of why a condition fails: on which list, until which day. */
async function toldBy(ctx: Ctx, partyId: string, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const { rows } = await loadFacts(ctx, {
    subject: 'enterprise',
    ids: [partyId],
    paths,
    asOf: ctx.today,
    everyone: true,
  });
  const facts = rows.get(partyId);
  return paths.flatMap((path) => {
    const told = facts?.[path];
    return typeof told === 'string' && told !== '' ? [told] : [];
  });
}

/** Whether the leading party meets the terms of the kind today, with the trace. Told of the register, whoever asks. */
export async function readEligibility(
  ctx: Ctx,
  project: Pick<ProjectRow, 'terms' | 'lead_party_id'>,
): Promise<Eligibility> {
  const { applicants } = project.terms;
  const rule = requireRule(ctx, 'enterprise', applicants.rule);
  const { outcome, trace, freshness } = await explainSubject(ctx, {
    subject: 'enterprise',
    id: project.lead_party_id,
    rule,
    asOf: ctx.today,
    everyone: true,
  });
  const told = outcome === 'false' ? await toldBy(ctx, project.lead_party_id, applicants.tells ?? []) : [];
  return { outcome, asOf: freshness.asOf, sentence: applicants.text, trace, open: [...openConditions(trace), ...told] };
}
