import type { CheckState } from '../procedure/check-states.ts';
import type { RecordConflict } from '../repositories/record-repository.ts';

interface Met {
  readonly state: CheckState;
  readonly stateLabel: string;
  readonly round: number;
  /** When the file came into its state, and by whom. */
  readonly since: string;
  readonly by: string;
  /** Nobody named: whoever may work on it may make the check. */
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  readonly actorId: string | null;
}

/**
 * Why a record that comes from a device cannot simply count: the check was decided, cancelled, given to others or
 * recorded by a colleague while the device was without network. Undefined: it counts.
 */
export function findConflict(met: Met, round: number, at: string): RecordConflict | undefined {
  const { state, stateLabel, since, by } = met;
  const when = since.slice(0, 16).replace('T', ' ');
  const make = (kind: RecordConflict['kind'], text: string): RecordConflict => ({ kind, text, at });
  if (state === 'cancelled') return make('cancelled', `任务已由${by}于 ${when} 取消`);
  if (['passed', 'corrected', 'cased', 'handed', 'returned', 'dropped'].includes(state))
    return make('decided', `任务已由${by}于 ${when} 办结：${stateLabel}`);
  if (round < met.round) return make('decided', `这次检查已由${by}于 ${when} 处理：${stateLabel}`);
  if (round > met.round) return make('other-round', `任务现在是第 ${met.round} 次检查，记录写的是第 ${round} 次`);
  if (state === 'checked' || state === 'rechecked')
    return make('other-record', `${by}已于 ${when} 提交了这次检查的记录`);
  if (met.actorId !== null && met.handlers.length > 0 && !met.handlers.some((one) => one.userId === met.actorId))
    return make('reassigned', `任务已改派给${met.handlers.map((one) => one.name).join('、')}`);
  return undefined;
}
