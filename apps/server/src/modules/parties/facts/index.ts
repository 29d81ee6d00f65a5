import type { FactContribution } from '../../../platform/facts/index.ts';
import { membershipCollection, membershipFacts } from './membership-facts.ts';
import { creditGroup } from './party-credit.ts';
import { identityGroup } from './party-identity.ts';
import { membershipGroup } from './party-memberships.ts';
import { mentionGroup } from './party-mentions.ts';
import { standardGroup } from './party-standard.ts';
import { enterpriseSubject, membershipSubject } from './party-subjects.ts';

/** What can be said of parties and of the lists and certificates they are on. */
export const partyFacts: FactContribution = {
  subjects: [enterpriseSubject, membershipSubject],
  groups: [identityGroup, membershipGroup, standardGroup, creditGroup, mentionGroup, membershipFacts],
  collections: [membershipCollection],
};
