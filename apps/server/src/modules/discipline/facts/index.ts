import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-change.ts';
import { disciplineFacts, entryEffects } from './entry-effects.ts';

const enterprise: FactGroup = {
  subject: 'enterprise',
  name: 'discipline.enterprise',
  registers: [REGISTER],
  facts: disciplineFacts,
  select: (query) => entryEffects(query, sql`e.party_id`, among(query, sql`e.party_id`)),
};

/** What joint discipline says of an enterprise. */
export const disciplineContribution: FactContribution = { groups: [enterprise] };
