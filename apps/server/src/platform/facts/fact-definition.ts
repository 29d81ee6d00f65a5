import type { CollectionSpec, FactSpec } from '@jince/rules';
import type { RawBuilder } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Bilingual } from '../i18n/language.ts';

/** What a statement of facts is asked for. */
export interface FactQuery {
  readonly district: string;
  /** The day the facts are said of, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Restricts to subjects, as the right side of `subject_id in (…)`; absent: the whole district. */
  readonly only?: RawBuilder<unknown>;
}

/** A kind of thing facts are said of: an enterprise, a patent. Rows of the district's registers. */
export interface FactSubject {
  readonly subject: string;
  readonly label: Bilingual;
  /** What one of them is counted in: 家, 件. */
  readonly unit: Bilingual;
  /** Permission to read its rows; a person's scope of it limits them. */
  readonly permission: string;
  /** `select … as subject_id`: everything there is on the day. */
  readonly ids: (query: FactQuery) => RawBuilder<unknown>;
  /** Predicate over the uuid expression `id`: what the actor may see by its scope of {@link permission}. */
  readonly visible: (ctx: Ctx, id: RawBuilder<unknown>) => RawBuilder<boolean>;
  /** Title and console address of subjects by id. */
  readonly describe: (
    ctx: Ctx,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { label: string; href: string | null }>>;
}

/** A fact as a module states it: its subject and full name follow from the group. */
export interface FactOfGroup extends Omit<FactSpec, 'name' | 'subject' | 'nullable'> {
  /** Value of subjects the group's statement has no row for; null (the default) says unknown. */
  readonly absent?: boolean | number | null | readonly [];
  /** Whether a row of the group may leave it unknown. Default: yes, unless `absent` is given. */
  readonly nullable?: boolean;
}

/** Facts that one SELECT yields together. */
export interface FactGroup {
  readonly subject: string;
  /** `module.noun`, e.g. `ip-rights.patent-counts`. */
  readonly name: string;
  /** Registers (platform.register_version) whose change makes it out of date. */
  readonly registers: readonly string[];
  readonly facts: readonly FactOfGroup[];
  /** `subject_id` and one column per fact, named by its path in double quotes; at most one row per subject. */
  readonly select: (query: FactQuery) => RawBuilder<unknown>;
}

/** Items of one subject that belong to another: the patents of an enterprise. */
export interface FactCollection extends Omit<CollectionSpec, 'name'> {
  readonly registers: readonly string[];
  /** `owner_id, item_id`, distinct; `only` restricts the owners. */
  readonly select: (query: FactQuery) => RawBuilder<unknown>;
}

/** A rule a module keeps, so that a fact can tell who depends on it. */
export interface RuleUser {
  /** What uses it: the indicator, the campaign. */
  readonly label: string;
  readonly href: string | null;
  readonly subject: string;
  readonly text: string;
}

/** Lists the rules a module keeps at the moment, as far as the actor may know of them. */
export type RuleUsersPort = (ctx: Ctx) => Promise<readonly RuleUser[]>;

/**
 * Subjects whose facts follow from records of a lower module, which cannot know them: when a name is linked to another
 * party, the patents that bear it.
 */
export interface FactFollower {
  /** What changed, in the words of the module that changes it: `mention`. */
  readonly of: string;
  readonly subject: string;
  /** `select` of the ids of `subject` that follow from the changed ids. */
  readonly ids: (district: string, changed: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** What a module says can be said. */
export interface FactContribution {
  readonly subjects?: readonly FactSubject[];
  readonly groups?: readonly FactGroup[];
  readonly collections?: readonly FactCollection[];
  readonly followers?: readonly FactFollower[];
  readonly users?: RuleUsersPort;
}
