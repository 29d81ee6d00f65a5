import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { OfficialValues } from '../../../platform/documents/official/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { listHandlers, type ProcedureFile, type ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { rightLabels, sortLabels, sourceLabels } from '../domain/letter.ts';
import { sayRoute } from '../domain/route-letter.ts';
import { behaviourOf, noCaseLabels, outcomeLabels } from '../domain/words.ts';
import { findMatter, type MatterRow } from '../repositories/matter-repository.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const paperKinds: readonly { readonly kind: string; readonly label: Bilingual }[] = [
  { kind: 'letter', label: both('来信材料', 'Letter and its annexes') },
  { kind: 'inquiry', label: both('核查材料', 'Papers of the inquiry') },
  { kind: 'official', label: both('文书', 'Official papers') },
];

/** Last day of a clock of the file as it stands or stood. */
async function dueOf(ctx: Ctx, fileId: string, clock: string): Promise<string | null> {
  const { rows } = await sql<{
    due_on: string | null;
  }>`select due_on from procedures.clock where district = ${ctx.district}
    and file_id = ${fileId} and clock = ${clock} order by round desc limit 1`.execute(ctx.db);
  return rows[0]?.due_on ?? null;
}

const yuan = (fen: number | null): string =>
  fen === null || fen === 0 ? '' : `${(fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}元`;

function wordsOf(ctx: Ctx, matter: MatterRow) {
  const { grounds } = ctx.services.jurisdiction.complaintSettings;
  const ground = grounds.find((one) => one.ground === matter.ground);
  const behaviour = matter.behaviourRow === null ? undefined : behaviourOf(matter.behaviourRow, matter.receivedOn);
  const name = (code: string) => ctx.services.places.organisationName(code) ?? code;
  const noCase = matter.outcome === 'case-not-filed' ? noCaseLabels[matter.ground ?? '']?.zh : undefined;
  return {
    organisation: name(matter.organisationCode),
    route: matter.route.map((step) => sayRoute(step, name).zh).join('；'),
    right: matter.rightKind === null ? '' : `${rightLabels[matter.rightKind].zh}${matter.rightNumber ?? ''}`,
    behaviour: behaviour?.label.zh ?? '',
    article: behaviour?.article ?? '',
    ground: { label: ground?.label.zh ?? null, article: ground?.article ?? null },
    result: [noCase, matter.result].filter(Boolean).join('。') || null,
    outcome: outcomeLabels[matter.outcome ?? '']?.zh ?? null,
    agreed: yuan(matter.agreedFen),
  };
}

/** Papers that tell of one outcome alone. */
const OUTCOME_OF: Readonly<Record<string, { readonly outcome: string; readonly label: string }>> = {
  'complaint-report-answer': { outcome: 'case-filed', label: '举报处理结果告知书' },
  'complaint-not-filed': { outcome: 'case-not-filed', label: '举报不予立案告知书' },
};

/** What a paper is filled with; it names the person as masked, so that a copy in the file tells nobody who it was. */
async function valuesFor(ctx: Ctx, file: ProcedureFile, paper: string): Promise<OfficialValues> {
  const matter = await findMatter(ctx.db, ctx.district, file.id);
  if (matter === undefined) throw new AppError('platform.not-found');
  const needed = OUTCOME_OF[paper];
  if (needed !== undefined && matter.outcome !== needed.outcome)
    throw new AppError('complaints.matter.paper-not-yet', { paper: needed.label });
  const first = matter.sort === 'complaint' ? 'acceptance' : 'decision';
  const acceptance = await dueOf(ctx, file.id, first);
  const handlers = (await listHandlers(ctx.db, ctx.district, [file.id])).get(file.id) ?? [];
  const values = {
    ...wordsOf(ctx, matter),
    documentNumber: matter.noticeNumbers[paper] ?? '',
    number: matter.number,
    receivedOn: matter.receivedOn,
    person: matter.personLabel,
    source: sourceLabels[matter.source].zh,
    subject: { name: matter.subjectName, uscc: matter.subjectUscc ?? '', address: matter.address ?? '' },
    title: matter.title,
    statement: matter.statement,
    wish: matter.wish ?? '',
    handlers: handlers.map((one) => one.name).join('、'),
    enteredBy: matter.enteredByName,
    enteredOn: new Date(new Date(matter.enteredAt).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    dueOn: acceptance,
    identityDueOn: acceptance,
    acceptedOn: matter.acceptedOn,
    mediationDueOn: await dueOf(ctx, file.id, 'mediation'),
    receiver: matter.receiver,
    sort: sortLabels[matter.sort].zh,
    decidedOn: matter.decidedOn,
    today: ctx.today,
    caseNumber: matter.caseNumber ?? '',
    contact: { name: wordsOf(ctx, matter).organisation, phone: ctx.services.jurisdiction.reportSettings.hotline },
  };
  return values;
}

function paper(
  code: string,
  label: Bilingual,
  offered: Pick<ProcedureTemplate, 'states' | 'actions'>,
): ProcedureTemplate {
  return { code, label, kind: 'official', values: (ctx, file) => valuesFor(ctx, file, code), ...offered };
}

const referral = paper('complaint-referral', both('分送通知书', 'Notice of sending on'), { states: ['referred'] });

/** Papers of complaints and of reports, each offered where the file has come so far. */
export const matterPapers = {
  complaint: [
    paper('complaint-register-form', both('投诉登记表', 'Register form'), {}),
    paper('complaint-identity-notice', both('限期提供身份证明材料通知书', 'Request for proof of identity'), {
      states: ['registered'],
    }),
    paper('complaint-acceptance', both('投诉受理决定书', 'Acceptance'), { states: ['mediating', 'settled', 'ended'] }),
    paper('complaint-non-acceptance', both('投诉不予受理决定书', 'Non-acceptance'), { states: ['not-accepted'] }),
    paper('complaint-mediation', both('投诉调解书', 'Settlement'), { states: ['settled'] }),
    paper('complaint-mediation-end', both('终止调解决定书', 'End of mediation'), { states: ['ended'] }),
    referral,
  ],
  report: [
    paper('complaint-report-form', both('举报登记表', 'Register form'), {}),
    paper('complaint-report-answer', both('举报处理结果告知书', 'Answer: a case is opened'), {
      states: ['decided', 'answered'],
    }),
    paper('complaint-not-filed', both('举报不予立案告知书', 'Answer: no case is opened'), {
      states: ['decided', 'answered'],
    }),
    referral,
  ],
} as const satisfies Record<'complaint' | 'report', readonly ProcedureTemplate[]>;
