import type { compareAddresses } from '../compare/address-evidence.ts';
import type { Edit } from '../compare/edit-channel.ts';
import type { industryEvidence } from '../compare/industry-evidence.ts';
import type { Guard } from '../score/decide.ts';
import type { NameScore } from '../score/score-record.ts';

/** A candidate while it is weighed. */
export interface Weighed {
  entry: number;
  score: NameScore;
  addressLevel: ReturnType<typeof compareAddresses> | undefined;
  industry: ReturnType<typeof industryEvidence>;
  total: number;
  posterior: number;
  edits: Edit[];
  guard: Guard | undefined;
}
