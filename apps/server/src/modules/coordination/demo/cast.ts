import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';

/** Who plays the demo; partners by the code of their body. */
export interface Cast {
  readonly enforcement: Actor;
  readonly officer: Actor;
  readonly director: Actor;
  readonly partners: ReadonlyMap<string, Actor>;
}

export const act = (ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>) =>
  inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }));
