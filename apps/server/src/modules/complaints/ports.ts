import type { Ctx } from '../../platform/context/context.ts';

/** What a report of the public says, without who sent it. */
export interface PublicReport {
  readonly receipt: string;
  readonly sort: 'tip' | 'complaint';
  readonly kind: string;
  readonly kindLabel: string;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly townCode: string | null;
  readonly happenedOn: string | null;
  readonly statement: string;
  readonly wish: string | null;
  readonly anonymous: boolean;
  readonly receivedOn: string;
  /** It stands where it came in: nobody has taken it up. */
  readonly waiting: boolean;
}

/** Reports of the public, as the module that keeps them tells of them. */
export interface PublicReports {
  readonly find: (ctx: Ctx, id: string) => Promise<PublicReport | undefined>;
}
