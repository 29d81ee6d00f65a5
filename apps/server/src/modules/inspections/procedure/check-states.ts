export const CHECK_PROCEDURE = 'inspections.check';

const both = (zh: string, en: string) => ({ zh, en });

export const checkStates = {
  assigned: { label: both('待检查', 'To be checked'), standing: 'open' },
  checked: { label: both('已检查待处理', 'Checked'), standing: 'open' },
  correcting: { label: both('责令改正中', 'To be corrected'), standing: 'waiting' },
  rechecked: { label: both('已复查待处理', 'Re-checked'), standing: 'open' },
  passed: { label: both('合格', 'Passed'), standing: 'done' },
  corrected: { label: both('已改正', 'Corrected'), standing: 'done' },
  cased: { label: both('已转案件线索', 'Became a case'), standing: 'done' },
  returned: { label: both('案件未立案，待处理', 'No case was opened'), standing: 'open' },
  dropped: { label: both('不再处理', 'Nothing more to do'), standing: 'done' },
  handed: { label: both('已移送', 'Handed over'), standing: 'done' },
  cancelled: { label: both('已取消', 'Cancelled'), standing: 'withdrawn' },
} as const;

export type CheckState = keyof typeof checkStates;
