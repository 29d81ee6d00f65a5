import { createDeadlineClock, isLocalDate } from '@jince/calendar';
import type { CaseCheck } from '@jince/contract';
import { deadlineRules } from '@jince/law';
import type { CaseEntryRow } from './case-types.ts';
import { type CheckInput, last, type Say, type Words } from './check-input.ts';

const RULE = 'case.hearing-notice';

/** When the notice of a hearing reached the party, against the last day the law leaves for it. */
export interface HearingNotice {
  /** Null where neither the file nor anybody says. */
  readonly servedOn: string | null;
  readonly latest: string;
  readonly late: boolean;
  readonly article: string;
}

/**
 * The notice of a hearing held on a day: served as the file says since the hearing was asked for, else on the day that was
 * said with the hearing. Undefined where no law of that time is kept.
 */
export function hearingNotice(
  entries: readonly CaseEntryRow[],
  heldOn: string,
  saidOn: string | null,
): HearingNotice | undefined {
  const rule = deadlineRules().get(RULE);
  if (rule === undefined || !isLocalDate(heldOn) || heldOn < (rule.terms[0]?.from ?? '')) return undefined;
  const { dueOn, article } = createDeadlineClock(rule).compute({ from: heldOn });
  const asked = last(entries, 'hearing-request')?.seq ?? 0;
  const served = entries.findLast(
    ({ kind, data, seq }) => kind === 'service' && data.what === 'hearing-notice' && seq > asked,
  );
  const servedOn = served?.on ?? saidOn;
  const latest = dueOn as string;
  return { servedOn, latest, late: servedOn !== null && servedOn > latest, article };
}

export const lateNoticeWords = ({ servedOn, latest }: HearingNotice, heldOn: string): Words => [
  `${heldOn}举行听证的，通知最迟应于${latest}送达，实际于${servedOn}送达：应当另行通知并重新举行听证。`,
  `For a hearing on ${heldOn} the notice had to be served by ${latest}; it was on ${servedOn}: the hearing is to be held anew.`,
];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Whether the party was told of its hearing in time; nothing where none was held. */
export function hearingNoticeCheck({ entries }: CheckInput, say: Say): CaseCheck[] {
  const hearing = last(entries, 'hearing');
  const heldOn = text(hearing?.data.heldOn);
  if (heldOn === null) return [];
  const notice = hearingNotice(entries, heldOn, text(hearing?.data.notifiedOn));
  if (notice === undefined) return [];
  const { servedOn, latest, late, article } = notice;
  const label: Words = ['听证通知期限', 'Notice of the hearing'];
  if (late) return [say('notice-days', label, 'stop', lateNoticeWords(notice, heldOn), article)];
  if (servedOn !== null)
    return [
      say(
        'notice-days',
        label,
        'done',
        [
          `听证通知于${servedOn}送达，不晚于${latest}。`,
          `The notice was served on ${servedOn}, not later than ${latest}.`,
        ],
        article,
      ),
    ];
  return [
    say(
      'notice-days',
      label,
      'warn',
      [
        `没有登记听证通知书的送达，无法核对是否已于${latest}前通知当事人。`,
        `No service of the notice is on file: it had to be served by ${latest}.`,
      ],
      article,
    ),
  ];
}
