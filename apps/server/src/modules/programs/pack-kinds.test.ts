import { parseRule } from '@jince/rules';
import { programmes } from '@jince/wujiang';
import { expect, test } from 'vitest';
import { createModules } from '../../modules.ts';
import { createFactRegistry } from '../../platform/facts/fact-registry.ts';
import { partyKindLabels } from '../parties/index.ts';
import { projectPapers } from './procedure/project-papers.ts';

const registry = createFactRegistry(createModules().modules.flatMap((module) => module.facts ?? []));

test.each(programmes.kinds)('$code: the rule for applicants fits the catalogue of facts', ({ applicants }) => {
  const parsed = parseRule(applicants.rule, { catalogue: registry.catalogue, subject: 'enterprise', expect: 'bool' });
  expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.en)).toEqual([]);
});

test('papers and kinds of parties are those there are', () => {
  const papers = new Set(projectPapers.map((paper) => paper.kind));
  const unknown = programmes.kinds.flatMap((kind) => [
    ...kind.documents.filter((document) => !papers.has(document.kind)).map((document) => document.kind),
    ...kind.roles.flatMap((role) => role.kinds.filter((one) => !(one in partyKindLabels))),
  ]);
  expect(unknown).toEqual([]);
});
