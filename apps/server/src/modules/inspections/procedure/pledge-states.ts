export const PLEDGE_PROCEDURE = 'inspections.pledge';

const both = (zh: string, en: string) => ({ zh, en });

export const pledgeStates = {
  draft: { label: both('填报中', 'Draft'), standing: 'draft' },
  filed: { label: both('待区级审核', 'Waits for the district'), standing: 'open' },
  city: { label: both('已推荐至市级', 'Recommended to the city'), standing: 'waiting' },
  province: { label: both('已推荐至省级', 'Recommended to the province'), standing: 'waiting' },
  listed: { label: both('已列入', 'Listed'), standing: 'done' },
  exited: { label: both('已退出', 'Left'), standing: 'withdrawn' },
  refused: { label: both('不予推荐', 'Refused'), standing: 'refused' },
  withdrawn: { label: both('已撤回', 'Withdrawn'), standing: 'withdrawn' },
} as const;

export type PledgeState = keyof typeof pledgeStates;
