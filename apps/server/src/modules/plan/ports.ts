import type { Ctx } from '../../platform/context/context.ts';

/** A campaign as the page of its clause shows it. */
export interface ClauseCampaign {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly targets: number;
  readonly succeeded: number;
  readonly href: string;
}

/** Something of a campaign that is due: next steps that were promised, targets nobody has visited. */
export interface CampaignDue {
  readonly code: string;
  readonly label: string;
  readonly detail: string | null;
  readonly dueOn: string | null;
  readonly level: 'late' | 'soon' | 'info';
  readonly href: string;
}

/** What the plan shows of campaigns. */
export interface CampaignsPort {
  campaignsOf(ctx: Ctx, clause: string): Promise<readonly ClauseCampaign[]>;
  due(ctx: Ctx): Promise<readonly CampaignDue[]>;
}

/** A plan without campaigns. */
export const noCampaigns: CampaignsPort = {
  campaignsOf: async () => [],
  due: async () => [],
};
