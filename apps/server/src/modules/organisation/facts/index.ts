import type { FactContribution } from '../../../platform/facts/index.ts';
import { officerFacts, officerSubject } from './officer-facts.ts';
import { postFacts, postSubject } from './post-facts.ts';

/** What can be said of the people and posts that carry out the plan. */
export const organisationFacts: FactContribution = {
  subjects: [officerSubject, postSubject],
  groups: [officerFacts, postFacts],
};
