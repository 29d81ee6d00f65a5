import { type Ctx, may } from '../../../platform/context/context.ts';
import type { RuleUser } from '../../../platform/facts/index.ts';
import type { StoredVersion } from '../domain/policy-version.ts';
import { selectVersions } from '../repositories/policy-repository.ts';

function rulesOf({ id, version, policy }: StoredVersion): RuleUser[] {
  const href = `/incentives/policies/${id}`;
  const label = (name: string) => `《${policy.title}》第${version}版 · ${name}`;
  const used = (name: string, subject: string, text: string): RuleUser[] =>
    text === 'true' ? [] : [{ label: label(name), href, subject, text }];
  return [
    ...policy.preconditions.flatMap((one) => used(one.label, 'enterprise', one.rule)),
    ...policy.items.flatMap(({ name, eligibility, achievement }) => [
      ...used(name, 'enterprise', eligibility),
      // What an applicant states is no fact of the catalogue.
      ...(achievement.subject === 'claim' ? [] : used(name, achievement.subject, achievement.rule)),
    ]),
  ];
}

/** Rules of the versions that are published, for the catalogue of facts. */
export async function listRuleUsers(ctx: Ctx): Promise<RuleUser[]> {
  if (!may(ctx, 'policies.policy.read')) return [];
  const versions = await selectVersions(ctx.db, ctx.district);
  return versions.filter(({ state }) => state === 'published').flatMap(rulesOf);
}
