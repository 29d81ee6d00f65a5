import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { createPolicyDraft } from './commands/create-policy-draft.ts';
import { discardPolicyDraft } from './commands/discard-policy-draft.ts';
import { publishPolicy } from './commands/publish-policy.ts';
import { retirePolicy } from './commands/retire-policy.ts';
import { savePolicyDraft } from './commands/save-policy-draft.ts';
import { policiesActions, policiesErrors, policiesPermissions } from './policies.catalogue.ts';
import { checkPolicyDocument } from './queries/check-policy-document.ts';
import { comparePolicies } from './queries/compare-policies.ts';
import { getPolicyAnswers } from './queries/get-policy-answers.ts';
import { getPolicyVocabulary } from './queries/get-policy-vocabulary.ts';
import { listPolicies } from './queries/list-policies.ts';
import { listRuleUsers } from './queries/list-rule-users.ts';
import { getPolicy } from './queries/show-policy.ts';
import { whatIfErrors, whatIfPermissions } from './what-if/what-if.catalogue.ts';
import { whatIfRoutesBound } from './what-if/what-if.routes.ts';

/** Policies as versions, their checks, and what they would give. */
export const policiesModule: ModuleDefinition = {
  name: 'policies',
  permissions: [...policiesPermissions, ...whatIfPermissions],
  errors: { ...policiesErrors, ...whatIfErrors },
  actions: policiesActions,
  facts: { users: listRuleUsers },
  routes: [
    ...whatIfRoutesBound,
    bind('listPolicies', 'policies.policy.read', (ctx) => listPolicies(ctx)),
    bind('getPolicyVocabulary', 'policies.policy.read', (ctx) => getPolicyVocabulary(ctx)),
    bind('getPolicy', 'policies.policy.read', (ctx, { params }) => getPolicy(ctx, params.id)),
    bind('comparePolicies', 'policies.policy.read', (ctx, { params, query }) =>
      comparePolicies(ctx, params.id, query.since),
    ),
    bind('getPolicyAnswers', 'policies.policy.read', (ctx, { params, query }) =>
      getPolicyAnswers(ctx, params.id, query),
    ),
    bind('checkPolicyDocument', 'policies.policy.edit', (ctx, { body }) => checkPolicyDocument(ctx, body.document)),
    bind('createPolicyDraft', 'policies.policy.edit', async (ctx, { body }) => ({
      id: await createPolicyDraft(ctx, body),
    })),
    bind('savePolicyDraft', 'policies.policy.edit', (ctx, { params, body }) => savePolicyDraft(ctx, params.id, body)),
    bind('discardPolicyDraft', 'policies.policy.edit', async (ctx, { params }) => {
      await discardPolicyDraft(ctx, params.id);
      return { ok: true as const };
    }),
    bind('publishPolicy', 'policies.policy.publish', (ctx, { params, body }) =>
      publishPolicy(ctx, params.id, body.revision),
    ),
    bind('retirePolicy', 'policies.policy.publish', async (ctx, { params, body }) => {
      await retirePolicy(ctx, params.id, body.reason);
      return { ok: true as const };
    }),
  ],
};
