import type { Ctx } from '../context/context.ts';
import type { Db } from '../database/database.ts';
import { AppError } from '../errors/errors.ts';
import type { ProcedureAction, ProcedureDefinition, ProcedureFile } from './definition.ts';
import type { Asker, FileStanding, Refusal } from './domain/judge-action.ts';
import { isAtBody, mayOnFile } from './reach.ts';
import { type ClockRow, type LogEntry, listClocks, listDocuments, listLog } from './repositories/file-repository.ts';

/** @throws AppError when a stored file names a procedure that is no longer declared */
export function definitionOf(ctx: Ctx, procedure: string): ProcedureDefinition {
  const definition = ctx.services.procedures.get(procedure);
  if (definition === undefined) throw new AppError('procedures.procedure.unknown', { procedure });
  return definition;
}

export interface LoadedStanding extends FileStanding {
  readonly log: readonly LogEntry[];
  readonly clocks: readonly ClockRow[];
}

export async function loadStanding(db: Db, district: string, file: ProcedureFile): Promise<LoadedStanding> {
  const log = await listLog(db, district, file.id);
  const clocks = await listClocks(db, district, file.id);
  const documents = await listDocuments(db, district, file.id);
  const there = documents.filter((document) => document.withdrawnAt === null).map((document) => document.kind);
  return { file, log, clocks, documents: new Set(there) };
}

export function askerFor(ctx: Ctx, file: ProcedureFile): Asker {
  return {
    userId: ctx.actor.userId,
    today: ctx.today,
    may: (permission) => mayOnFile(ctx, permission, file),
    isAt: (place, permission) => isAtBody(ctx, permission, file.organisations[place]),
  };
}

/** A refusal as the error that is thrown and as the sentence beside a button that cannot be pressed. */
export function refusalError(
  ctx: Ctx,
  definition: ProcedureDefinition,
  action: ProcedureAction,
  file: ProcedureFile,
  refusal: Refusal,
): AppError {
  const { language } = ctx;
  const label = (name: string) => definition.actions.find((one) => one.action === name)?.label[language] ?? name;
  const clock = (name: string) => definition.clocks.find((one) => one.clock === name)?.label[language] ?? name;
  const base = { action: action.label[language], state: definition.states[file.state]?.label[language] ?? file.state };
  switch (refusal.code) {
    case 'procedures.action.apart':
      return new AppError(refusal.code, { ...base, earlier: label(refusal.earlier) });
    case 'procedures.action.missing-document': {
      const names = refusal.kinds.map(
        (kind) => definition.documents.find((one) => one.kind === kind)?.label[language] ?? kind,
      );
      return new AppError(refusal.code, { ...base, documents: names.join(language === 'zh' ? '、' : ', ') });
    }
    case 'procedures.action.clock-running':
    case 'procedures.action.clock-expired':
      return new AppError(refusal.code, {
        ...base,
        clock: clock(refusal.clock),
        dueOn: refusal.dueOn ?? (language === 'zh' ? '（未定）' : '(not fixed)'),
      });
    case 'procedures.action.not-permitted':
      return new AppError(refusal.code, {
        ...base,
        permission: ctx.services.permissionLabel(action.permission)[language],
      });
    default:
      return new AppError(refusal.code, base);
  }
}
