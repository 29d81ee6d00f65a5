import type { InspectorView } from '@jince/contract';
import type { InspectedKind } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFacts, requireRule, selectSubjects } from '../../../platform/facts/index.ts';
import type { DrawConflict, DrawObject, DrawOfficer } from '../domain/draw.ts';
import { findInspectors } from '../queries/inspectors.ts';
import { type InspectedObject, listObjects, pastOf } from '../repositories/object-repository.ts';

/** A draw stays something a person can read through. */
const MOST_OBJECTS = 5000;

/** Objects of the kind, of the towns, for enterprises by a rule over facts. @throws AppError inspections.draw.* */
export async function chooseObjects(
  ctx: Ctx,
  choice: { readonly kind: InspectedKind; readonly rule: string | null; readonly towns: readonly string[] },
): Promise<InspectedObject[]> {
  const { kind, towns } = choice;
  let ids: readonly string[] | undefined;
  if (kind === 'party') {
    if (choice.rule === null || choice.rule === '') throw new AppError('inspections.draw.rule-missing');
    const rule = requireRule(ctx, 'enterprise', choice.rule, { field: 'rule' });
    const found = await selectSubjects(ctx, { subject: 'enterprise', rule, page: 1, pageSize: MOST_OBJECTS + 1 });
    ids = found.rows.map((row) => row.id);
  }
  const objects = await listObjects(ctx.db, ctx.district, kind, { ids, towns, limit: MOST_OBJECTS + 1 });
  if (objects.length > MOST_OBJECTS) throw new AppError('inspections.draw.too-many-objects', { most: MOST_OBJECTS });
  return objects;
}

/** Grade of credit by the facts of the day: what weighs most counts. */
async function gradesOf(
  ctx: Ctx,
  kind: InspectedKind,
  objects: readonly InspectedObject[],
): Promise<Map<string, string>> {
  const grades = new Map<string, string>();
  const subject = kind === 'agency' ? 'agency' : 'enterprise';
  const idOf = (object: InspectedObject) => (kind === 'agency' ? object.agencyId : object.partyId);
  const wanted = ['discipline.listed', ...(kind === 'agency' ? ['credit.grade'] : [])];
  const known = ctx.services.facts.subjects.get(subject)?.facts;
  const paths = wanted.filter((path) => known?.has(path) === true);
  const ids = objects.flatMap((object) => idOf(object) ?? []);
  if (ids.length === 0 || paths.length === 0) return grades;
  const { rows } = await loadFacts(ctx, {
    subject,
    ids,
    paths,
    everyone: true,
  });
  for (const object of objects) {
    const facts = rows.get(idOf(object) ?? '');
    if (facts?.['discipline.listed'] === true) grades.set(object.id, 'listed');
    else if (typeof facts?.['credit.grade'] === 'string') grades.set(object.id, facts['credit.grade']);
  }
  return grades;
}

/** First day of the time in which an earlier failure still weighs: the three years every condition of the field looks back. */
const threeYearsBefore = (day: string) => `${Number(day.slice(0, 4)) - 3}${day.slice(4)}`;

/** Objects with tickets by their risk; what is to be checked already is not drawn a second time. */
export async function weighObjects(
  ctx: Ctx,
  kind: InspectedKind,
  objects: readonly InspectedObject[],
): Promise<DrawObject[]> {
  const { weights } = ctx.services.jurisdiction.inspectionSettings.draw;
  const grades = await gradesOf(ctx, kind, objects);
  const ids = objects.map((object) => object.id);
  const past = await pastOf(ctx.db, ctx.district, kind, ids, threeYearsBefore(ctx.today));
  return objects.map((object) => {
    const before = past.get(object.id);
    const named = grades.get(object.id) ?? 'none';
    const candidates = [named, ...(before?.failed === true ? ['failed'] : [])]
      .flatMap((grade) => weights.find((one) => one.grade === grade) ?? [])
      .toSorted((a, b) => b.tickets - a.tickets);
    const weight = candidates[0] ?? { grade: 'none', tickets: 1 };
    const open = before?.open ?? null;
    return {
      key: object.id,
      name: object.name,
      tickets: weight.tickets,
      grade: weight.grade,
      excluded: open === null ? null : `已有待办结的检查 ${open}`,
    };
  });
}

/** Officers to draw from: the named ones, or all who have an account or a certificate; those who may not are listed with the reason. */
export async function listOfficers(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ readonly listed: DrawOfficer[]; readonly people: ReadonlyMap<string, InspectorView> }> {
  const found = await findInspectors(ctx, ids.length === 0 ? {} : { ids });
  const people = new Map(found.flatMap((one) => (one.officerId === null ? [] : [[one.officerId, one] as const])));
  const listed = [...people].map(([key, one]) => ({
    key,
    name: one.name,
    unit: one.unit,
    certificateNo: one.certificateNo,
    excluded: found.find((other) => other.officerId === key)?.problem ?? null,
  }));
  return { listed: listed.toSorted((a, b) => (a.key < b.key ? -1 : 1)), people };
}

/** Declared conflicts, and those that names give away: who answers for an object does not check it. */
export function listConflicts(
  objects: readonly InspectedObject[],
  officers: readonly DrawOfficer[],
  declared: readonly { readonly objectId: string; readonly officerId: string; readonly reason: string }[],
): DrawConflict[] {
  const known = (list: readonly { readonly key?: string; readonly id?: string }[], key: string) =>
    list.some((one) => (one.key ?? one.id) === key);
  if (declared.some((one) => !known(objects, one.objectId) || !known(officers, one.officerId)))
    throw new AppError('inspections.draw.conflict-unknown');
  const named = objects.flatMap((object) =>
    officers
      .filter((officer) => object.head !== null && officer.name === object.head)
      .map((officer) => ({ object: object.id, officer: officer.key, reason: '与检查对象负责人同名，回避' })),
  );
  return [
    ...declared.map((one) => ({ object: one.objectId, officer: one.officerId, reason: one.reason })),
    ...named,
  ].toSorted((a, b) => (`${a.object}${a.officer}` < `${b.object}${b.officer}` ? -1 : 1));
}
