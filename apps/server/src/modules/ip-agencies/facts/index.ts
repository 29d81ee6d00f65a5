import type { FactContribution } from '../../../platform/facts/index.ts';
import { agencyClientGroup, agencyPatentGroup, agencyTrademarkGroup } from './agency-filings.ts';
import { agencyGroundGroup } from './agency-grounds.ts';
import { agencyIdentityGroup } from './agency-identity.ts';
import { agencyPeopleGroup } from './agency-people.ts';
import { agencySubject } from './agency-subject.ts';
import { enterpriseAgencyGroup } from './enterprise-agencies.ts';

/** What can be said of agencies and of those who work with them. */
export const ipAgencyFacts: FactContribution = {
  subjects: [agencySubject],
  groups: [
    agencyIdentityGroup,
    agencyPeopleGroup,
    agencyGroundGroup,
    agencyPatentGroup,
    agencyTrademarkGroup,
    agencyClientGroup,
    enterpriseAgencyGroup,
  ],
};
