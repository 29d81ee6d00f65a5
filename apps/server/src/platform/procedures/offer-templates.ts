import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import type { ProcedureDefinition, ProcedureFile, ProcedureTemplate } from './definition.ts';
import { mayOnFile } from './reach.ts';

const MAKE = 'procedures.document.generate';

function isOffered(ctx: Ctx, definition: ProcedureDefinition, file: ProcedureFile, template: ProcedureTemplate) {
  if (!mayOnFile(ctx, MAKE, file)) return false;
  if (template.states !== undefined && !template.states.includes(file.state)) return false;
  if (template.actions === undefined) return true;
  return definition.actions.some(
    (action) =>
      template.actions?.includes(action.action) &&
      [action.from, action.to].flat().includes(file.state) &&
      mayOnFile(ctx, action.permission, file),
  );
}

/** Papers the actor can make from the file as it stands. */
export function offeredTemplates(
  ctx: Ctx,
  definition: ProcedureDefinition,
  file: ProcedureFile,
): readonly ProcedureTemplate[] {
  return (definition.templates ?? []).filter((template) => isOffered(ctx, definition, file, template));
}

/** @throws AppError 404 for a paper the procedure does not have, 409 where it is not offered now */
export function requireTemplate(
  ctx: Ctx,
  definition: ProcedureDefinition,
  file: ProcedureFile,
  code: string,
): ProcedureTemplate {
  const template = definition.templates?.find((one) => one.code === code);
  if (template === undefined) throw new AppError('procedures.template.unknown', { template: code });
  if (!isOffered(ctx, definition, file, template))
    throw new AppError('procedures.template.not-offered', {
      template: template.label[ctx.language],
      state: definition.states[file.state]?.label[ctx.language] ?? file.state,
    });
  return template;
}
