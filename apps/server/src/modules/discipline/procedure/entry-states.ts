import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

export const entryStates = {
  proposed: state('拟列入', 'Proposed', 'draft'),
  noticed: state('已事先告知', 'Told beforehand', 'waiting'),
  listed: state('列入中', 'Listed', 'open'),
  repair: state('修复审查中', 'Repair under review', 'waiting'),
  repaired: state('已修复移出', 'Repaired', 'done'),
  removed: state('已移出', 'Removed', 'done'),
  expired: state('已届满', 'Run out', 'done'),
  dropped: state('不予列入', 'Not listed', 'refused'),
} as const;

export type EntryState = keyof typeof entryStates;
/** States in which an entry has been decided and has not been closed. */
export const LISTED: readonly EntryState[] = ['listed', 'repair'];
export const OPEN: readonly EntryState[] = ['proposed', 'noticed', ...LISTED];
