import type { CreditLine, CreditTrace } from '@jince/contract';
import type { CreditRuleVersion } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { loadFacts } from '../../../platform/facts/index.ts';
import type { AgencyCard } from '../../ip-agencies/index.ts';

const MEMBER = 'association.member';

/** Whether the agency is of the association, said beside the discipline of the trade; null where nobody knows. */
async function membership(ctx: Ctx, card: AgencyCard): Promise<string | null> {
  if (!ctx.services.facts.subjects.get('agency')?.facts.has(MEMBER)) return null;
  const { rows } = await loadFacts(ctx, { subject: 'agency', ids: [card.id], paths: [MEMBER], everyone: true });
  const member = rows.get(card.id)?.[MEMBER] === true;
  if (ctx.language === 'zh') return member ? '现为行业协会会员。' : '未加入本区行业协会。';
  return member ? 'A member of the association.' : 'Not a member of the association of the district.';
}

/** The contents of a credit file as the rules list them, empty ones as well: nothing recorded is said, not left out. */
export async function fileContents(
  ctx: Ctx,
  card: AgencyCard,
  rules: CreditRuleVersion,
  lines: readonly CreditLine[],
): Promise<NonNullable<CreditTrace['contents']>> {
  const labels = new Set(rules.groups.map(({ label }) => label[ctx.language]));
  const last = rules.groups.at(-1);
  const joined = await membership(ctx, card);
  return rules.groups.map((one) => {
    const label = one.label[ctx.language];
    return {
      group: one.group,
      label,
      lines: lines.filter(
        ({ groupLabel }) => groupLabel === label || (one === last && (groupLabel === null || !labels.has(groupLabel))),
      ),
      note: one.group === 'discipline' ? joined : null,
    };
  });
}
