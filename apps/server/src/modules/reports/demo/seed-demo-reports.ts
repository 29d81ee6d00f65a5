import { addDays } from '@jince/calendar';
import type { DemoPublicReport } from '@jince/wujiang';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { submitReport } from '../commands/submit-report.ts';
import type { ReportContent } from '../domain/read-report.ts';
import { newFormKey } from '../queries/report-form.ts';
import { findByReceipt } from '../repositories/report-repository.ts';

const DAY_MS = 86_400_000;

/** The same work some days ago; each sender of the demo has an address of his own. */
function earlier(ctx: Ctx, daysAgo: number, sender?: string): Ctx {
  const now = new Date(ctx.now.getTime() - daysAgo * DAY_MS);
  const actor = { ...systemActor, displayName: '演示经办' };
  return {
    ...ctx,
    actor,
    now,
    today: addDays(ctx.today, -daysAgo),
    source: sender === undefined ? null : `demo-${sender}`,
  };
}

const contentOf = (one: Omit<DemoPublicReport, 'steps' | 'daysAgo' | 'sender'>): ReportContent => ({
  sort: one.sort,
  kind: one.kind,
  subjectName: one.subject,
  subjectUscc: null,
  townCode: one.town,
  happenedOn: null,
  statement: one.statement,
  wish: one.wish,
  anonymous: one.name === null,
  name: one.name,
  phone: one.phone,
  email: one.email,
});

async function play(ctx: Ctx, one: DemoPublicReport): Promise<void> {
  const when = earlier(ctx, one.daysAgo, one.sender);
  const { receipt } = await submitReport(when, newFormKey(when), contentOf(one), []);
  const report = await findByReceipt(ctx.db, ctx.district, receipt);
  for (const step of one.steps) {
    const then = earlier(ctx, step.daysAgo);
    const fileId = report?.fileId;
    if (fileId != null)
      await inTransaction(then, (tx) => performAction(tx, then, fileId, step.action, { fields: step.fields }));
  }
}

/** Plays invented reports of the public, once. Returns how many. */
export async function seedDemoReports(ctx: Ctx): Promise<number> {
  const { reports, flood } = ctx.services.jurisdiction.demoReports;
  for (const one of reports) await play(ctx, one);
  const nobody = { town: null, wish: null, name: null, phone: null, email: null };
  for (let n = 1; n <= flood.count; n++) {
    const when = earlier(ctx, flood.daysAgo, flood.sender);
    const statement = flood.statement.replace('{n}', String(n));
    await submitReport(when, newFormKey(when), contentOf({ ...flood, ...nobody, sort: 'tip', statement }), []);
  }
  return reports.length + flood.count;
}
