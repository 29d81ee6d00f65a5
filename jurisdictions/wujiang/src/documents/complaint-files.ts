import complaintAcceptance from '../../documents/complaint-acceptance.json' with { type: 'json' };
import complaintIdentityNotice from '../../documents/complaint-identity-notice.json' with { type: 'json' };
import complaintMediation from '../../documents/complaint-mediation.json' with { type: 'json' };
import complaintMediationEnd from '../../documents/complaint-mediation-end.json' with { type: 'json' };
import complaintNonAcceptance from '../../documents/complaint-non-acceptance.json' with { type: 'json' };
import complaintNotFiled from '../../documents/complaint-not-filed.json' with { type: 'json' };
import complaintReferral from '../../documents/complaint-referral.json' with { type: 'json' };
import complaintRegisterForm from '../../documents/complaint-register-form.json' with { type: 'json' };
import complaintReportAnswer from '../../documents/complaint-report-answer.json' with { type: 'json' };
import complaintReportForm from '../../documents/complaint-report-form.json' with { type: 'json' };

/** Papers of complaints and reports as files, in the order of the work. */
export const complaintFiles: readonly (readonly [string, unknown])[] = [
  ['documents/complaint-register-form.json', complaintRegisterForm],
  ['documents/complaint-report-form.json', complaintReportForm],
  ['documents/complaint-referral.json', complaintReferral],
  ['documents/complaint-identity-notice.json', complaintIdentityNotice],
  ['documents/complaint-acceptance.json', complaintAcceptance],
  ['documents/complaint-non-acceptance.json', complaintNonAcceptance],
  ['documents/complaint-mediation.json', complaintMediation],
  ['documents/complaint-mediation-end.json', complaintMediationEnd],
  ['documents/complaint-report-answer.json', complaintReportAnswer],
  ['documents/complaint-not-filed.json', complaintNotFiled],
];
