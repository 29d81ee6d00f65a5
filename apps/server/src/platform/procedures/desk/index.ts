import type { Permission } from '../../access/access.ts';
import type { Bilingual } from '../../i18n/language.ts';
import { bind, type RouteBinding } from '../../module.ts';
import { getCalendarFeed, makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts';
import { escalateClocks } from './escalate.ts';
import { CLOCK_ESCALATE, getDesk, WORKLOAD_READ } from './get-desk.ts';
import { getWorkload } from './workload.ts';

export { escalateClocksTask } from './escalate.ts';
export { clearChangesTask, openFilesNow } from './follow-files.ts';

const READ = 'procedures.file.read';
const FEED = 'procedures.calendar-feed.make';

export const deskPermissions = (business: readonly string[]): readonly Permission[] => [
  {
    code: WORKLOAD_READ,
    label: { zh: '查看人员和机构办件量', en: 'See the workload of officers and sections' },
    roles: ['director', 'section-head', 'ip-officer'],
  },
  {
    code: CLOCK_ESCALATE,
    label: { zh: '接收和发起期限提醒', en: 'Be told of, and call out, clocks about to run out' },
    roles: ['director', 'section-head'],
  },
  { code: FEED, label: { zh: '订阅本人办件日历', en: 'Subscribe to the calendar of one’s files' }, roles: business },
];

export const deskActions: Readonly<Record<string, Bilingual>> = {
  [CLOCK_ESCALATE]: { zh: '期限届满前提醒负责人', en: 'Tell heads of clocks about to run out' },
  [FEED]: { zh: '生成日历订阅地址', en: 'Make a calendar address' },
  'procedures.calendar-feed.revoke': { zh: '停用日历订阅地址', en: 'End a calendar address' },
};

/** The officer's day. */
export const deskBindings: readonly RouteBinding[] = [
  bind('getDesk', READ, (ctx, { query }) => getDesk(ctx, query)),
  bind('getWorkload', WORKLOAD_READ, (ctx, { query }) => getWorkload(ctx, query)),
  bind('escalateClocks', CLOCK_ESCALATE, (ctx) => escalateClocks(ctx)),
  bind('getCalendarFeed', FEED, (ctx) => getCalendarFeed(ctx)),
  bind('makeCalendarFeed', FEED, (ctx) => makeCalendarFeed(ctx)),
  bind('revokeCalendarFeed', FEED, async (ctx) => {
    await revokeCalendarFeed(ctx);
    return { ok: true as const };
  }),
  bind('readCalendarFeed', { open: 'anyone' }, (ctx, { params }) => readCalendarFeed(ctx, params.token)),
];
