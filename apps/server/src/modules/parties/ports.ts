import type { Ctx } from '../../platform/context/context.ts';
import type { Db } from '../../platform/database/database.ts';

export interface RightCounts {
  readonly patents: number;
  readonly inventions: number;
  readonly trademarks: number;
}

/** One bar of a count. */
export interface CountBy {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

export interface NextStep {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly level: 'late' | 'soon' | 'info';
  readonly href: string | null;
}

/** Where a mention is used, by counts. */
export interface MentionUse {
  readonly patents: number;
  readonly trademarks: number;
}

/**
 * What the parties module must know of rights without depending on the module that keeps them: the composition
 * root gives an implementation.
 */
export interface RightsPort {
  /** Registers whose change alters the counts. */
  readonly registers: readonly string[];
  /** Valid rights per party on a day; parties without any are left out. */
  countByParty(ctx: Ctx, asOf: string): Promise<ReadonlyMap<string, RightCounts>>;
  rightsOfParty(
    ctx: Ctx,
    partyId: string,
    asOf: string,
  ): Promise<{ patents: CountBy[]; trademarks: CountBy[]; madrid: number; gis: number; nextSteps: NextStep[] }>;
  usesOfMentions(db: Db, district: string, mentionIds: readonly string[]): Promise<ReadonlyMap<string, MentionUse>>;
}
