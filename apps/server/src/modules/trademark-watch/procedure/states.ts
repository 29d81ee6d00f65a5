import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

export const PROTECTION_PROCEDURE = 'trademark-watch.protection';
/** Opens the file of a mark of an allied district, which keeps evidence alone: its standing follows the list it came with. */
export const KEEP_FOR_ALLIED = 'keep-for-allied';
export const NOTICE_PROCEDURE = 'trademark-watch.platform-notice';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

export const protectionStates = {
  draft: state('拟提名', 'Draft', 'draft'),
  nominated: state('已提名待决定', 'Nominated', 'waiting'),
  listed: state('列入名录', 'In the directory', 'open'),
  refused: state('不予列入', 'Not taken in', 'refused'),
  withdrawn: state('撤回提名', 'Nomination withdrawn', 'withdrawn'),
  removed: state('已移出', 'Removed', 'done'),
  // Last: it belongs to the way of allied marks alone.
  allied: state('联盟条目存证', 'Evidence for an allied mark', 'open'),
} as const;

export const noticeStates = {
  draft: state('拟制', 'Draft', 'draft'),
  sent: state('已通知平台', 'Platform told', 'waiting'),
  measured: state('平台已采取措施', 'Measure taken', 'waiting'),
  countered: state('经营者提交声明', 'Statement received', 'waiting'),
  closed: state('已了结', 'Closed', 'done'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;
