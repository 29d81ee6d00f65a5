import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { takeLetter } from '../commands/take-letter.ts';
import type { Letter } from '../domain/letter.ts';
import type { PublicReport, PublicReports } from '../ports.ts';
import { findLetterOfSource } from '../repositories/letter-repository.ts';

function letterOf(reportId: string, report: PublicReport): Letter {
  return {
    source: 'public',
    sourceKey: reportId,
    sourceHref: `/agencies/reports/${reportId}`,
    receivedOn: report.receivedOn,
    backDatedReason: null,
    personKind: report.anonymous ? 'anonymous' : 'elsewhere',
    person: null,
    subjectName: report.subjectName,
    subjectUscc: report.subjectUscc,
    subjectNatural: false,
    address: null,
    townCode: report.townCode,
    rightKind: null,
    rightNumber: null,
    rightHolder: null,
    behaviourRow: null,
    happenedOn: report.happenedOn,
    stage: null,
    electronic: false,
    title: `${report.kindLabel}（公众举报 ${report.receipt}）`,
    statement: report.statement,
    wish: report.wish,
    statedDueOn: null,
    unit: null,
  };
}

/** Reports of the public that are matters of enforcement are handled here; their senders follow them where they sent them. */
export const takePublicTask = (reports: PublicReports): JobTask =>
  tellingFailure({
    task: 'complaints.take-public',
    label: { zh: '公众举报转入办理', en: 'Take up a report of the public' },
    cancellable: false,
    maxAttempts: 3,
    queue: 'complaints',
    async run(reader, payload: { readonly reportId: string; readonly kind: string }) {
      const { publicKinds } = reader.services.jurisdiction.complaintSettings;
      if (!publicKinds.includes(payload.kind)) return;
      const report = await reports.find(reader, payload.reportId);
      if (report === undefined || !report.waiting) return;
      const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '公众网站' } };
      await inTransaction(ctx, async (tx) => {
        if ((await findLetterOfSource(tx, ctx.district, 'public', payload.reportId)) !== undefined) return;
        const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
        const sort = report.sort === 'tip' ? 'report' : 'complaint';
        const { matters } = await takeLetter(tx, inside, letterOf(payload.reportId, report), [sort]);
        await publishEvent(tx, ctx, 'complaints.matter.moved', {
          reportId: payload.reportId,
          number: matters[0]?.number ?? '',
          step: 'assigned',
        });
      });
    },
  });
