import { addDays } from '@jince/calendar';
import type { RouteOutput, routes } from '@jince/contract';
import { normaliseName } from '@jince/matching';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listHandlers } from '../../../platform/procedures/index.ts';
import { MATTER_ASSIGN, MATTER_REGISTER, PERSON_REVEAL } from '../complaints.catalogue.ts';
import { rightLabels, sortLabels, sourceLabels } from '../domain/letter.ts';
import { hasReporter } from '../domain/person.ts';
import { sayRoute } from '../domain/route-letter.ts';
import { sayWhySame } from '../domain/same-matter.ts';
import { behaviourLabel, behaviourOf, caseOutcomeLabels, noCaseLabels, outcomeLabels } from '../domain/words.ts';
import { stateLabel } from '../procedure/states.ts';
import { listJoinedTo, listNear, type MatterRow, selectMatters } from '../repositories/matter-repository.ts';
import { findLine, toLine } from './list-matters.ts';
import { mayOnMatter, requireMatter } from './require-matter.ts';

type View = RouteOutput<(typeof routes)['getComplaintMatter']>;
export type Related = View['joined'][number];

export function toRelated(ctx: Ctx, matter: MatterRow, reason: string): Related {
  return {
    id: matter.id,
    number: matter.number,
    sortLabel: sortLabels[matter.sort][ctx.language],
    title: matter.title,
    person: matter.personLabel,
    receivedOn: matter.receivedOn,
    stateLabel: stateLabel(matter.sort, matter.state)[ctx.language],
    reason,
  };
}

const whyJoined = (ctx: Ctx, matter: MatterRow): string =>
  matter.joinedReason === null ? '' : sayWhySame(matter.joinedReason, behaviourLabel)[ctx.language];

const linkTo = (matter: MatterRow) => ({
  label: `${matter.number} ${matter.title}`,
  href: `/protection/complaints/${matter.id}`,
});

/** On the same business within the window, not joined and in reach: for a person to judge. */
async function listSimilar(ctx: Ctx, matter: MatterRow): Promise<Related[]> {
  const { joinWindowDays } = ctx.services.jurisdiction.complaintSettings;
  const near = await listNear(ctx.db, ctx.district, {
    subjectKey: normaliseName(matter.subjectName),
    subjectUscc: matter.subjectUscc,
    from: addDays(matter.receivedOn, -joinWindowDays),
    to: addDays(matter.receivedOn, joinWindowDays),
  });
  return near
    .filter((one) => one.letterId !== matter.letterId && one.joinedTo !== matter.id && matter.joinedTo !== one.id)
    .filter((one) => mayOnMatter(ctx, MATTER_REGISTER, one) || mayOnMatter(ctx, MATTER_ASSIGN, one))
    .slice(0, 20)
    .map((one) => toRelated(ctx, one, one.subjectName));
}

function wordsOf(ctx: Ctx, matter: MatterRow) {
  const { language, services } = ctx;
  const name = (code: string) => services.places.organisationName(code) ?? code;
  const behaviour = matter.behaviourRow === null ? undefined : behaviourOf(matter.behaviourRow, matter.receivedOn);
  const ground = services.jurisdiction.complaintSettings.grounds.find((one) => one.ground === matter.ground);
  return {
    route: matter.route.map((step) => sayRoute(step, name)[language]),
    behaviour: behaviour?.label[language] ?? null,
    behaviourArticle: behaviour?.article ?? null,
    right:
      matter.rightKind === null
        ? null
        : `${rightLabels[matter.rightKind][language]} ${matter.rightNumber ?? ''}`.trim(),
    outcome: matter.outcome === null ? null : (outcomeLabels[matter.outcome]?.[language] ?? matter.outcome),
    ground:
      ground === undefined
        ? (noCaseLabels[matter.ground ?? '']?.[language] ?? null)
        : `${ground.label[language]}（${ground.article}）`,
  };
}

async function relationsOf(ctx: Ctx, matter: MatterRow) {
  const joined = await listJoinedTo(ctx.db, ctx.district, matter.id);
  const siblings = await selectMatters(
    ctx.db,
    ctx.district,
    sql`m.letter_id = ${matter.letterId} and m.id <> ${matter.id}`,
  );
  const root =
    matter.joinedTo === null
      ? undefined
      : (await selectMatters(ctx.db, ctx.district, sql`m.id = ${matter.joinedTo}`))[0];
  return {
    joined: joined.map((one) => toRelated(ctx, one, whyJoined(ctx, one))),
    joinedRoot: root === undefined ? null : linkTo(root),
    sibling: siblings[0] === undefined ? null : linkTo(siblings[0]),
    similar: matter.closedAt === null ? await listSimilar(ctx, matter) : [],
  };
}

/** A complaint or report with its letter, what is joined with it and its case. @throws AppError 404 */
export async function getComplaintMatter(ctx: Ctx, id: string): Promise<View> {
  const matter = await requireMatter(ctx, id);
  const row = await findLine(ctx, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const handlers = (await listHandlers(ctx.db, ctx.district, [id])).get(id) ?? [];
  const relations = await relationsOf(ctx, matter);
  const { handlers: _names, joined: _count, ...line } = toLine(ctx, row, []);
  const open = matter.closedAt === null;
  const told = hasReporter(matter.personKind);
  return {
    ...line,
    ...wordsOf(ctx, matter),
    ...relations,
    letterId: matter.letterId,
    anonymous: matter.personKind === 'anonymous',
    found: matter.personKind === 'office',
    sourceLink:
      matter.sourceHref === null ? null : { label: sourceLabels[matter.source][ctx.language], href: matter.sourceHref },
    mayReveal:
      told && matter.personKind !== 'elsewhere' && may(ctx, PERSON_REVEAL) && mayOnMatter(ctx, PERSON_REVEAL, matter),
    identityElsewhere:
      matter.personKind === 'elsewhere' && matter.sourceHref !== null
        ? { label: matter.sourceKey ?? '', href: matter.sourceHref }
        : null,
    subjectUscc: matter.subjectUscc,
    subjectHref: matter.partyId === null ? null : `/enterprises/${matter.partyId}`,
    address: matter.address,
    happenedOn: matter.happenedOn,
    stage: matter.stage,
    electronic: matter.electronic,
    statement: matter.statement,
    wish: matter.wish,
    statedDueOn: matter.statedDueOn,
    enteredAt: matter.enteredAt,
    enteredBy: matter.enteredByName,
    backDatedReason: matter.backDatedReason,
    handlers: [...handlers],
    joinedReason: matter.joinedReason === null ? null : whyJoined(ctx, matter),
    partedReason: matter.partedReason,
    case:
      matter.caseId === null
        ? null
        : {
            id: matter.caseId,
            number: matter.caseNumber ?? '',
            href: `/protection/cases/${matter.caseId}`,
            outcome: caseOutcomeLabels[matter.caseOutcome ?? '']?.[ctx.language] ?? null,
          },
    result: matter.result,
    agreedFen: matter.agreedFen,
    receiver: matter.receiver,
    decidedOn: matter.decidedOn,
    answeredOn: matter.answeredOn,
    maySplit: open && relations.sibling === null && mayOnMatter(ctx, MATTER_REGISTER, matter),
    mayAssign: open && mayOnMatter(ctx, MATTER_ASSIGN, matter),
    mayJoin: open && mayOnMatter(ctx, MATTER_ASSIGN, matter),
  };
}
