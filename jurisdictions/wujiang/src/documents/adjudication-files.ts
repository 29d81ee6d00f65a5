import acceptance from '../../documents/adjudication-acceptance.json' with { type: 'json' };
import decision from '../../documents/adjudication-decision.json' with { type: 'json' };
import defenceForward from '../../documents/adjudication-defence-forward.json' with { type: 'json' };
import defenceNotice from '../../documents/adjudication-defence-notice.json' with { type: 'json' };
import handOver from '../../documents/adjudication-hand-over.json' with { type: 'json' };
import hearingNotice from '../../documents/adjudication-hearing-notice.json' with { type: 'json' };
import mediation from '../../documents/adjudication-mediation.json' with { type: 'json' };
import refusal from '../../documents/adjudication-refusal.json' with { type: 'json' };
import supplement from '../../documents/adjudication-supplement.json' with { type: 'json' };
import suspension from '../../documents/adjudication-suspension.json' with { type: 'json' };
import withdrawal from '../../documents/adjudication-withdrawal.json' with { type: 'json' };

/** Papers of requests to adjudicate a dispute over a patent as files, in the order of the work. */
export const adjudicationFiles: readonly (readonly [string, unknown])[] = [
  ['documents/adjudication-supplement.json', supplement],
  ['documents/adjudication-acceptance.json', acceptance],
  ['documents/adjudication-refusal.json', refusal],
  ['documents/adjudication-hand-over.json', handOver],
  ['documents/adjudication-defence-notice.json', defenceNotice],
  ['documents/adjudication-defence-forward.json', defenceForward],
  ['documents/adjudication-hearing-notice.json', hearingNotice],
  ['documents/adjudication-suspension.json', suspension],
  ['documents/adjudication-decision.json', decision],
  ['documents/adjudication-mediation.json', mediation],
  ['documents/adjudication-withdrawal.json', withdrawal],
];
