import aidAcceptance from '../../documents/aid-acceptance.json' with { type: 'json' };
import aidCrossRegionLetter from '../../documents/aid-cross-region-letter.json' with { type: 'json' };
import aidCrossRegionReply from '../../documents/aid-cross-region-reply.json' with { type: 'json' };
import aidOpinion from '../../documents/aid-opinion.json' with { type: 'json' };
import aidRefusal from '../../documents/aid-refusal.json' with { type: 'json' };
import crimeTransfer from '../../documents/coordination-crime-transfer.json' with { type: 'json' };
import letter from '../../documents/coordination-letter.json' with { type: 'json' };
import objection from '../../documents/coordination-objection.json' with { type: 'json' };
import receipt from '../../documents/coordination-receipt.json' with { type: 'json' };
import reply from '../../documents/coordination-reply.json' with { type: 'json' };
import watchPlatformNotice from '../../documents/watch-platform-notice.json' with { type: 'json' };

/** Papers of hand-overs, rights aid and help between districts. */
export const coordinationFiles: readonly (readonly [string, unknown])[] = [
  ['documents/coordination-crime-transfer.json', crimeTransfer],
  ['documents/coordination-letter.json', letter],
  ['documents/coordination-receipt.json', receipt],
  ['documents/coordination-objection.json', objection],
  ['documents/coordination-reply.json', reply],
  ['documents/aid-acceptance.json', aidAcceptance],
  ['documents/aid-refusal.json', aidRefusal],
  ['documents/watch-platform-notice.json', watchPlatformNotice],
  ['documents/aid-opinion.json', aidOpinion],
  ['documents/aid-cross-region-letter.json', aidCrossRegionLetter],
  ['documents/aid-cross-region-reply.json', aidCrossRegionReply],
];
