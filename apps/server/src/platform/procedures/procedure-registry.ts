import type { Bilingual } from '../i18n/language.ts';
import type { ProcedureDefinition } from './definition.ts';
import { checkTemplates } from './domain/check-templates.ts';
import { checkDefinition } from './domain/judge-action.ts';

/**
 * Procedures by name.
 * @param templates codes of the jurisdiction's official papers
 * @throws RangeError at start for a declaration that contradicts itself or names no such paper
 */
export function procedureRegistry(
  definitions: readonly ProcedureDefinition[],
  templates: ReadonlySet<string>,
): ReadonlyMap<string, ProcedureDefinition> {
  const problems = definitions.flatMap((one) => [...checkDefinition(one), ...checkTemplates(one, templates)]);
  const names = definitions.map((one) => one.procedure);
  problems.push(...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is declared twice`));
  if (problems.length > 0) throw new RangeError(`Procedures:\n  ${problems.join('\n  ')}`);
  return new Map(definitions.map((one) => [one.procedure, one]));
}

/** What the log calls the actions of procedures, so that no module need name them again: `subsidies.claim.accept`. */
export function actionLabels(definitions: readonly ProcedureDefinition[]): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(
    definitions.flatMap(({ procedure, label, actions }) =>
      actions.map((one) => [
        `${procedure}.${one.action}`,
        { zh: `${label.zh}：${one.label.zh}`, en: `${label.en}: ${one.label.en}` },
      ]),
    ),
  );
}
