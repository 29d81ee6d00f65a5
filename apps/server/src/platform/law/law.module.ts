import { trademarkRevision } from '@jince/law';
import type { Ctx } from '../context/context.ts';
import { bind, type ModuleDefinition } from '../module.ts';
import { deadlineRefusal, lawClock } from '../procedures/domain/law-clock.ts';
import { workingCalendarOf } from '../procedures/working-days.ts';
import { checkLawVersion, listLawEntries } from './law-checks.ts';
import { localMarks } from './local-marks.ts';

const READ = 'law.version.read';
const CHECK = 'law.version.check';
const OFFICERS = [
  'ip-officer',
  'director',
  'reviewer',
  'enforcement-officer',
  'section-head',
  'legal-reviewer',
  'liaison',
];

function revision() {
  const { before, after, subjects } = trademarkRevision;
  const shown = subjects.map(({ id, label, before: was, after: is, change, verify }) => ({
    entry: `revision:${id}`,
    label,
    before: was,
    after: is,
    change,
    verify,
  }));
  return { before, after, subjects: shown };
}

async function tryClock(ctx: Ctx, rule: string, from: string, year: number | undefined) {
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  try {
    const clock = lawClock(rule, calendar);
    const { dueOn, basis, article, steps, related } = clock.compute({ from, year });
    return {
      dueOn,
      provisional: basis === 'provisional',
      article,
      start: clock.rule.start[ctx.language],
      steps: steps.map((step) => ({ text: step.text[ctx.language], article: step.article })),
      related: related.map(({ label, on }) => ({ label: label[ctx.language], on })),
    };
  } catch (error) {
    throw deadlineRefusal(error);
  }
}

/** The law as it is kept here: what it says, since when, from where, and what somebody has still to check. */
export const lawModule: ModuleDefinition = {
  name: 'law',
  permissions: [
    {
      code: READ,
      label: { zh: '查看法律参数', en: 'See the law' },
      roles: ['system-admin', ...OFFICERS],
      shared: true,
    },
    { code: CHECK, label: { zh: '核实法律参数', en: 'Check the law' }, roles: ['director', 'legal-reviewer'] },
  ],
  errors: {
    'law.entry.unknown': {
      status: 404,
      zh: '没有登记“{entry}”的这一版本，请刷新后再核实。',
      en: 'No such version of "{entry}" is kept; refresh and try again.',
    },
  },
  actions: { [CHECK]: { zh: '核实法律参数', en: 'Check a version of the law' } },
  routes: [
    bind('listLawEntries', READ, async (ctx) => ({ items: await listLawEntries(ctx), today: ctx.today })),
    bind('listLocalMarks', READ, async (ctx) => ({
      pack: ctx.services.config.jurisdiction,
      items: localMarks(ctx.services.jurisdiction).map((one) => ({ ...one, place: [...one.place] })),
    })),
    bind('getLawRevision', READ, async () => revision()),
    bind('tryLawClock', READ, (ctx, { params, query }) => tryClock(ctx, params.rule, query.from, query.year)),
    bind('checkLawVersion', CHECK, (ctx, { params, body }) => checkLawVersion(ctx, params.entry, body)),
  ],
};
