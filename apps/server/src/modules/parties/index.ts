/** Public face of the parties module. */
export { membershipKindLabels, partyKindLabels, partyStatusLabels } from './domain/labels.ts';
export { isMembershipValid } from './domain/membership-validity.ts';
export { partyMatcher } from './domain/party-matcher.ts';
export { matchImportMentions } from './jobs/match-mentions.ts';
export { createPartiesModule, type PartiesModule } from './parties.module.ts';
export type { CountBy, MentionUse, NextStep, RightCounts, RightsPort } from './ports.ts';
export { filterTests, PARTY_READ, type PartyFilter, scopeTest } from './queries/list-parties.ts';
export type { PartyIndexData } from './queries/party-index.ts';
export { listPartySources } from './queries/show-party.ts';
export { listPartyTexts } from './repositories/party-repository.ts';
