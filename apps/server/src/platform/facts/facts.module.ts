import { bind, type ModuleDefinition } from '../module.ts';
import { CATALOGUE_READ, factErrors, factPermissions, RULE_TRY } from './facts.catalogue.ts';
import { refreshFactsTask } from './facts.jobs.ts';
import { getFact } from './queries/get-fact.ts';
import { listFacts } from './queries/list-facts.ts';
import { checkRule, compareRules, explainRule, exportRule, queryRule } from './queries/try-rule.ts';

/** What can be said of the district's subjects, and the rules over it. */
export const factsModule: ModuleDefinition = {
  name: 'facts',
  permissions: factPermissions,
  errors: factErrors,
  actions: {},
  jobs: [refreshFactsTask],
  routes: [
    bind('listFacts', CATALOGUE_READ, (ctx, { query }) => listFacts(ctx, query)),
    bind('getFact', CATALOGUE_READ, (ctx, { params }) => getFact(ctx, params.name)),
    bind('checkRule', RULE_TRY, (ctx, { body }) => checkRule(ctx, body)),
    bind('queryRule', RULE_TRY, (ctx, { body }) => queryRule(ctx, body)),
    bind('exportRule', RULE_TRY, (ctx, { body }) => exportRule(ctx, body)),
    bind('compareRules', RULE_TRY, (ctx, { body }) => compareRules(ctx, body)),
    bind('explainRule', RULE_TRY, (ctx, { body }) => explainRule(ctx, body)),
  ],
};
