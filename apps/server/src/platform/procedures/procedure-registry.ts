import type { ProcedureDefinition } from './definition.ts';
import { checkDefinition } from './domain/judge-action.ts';

/** Procedures by name. @throws RangeError at start for a declaration that contradicts itself */
export function procedureRegistry(
  definitions: readonly ProcedureDefinition[],
): ReadonlyMap<string, ProcedureDefinition> {
  const problems = definitions.flatMap(checkDefinition);
  const names = definitions.map((one) => one.procedure);
  problems.push(...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is declared twice`));
  if (problems.length > 0) throw new RangeError(`Procedures:\n  ${problems.join('\n  ')}`);
  return new Map(definitions.map((one) => [one.procedure, one]));
}
