import { createDeadlineClock } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { checkUscc } from '@jince/identifiers';
import { articleOfBehaviour, behaviours, deadlineRules } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { findSame } from '../commands/take-letter.ts';
import { MATTER_READ } from '../complaints.catalogue.ts';
import { handlingBodies, routeLetter, sayRoute } from '../domain/route-letter.ts';
import { sayWhySame } from '../domain/same-matter.ts';
import { behaviourLabel } from '../domain/words.ts';
import { mayOnMatter } from './require-matter.ts';
import { toRelated } from './show-matter.ts';

/** What the desk form offers; behaviours by the law in force today. */
export async function getComplaintForm(ctx: Ctx): Promise<RouteOutput<(typeof routes)['getComplaintForm']>> {
  const { jurisdiction } = ctx.services;
  return {
    organisations: handlingBodies(jurisdiction).map(({ code, name }) => ({ code, label: name })),
    towns: jurisdiction.towns.map(({ code, name }) => ({ code, label: name })),
    behaviours: behaviours.map((one) => ({
      row: one.row,
      group: one.group,
      label: one.label[ctx.language],
      article: articleOfBehaviour(one, ctx.today) ?? '',
    })),
    receivers: [...jurisdiction.complaintSettings.receivers],
    joinWindowDays: jurisdiction.complaintSettings.joinWindowDays,
  };
}

/** Where a letter would go, what it would be joined with, and when its clocks would end. */
export async function checkComplaintLetter(
  ctx: Ctx,
  input: ParsedInput<(typeof routes)['checkComplaintLetter']>['body'],
): Promise<RouteOutput<(typeof routes)['checkComplaintLetter']>> {
  const { jurisdiction, places } = ctx.services;
  const name = (code: string) => places.organisationName(code) ?? code;
  const uscc = input.subjectUscc === null || input.subjectUscc === '' ? undefined : checkUscc(input.subjectUscc);
  const routed = routeLetter(jurisdiction, {
    ...input,
    address: input.address || null,
    townCode: input.townCode || null,
    unit: null,
  });
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  const rules = [
    ...(input.sort === 'report' ? [] : ['complaint.acceptance']),
    ...(input.sort === 'complaint' ? [] : ['report.filing-decision']),
  ];
  const clocks = rules.flatMap((id) => {
    const rule = deadlineRules().get(id);
    if (rule === undefined) return [];
    const { dueOn, article } = createDeadlineClock(rule, calendar).compute({ from: input.receivedOn });
    return dueOn === null ? [] : [{ label: rule.label[ctx.language], dueOn, article }];
  });
  const found =
    input.sort === 'complaint' || input.subjectName === ''
      ? undefined
      : await findSame(ctx.db, ctx, {
          sort: 'report',
          subjectName: input.subjectName,
          subjectUscc: uscc?.ok ? uscc.value : null,
          rightNumber: input.rightNumber || null,
          behaviourRow: input.behaviourRow,
          receivedOn: input.receivedOn,
          personKey: null,
        });
  return {
    organisation: name(routed.organisationCode),
    inside: routed.inside,
    route: routed.steps.map((step) => sayRoute(step, name)[ctx.language]),
    same:
      found === undefined || !mayOnMatter(ctx, MATTER_READ, found.matter)
        ? []
        : [toRelated(ctx, found.matter, sayWhySame(found.same, behaviourLabel)[ctx.language])],
    clocks,
  };
}
