import type { FactSpec } from '@jince/rules';
import type { Ctx } from '../../context/context.ts';
import { subjectEntry } from '../fact-source.ts';
import { factText, shownUnit } from '../fact-words.ts';
import type { SelectedSubject } from '../select-subjects.ts';

/** A subject as lists show it. */
export interface SubjectRow {
  readonly id: string;
  readonly label: string;
  readonly href: string | null;
  readonly town: string | null;
  readonly outcome: 'true' | 'false' | 'unknown';
  readonly facts: { path: string; label: string; value: string | null; unit: string | null }[];
}

/** Path of the fact that says to which town a subject belongs, if there is one. */
export function townPath(ctx: Ctx, subject: string): string | undefined {
  return subjectEntry(ctx, subject).facts.get('town')?.spec.system === 'place' ? 'town' : undefined;
}

/** Gives subjects their names, addresses and facts in words. */
export async function toSubjectRows(
  ctx: Ctx,
  subject: string,
  selected: readonly SelectedSubject[],
  columns: readonly FactSpec[],
): Promise<SubjectRow[]> {
  const entry = subjectEntry(ctx, subject);
  const town = townPath(ctx, subject);
  const named = await entry.subject.describe(
    ctx,
    selected.map((row) => row.id),
  );
  return selected.map(({ id, outcome, facts }) => {
    const name = named.get(id);
    const townCode = town === undefined ? null : facts[town];
    return {
      id,
      label: name?.label ?? id,
      href: name?.href ?? null,
      town: typeof townCode === 'string' ? ctx.services.places.townName(townCode) : null,
      outcome,
      facts: columns.map((spec) => ({
        path: spec.path,
        label: spec.label[ctx.language],
        value: factText(ctx, spec, facts[spec.path]),
        unit: shownUnit(ctx, spec),
      })),
    };
  });
}
