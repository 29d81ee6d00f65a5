import type { Bilingual } from '../i18n/language.ts';
import type { ClockDefinition, ProcedureDefinition, ProcedureTemplate } from './definition.ts';
import { checkTemplates } from './domain/check-templates.ts';
import { checkDefinition } from './domain/judge-action.ts';

function withPapers(
  definition: ProcedureDefinition,
  added: readonly (readonly [procedure: string, papers: readonly ProcedureTemplate[]])[],
): ProcedureDefinition {
  const more = added.filter(([procedure]) => procedure === definition.procedure).flatMap(([, papers]) => papers);
  return more.length === 0 ? definition : { ...definition, templates: [...(definition.templates ?? []), ...more] };
}

/**
 * Procedures by name.
 * @param added papers that modules add to procedures of lower ones
 * @param templates codes of the jurisdiction's official papers
 * @param fileClocks clocks of modules that may run on a file of any procedure
 * @throws RangeError at start for a declaration that contradicts itself or names no such paper
 */
export function procedureRegistry(
  declared: readonly ProcedureDefinition[],
  added: readonly (readonly [procedure: string, papers: readonly ProcedureTemplate[]])[],
  templates: ReadonlySet<string>,
  fileClocks: readonly ClockDefinition[] = [],
): ReadonlyMap<string, ProcedureDefinition> {
  const definitions = declared
    .map((one) => withPapers(one, added))
    .map((one) => ({ ...one, clocks: [...one.clocks, ...fileClocks] }));
  const unknown = added.filter(([procedure]) => !declared.some((one) => one.procedure === procedure));
  const problems = definitions.flatMap((one) => [...checkDefinition(one), ...checkTemplates(one, templates)]);
  problems.push(...unknown.map(([procedure]) => `papers are added to '${procedure}', which nobody declares`));
  const names = definitions.map((one) => one.procedure);
  problems.push(...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is declared twice`));
  for (const { procedure, clocks } of definitions) {
    const codes = clocks.map(({ clock }) => clock);
    problems.push(
      ...codes
        .filter((code, at) => codes.indexOf(code) !== at)
        .map((code) => `${procedure}: two clocks are called '${code}'`),
    );
  }
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
