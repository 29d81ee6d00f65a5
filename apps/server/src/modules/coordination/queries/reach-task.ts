import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { TASK_READ } from '../coordination.catalogue.ts';
import { selectTasks, type TaskRow, tasksWithin } from '../repositories/task-repository.ts';

/** A joint task the actor may read and do this with. @throws AppError 404 otherwise */
export async function reachTask(ctx: Ctx, id: string, permission = TASK_READ): Promise<TaskRow> {
  if (!may(ctx, permission)) throw new AppError('platform.not-found');
  const test = sql`t.id = ${id} and ${tasksWithin(ctx)} and ${tasksWithin(ctx, permission)}`;
  const task = (await selectTasks(ctx.db, ctx, test)).rows[0];
  if (task === undefined) throw new AppError('platform.not-found');
  return task;
}
