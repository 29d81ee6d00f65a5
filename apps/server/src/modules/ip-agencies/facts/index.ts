import type { FactContribution } from '../../../platform/facts/index.ts';
import { agencyIdentityGroup } from './agency-identity.ts';
import { agencySubject } from './agency-subject.ts';

/** What can be said of agencies and of those who work with them. */
export const ipAgencyFacts: FactContribution = {
  subjects: [agencySubject],
  groups: [agencyIdentityGroup],
};
