import { createDeadlineClock } from '@jince/calendar';
import { deadlineRules } from '@jince/law';

export interface OralHearing {
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** `H:MM`. */
  readonly heldAt: string;
  readonly place: string;
}

/** The last day on which the parties can still be told of a hearing, with where that stands. */
export function lastDayOfNotice(heldOn: string): { on: string; article: string; verify: string | null } | null {
  const rule = deadlineRules().get('adjudication.hearing-notice');
  if (rule === undefined || heldOn < (rule.terms[0]?.from ?? '')) return null;
  const { dueOn, article, verify } = createDeadlineClock(rule).compute({ from: heldOn });
  return dueOn === null ? null : { on: dueOn, article, verify };
}

/** 2026-12-10 and 9:30 → 2026年12月10日9时30分. */
export function hearingTime({ heldOn, heldAt }: OralHearing): string {
  const [year, month, day] = heldOn.split('-').map(Number);
  const [hour, minute] = heldAt.split(':').map(Number);
  return `${year}年${month}月${day}日${hour}时${minute === 0 ? '' : `${minute}分`}`;
}
