import { addDays } from '@jince/calendar';
import type { InspectorView } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { createInspectionTask } from '../commands/create-tasks.ts';
import { addPrinterEntry } from '../commands/keep-ledgers.ts';
import { createPledge, savePledge } from '../commands/keep-pledges.ts';
import { addPrinterPerson, registerPrinter } from '../commands/keep-printers.ts';
import { recordInspection } from '../commands/record-inspection.ts';
import { createInspectionCampaign, enterCampaignFigure } from '../commands/run-campaign.ts';
import { performInspectionDraw, prepareInspectionDraw } from '../commands/run-draw.ts';
import { checklistFor } from '../domain/checklists.ts';
import { findInspectors } from '../queries/inspectors.ts';
import { getInspectionTask } from '../queries/show-tasks.ts';

const OFFICER = '演示·执法';
const HEAD = '演示·大队长';
const CLERK = '演示·科员';

const onDay = (ctx: Ctx, day: string, displayName: string): Ctx => ({
  ...ctx,
  now: new Date(`${day}T02:00:00Z`),
  today: day,
  actor: { ...systemActor, displayName },
});

const act = (ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>) =>
  inTransaction(ctx, (tx) =>
    performAction(tx, { ...ctx, db: tx }, fileId, action, fields === undefined ? {} : { fields }),
  );

async function isEmpty(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from inspections.campaign where district = ${ctx.district} limit 1`.execute(
    ctx.db,
  );
  return rows.length === 0;
}

/** Officers with a valid certificate, those with an account first. */
async function listFit(ctx: Ctx): Promise<InspectorView[]> {
  const fit = (await findInspectors(ctx, {})).filter((one) => one.problem === null && one.officerId !== null);
  return fit
    .sort((a, b) => Number(b.userId !== null) - Number(a.userId !== null))
    .slice(0, 8)
    .map(({ problem: _, ...one }) => one);
}

/** A check as it was on the day: `failing` items of the list do not hold. */
async function playCheck(
  ctx: Ctx,
  taskId: string,
  play: {
    readonly on: string;
    readonly failing: readonly string[];
    readonly names: readonly string[];
    readonly round?: number;
  },
): Promise<string> {
  const task = await getInspectionTask(ctx, taskId);
  const list = checklistFor(ctx, task.checklist.code, play.on);
  const failed = play.failing.length > 0;
  await recordInspection(onDay(ctx, play.on, OFFICER), taskId, {
    id: uuidv7(),
    round: play.round ?? 1,
    checkedOn: play.on,
    finishedAt: null,
    answers: list.items.map(({ code }) =>
      play.failing.includes(code)
        ? { code, result: 'no' as const, found: '（演示）现场抽查发现不符合' }
        : { code, result: 'yes' as const, found: null },
    ),
    outcome: failed ? 'correct' : 'fit',
    correctBy: failed ? addDays(play.on, 15) : null,
    officers: play.names,
    person: '（演示）负责人',
    personTitle: null,
    statement: null,
    signature: 'signed',
    note: null,
    position: null,
  });
  return task.fileId;
}

async function playPrinters(ctx: Ctx): Promise<string[]> {
  const { printers, entries } = ctx.services.jurisdiction.demoInspections;
  const enter = onDay(ctx, '2026-03-02', OFFICER);
  const { rows: parties } = await sql<{
    id: string;
  }>`select id from parties.party where district = ${ctx.district} and status = 'active'
    and (name like '%印%' or name like '%包装%' or name like '%纺织%') order by name limit ${printers.length}`.execute(
    ctx.db,
  );
  const ids: string[] = [];
  for (const [at, printer] of printers.entries()) {
    const { id } = await registerPrinter(enter, {
      ...printer,
      uscc: null,
      scope: '包装装潢印刷、商标标识织造',
      partyId: parties[at]?.id ?? null,
    });
    ids.push(id);
  }
  const [first] = ids;
  if (first === undefined) return ids;
  await addPrinterPerson(enter, first, {
    name: '（演示）商标管理员',
    part: '商标印制管理人员',
    trainedOn: '2026-02-20',
    certificateNo: null,
    fromOn: '2026-02-20',
  });
  let intakeId: string | null = null;
  for (const entry of entries) {
    const none = {
      client: null,
      clientUscc: null,
      markName: null,
      markNumber: null,
      papers: {},
      archivedOn: null,
      receiver: null,
      method: null,
      witness: null,
      note: null,
    };
    const { id } = await addPrinterEntry(onDay(ctx, entry.on, OFFICER), first, {
      ...none,
      ...(entry as Partial<typeof none>),
      kind: entry.kind as 'intake',
      on: entry.on,
      quantity: entry.quantity,
      intakeId,
    });
    intakeId ??= id;
  }
  return ids;
}

async function playChecks(
  ctx: Ctx,
  campaignId: string,
  printers: readonly string[],
  officers: readonly InspectorView[],
): Promise<number> {
  const names = officers.slice(0, 2).map((one) => one.name);
  const officerIds = officers.slice(0, 2).flatMap((one) => one.officerId ?? []);
  if (officerIds.length < 2) return 0;
  const order = (objectId: string, day: string) =>
    createInspectionTask(onDay(ctx, day, HEAD), {
      objectKind: 'printer',
      objectId,
      campaignId,
      checklist: 'mark-printer',
      dueOn: '2026-12-15',
      officerIds,
    });
  const [a, b, c] = printers;
  if (a === undefined || b === undefined || c === undefined) return 0;
  const fit = await order(a, '2026-09-07');
  const fitFile = await playCheck(ctx, fit.id, { on: '2026-09-16', failing: [], names });
  await act(onDay(ctx, '2026-09-16', OFFICER), fitFile, 'pass');
  // A second phone that was without network: its record is held for a decision.
  await playCheck(ctx, fit.id, { on: '2026-09-16', failing: ['sample-matches'], names });
  const corrected = await order(b, '2026-09-07');
  const file = await playCheck(ctx, corrected.id, {
    on: '2026-10-13',
    failing: ['stock-ledger', 'waste-destroyed'],
    names,
  });
  await act(onDay(ctx, '2026-10-13', OFFICER), file, 'order', { days: 15 });
  await playCheck(ctx, corrected.id, { on: '2026-10-27', failing: [], names, round: 2 });
  await act(onDay(ctx, '2026-10-28', OFFICER), file, 'accept');
  const open = await order(c, '2026-11-02');
  const running = await playCheck(ctx, open.id, {
    on: '2026-11-17',
    failing: ['commission-form', 'filed-in-time'],
    names,
  });
  await act(onDay(ctx, '2026-11-18', OFFICER), running, 'order', {
    days: 15,
    requirements: '（演示）改正后书面报告。',
  });
  return 3;
}

async function playDraw(ctx: Ctx, campaignId: string, officers: readonly InspectorView[]): Promise<number> {
  const { id } = await prepareInspectionDraw(onDay(ctx, '2026-11-19', HEAD), {
    title: '（演示）商标印制企业双随机抽取',
    campaignId,
    objectKind: 'printer',
    checklist: 'mark-printer',
    rule: null,
    towns: [],
    count: 2,
    officersPerObject: 2,
    officerIds: officers.slice(0, 4).flatMap((one) => one.officerId ?? []),
    dueOn: '2026-12-18',
    conflicts: [],
  });
  const words = {
    publicText: '（演示）某彩票 2026310 期 0 4 7 1 9',
    publicSource: '（演示）公开开奖公告',
    witness: '（演示）监督员',
  };
  return (await performInspectionDraw(onDay(ctx, '2026-11-20', HEAD), id, words)).tasks;
}

async function playPledges(ctx: Ctx): Promise<number> {
  const { pledges } = ctx.services.jurisdiction.demoInspections;
  const all = ctx.services.jurisdiction.inspectionSettings.commitments.map((one) => one.code);
  const { rows } = await sql<{
    id: string;
  }>`select id from parties.party where district = ${ctx.district} and status = 'active' and kind = 'enterprise'
    and town_code is not null order by name limit ${pledges.length}`.execute(ctx.db);
  const steps = ['filed', 'city', 'province', 'listed'];
  for (const [at, pledge] of pledges.entries()) {
    const partyId = rows[at]?.id;
    if (partyId === undefined) continue;
    const clerk = onDay(ctx, '2025-05-12', CLERK);
    const given = pledge.given as unknown as Record<string, string | number>;
    const { id, fileId } = await createPledge(clerk, { kind: pledge.kind, partyId, name: pledge.name ?? null, given });
    await savePledge(clerk, id, { version: 1, given, commitments: all });
    await act(clerk, fileId, 'submit');
    const reach = steps.indexOf(pledge.to);
    if (reach >= 1)
      await act(onDay(ctx, '2025-05-26', '演示·科长'), fileId, 'recommend', {
        opinion: '（演示）符合条件，同意推荐。',
      });
    if (reach >= 2)
      await act(onDay(ctx, '2025-06-20', CLERK), fileId, 'city-agrees', {
        on: '2025-06-18',
        documentNo: '（演示）苏州市文件',
      });
    if (reach >= 3)
      await act(onDay(ctx, '2025-09-10', CLERK), fileId, 'province-agrees', {
        on: '2025-09-08',
        documentNo: '（演示）江苏省文件',
      });
  }
  return pledges.length;
}

/** Inspections, printers and pledges of the demo; all of them invented. */
export async function seedDemoInspections(
  ctx: Ctx,
): Promise<{ readonly printers: number; readonly checks: number; readonly pledges: number }> {
  if (!(await isEmpty(ctx))) return { printers: 0, checks: 0, pledges: 0 };
  const officers = await listFit(ctx);
  const printers = await playPrinters(ctx);
  const { campaigns, figures } = ctx.services.jurisdiction.demoInspections;
  const ids: string[] = [];
  for (const campaign of campaigns) {
    const { kind, title, documentNo, fromOn, toOn, aim, checklist, targetCount } = campaign;
    const objectKind = campaign.objectKind as 'printer' | 'party';
    const made = await createInspectionCampaign(onDay(ctx, fromOn, HEAD), {
      kind,
      title,
      documentNo,
      fromOn,
      toOn,
      aim,
      objectKind,
      checklist,
      targetCount,
    });
    ids.push(made.id);
  }
  const [special, net] = ids;
  if (net !== undefined)
    for (const { code, on, value } of figures)
      await enterCampaignFigure(onDay(ctx, on, OFFICER), net, { code, on, value, note: null });
  let checks = 0;
  if (special !== undefined) {
    checks = await playChecks(ctx, special, printers, officers);
    if (officers.length >= 4) checks += await playDraw(ctx, special, officers);
  }
  const pledges = await playPledges(ctx);
  for (const table of ['campaign', 'draw', 'task', 'printer', 'pledge'])
    await sql`update inspections.${sql.ref(table)} set demo = true where district = ${ctx.district}`.execute(ctx.db);
  return { printers: printers.length, checks, pledges };
}
