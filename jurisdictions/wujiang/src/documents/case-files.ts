import caseAddressConfirmation from '../../documents/case-address-confirmation.json' with { type: 'json' };
import caseAdvanceDisposal from '../../documents/case-advance-disposal.json' with { type: 'json' };
import caseAssignment from '../../documents/case-assignment.json' with { type: 'json' };
import caseAssistLetter from '../../documents/case-assist-letter.json' with { type: 'json' };
import caseAuthorisation from '../../documents/case-authorisation.json' with { type: 'json' };
import caseCaseCancellation from '../../documents/case-case-cancellation.json' with { type: 'json' };
import caseClosingApproval from '../../documents/case-closing-approval.json' with { type: 'json' };
import caseCorrectionNotice from '../../documents/case-correction-notice.json' with { type: 'json' };
import caseCorrectionOrder from '../../documents/case-correction-order.json' with { type: 'json' };
import caseCrimeTransfer from '../../documents/case-crime-transfer.json' with { type: 'json' };
import caseDecisionAbstract from '../../documents/case-decision-abstract.json' with { type: 'json' };
import caseDecisionApproval from '../../documents/case-decision-approval.json' with { type: 'json' };
import caseDecisionRevocation from '../../documents/case-decision-revocation.json' with { type: 'json' };
import caseDefenceRecord from '../../documents/case-defence-record.json' with { type: 'json' };
import caseDesignatedJurisdiction from '../../documents/case-designated-jurisdiction.json' with { type: 'json' };
import caseDiscussionRecord from '../../documents/case-discussion-record.json' with { type: 'json' };
import caseEnforcementRequest from '../../documents/case-enforcement-request.json' with { type: 'json' };
import caseFileCover from '../../documents/case-file-cover.json' with { type: 'json' };
import caseFileIndex from '../../documents/case-file-index.json' with { type: 'json' };
import caseFileRemarks from '../../documents/case-file-remarks.json' with { type: 'json' };
import caseFilingApproval from '../../documents/case-filing-approval.json' with { type: 'json' };
import caseGoodsDisposal from '../../documents/case-goods-disposal.json' with { type: 'json' };
import caseHearingNotice from '../../documents/case-hearing-notice.json' with { type: 'json' };
import caseHearingRecord from '../../documents/case-hearing-record.json' with { type: 'json' };
import caseHearingReport from '../../documents/case-hearing-report.json' with { type: 'json' };
import caseHearingRequest from '../../documents/case-hearing-request.json' with { type: 'json' };
import caseHearingRightNotice from '../../documents/case-hearing-right-notice.json' with { type: 'json' };
import caseIdentificationLetter from '../../documents/case-identification-letter.json' with { type: 'json' };
import caseInquiryNotice from '../../documents/case-inquiry-notice.json' with { type: 'json' };
import caseInquiryRecord from '../../documents/case-inquiry-record.json' with { type: 'json' };
import caseInvestigationReport from '../../documents/case-investigation-report.json' with { type: 'json' };
import caseLegalReview from '../../documents/case-legal-review.json' with { type: 'json' };
import caseMaterialNotice from '../../documents/case-material-notice.json' with { type: 'json' };
import caseMatterApproval from '../../documents/case-matter-approval.json' with { type: 'json' };
import caseMeasureDecision from '../../documents/case-measure-decision.json' with { type: 'json' };
import caseMeasureExtension from '../../documents/case-measure-extension.json' with { type: 'json' };
import caseMeasureRelease from '../../documents/case-measure-release.json' with { type: 'json' };
import caseNoPenaltyDecision from '../../documents/case-no-penalty-decision.json' with { type: 'json' };
import caseNonFilingApproval from '../../documents/case-non-filing-approval.json' with { type: 'json' };
import casePaymentTerm from '../../documents/case-payment-term.json' with { type: 'json' };
import casePenaltyDecision from '../../documents/case-penalty-decision.json' with { type: 'json' };
import casePenaltyNotice from '../../documents/case-penalty-notice.json' with { type: 'json' };
import casePerformanceDemand from '../../documents/case-performance-demand.json' with { type: 'json' };
import casePreservationHandling from '../../documents/case-preservation-handling.json' with { type: 'json' };
import casePreservationNotice from '../../documents/case-preservation-notice.json' with { type: 'json' };
import casePreservationRelease from '../../documents/case-preservation-release.json' with { type: 'json' };
import caseRecusalDecision from '../../documents/case-recusal-decision.json' with { type: 'json' };
import caseRecusalRequest from '../../documents/case-recusal-request.json' with { type: 'json' };
import caseResumption from '../../documents/case-resumption.json' with { type: 'json' };
import caseReviewForm from '../../documents/case-review-form.json' with { type: 'json' };
import caseSamplingRecord from '../../documents/case-sampling-record.json' with { type: 'json' };
import caseSceneRecord from '../../documents/case-scene-record.json' with { type: 'json' };
import caseServiceAnnouncement from '../../documents/case-service-announcement.json' with { type: 'json' };
import caseServiceReceipt from '../../documents/case-service-receipt.json' with { type: 'json' };
import caseSource from '../../documents/case-source.json' with { type: 'json' };
import caseSummaryDecision from '../../documents/case-summary-decision.json' with { type: 'json' };
import caseSuspension from '../../documents/case-suspension.json' with { type: 'json' };
import caseTermination from '../../documents/case-termination.json' with { type: 'json' };
import caseTestingOrder from '../../documents/case-testing-order.json' with { type: 'json' };
import caseTestingPeriod from '../../documents/case-testing-period.json' with { type: 'json' };
import caseTestingResult from '../../documents/case-testing-result.json' with { type: 'json' };
import caseThingList from '../../documents/case-thing-list.json' with { type: 'json' };
import caseTransferLetter from '../../documents/case-transfer-letter.json' with { type: 'json' };

/** Papers of cases as files, in the order of a case. */
export const caseFiles: readonly (readonly [string, unknown])[] = [
  ['documents/case-source.json', caseSource],
  ['documents/case-designated-jurisdiction.json', caseDesignatedJurisdiction],
  ['documents/case-assignment.json', caseAssignment],
  ['documents/case-transfer-letter.json', caseTransferLetter],
  ['documents/case-crime-transfer.json', caseCrimeTransfer],
  ['documents/case-filing-approval.json', caseFilingApproval],
  ['documents/case-non-filing-approval.json', caseNonFilingApproval],
  ['documents/case-authorisation.json', caseAuthorisation],
  ['documents/case-scene-record.json', caseSceneRecord],
  ['documents/case-inquiry-notice.json', caseInquiryNotice],
  ['documents/case-inquiry-record.json', caseInquiryRecord],
  ['documents/case-material-notice.json', caseMaterialNotice],
  ['documents/case-assist-letter.json', caseAssistLetter],
  ['documents/case-identification-letter.json', caseIdentificationLetter],
  ['documents/case-preservation-notice.json', casePreservationNotice],
  ['documents/case-preservation-handling.json', casePreservationHandling],
  ['documents/case-preservation-release.json', casePreservationRelease],
  ['documents/case-measure-decision.json', caseMeasureDecision],
  ['documents/case-thing-list.json', caseThingList],
  ['documents/case-measure-extension.json', caseMeasureExtension],
  ['documents/case-measure-release.json', caseMeasureRelease],
  ['documents/case-advance-disposal.json', caseAdvanceDisposal],
  ['documents/case-sampling-record.json', caseSamplingRecord],
  ['documents/case-testing-order.json', caseTestingOrder],
  ['documents/case-testing-period.json', caseTestingPeriod],
  ['documents/case-testing-result.json', caseTestingResult],
  ['documents/case-correction-order.json', caseCorrectionOrder],
  ['documents/case-suspension.json', caseSuspension],
  ['documents/case-resumption.json', caseResumption],
  ['documents/case-termination.json', caseTermination],
  ['documents/case-matter-approval.json', caseMatterApproval],
  ['documents/case-recusal-request.json', caseRecusalRequest],
  ['documents/case-recusal-decision.json', caseRecusalDecision],
  ['documents/case-investigation-report.json', caseInvestigationReport],
  ['documents/case-review-form.json', caseReviewForm],
  ['documents/case-legal-review.json', caseLegalReview],
  ['documents/case-discussion-record.json', caseDiscussionRecord],
  ['documents/case-penalty-notice.json', casePenaltyNotice],
  ['documents/case-hearing-right-notice.json', caseHearingRightNotice],
  ['documents/case-defence-record.json', caseDefenceRecord],
  ['documents/case-hearing-request.json', caseHearingRequest],
  ['documents/case-hearing-notice.json', caseHearingNotice],
  ['documents/case-hearing-record.json', caseHearingRecord],
  ['documents/case-hearing-report.json', caseHearingReport],
  ['documents/case-decision-approval.json', caseDecisionApproval],
  ['documents/case-penalty-decision.json', casePenaltyDecision],
  ['documents/case-summary-decision.json', caseSummaryDecision],
  ['documents/case-no-penalty-decision.json', caseNoPenaltyDecision],
  ['documents/case-case-cancellation.json', caseCaseCancellation],
  ['documents/case-decision-revocation.json', caseDecisionRevocation],
  ['documents/case-correction-notice.json', caseCorrectionNotice],
  ['documents/case-service-receipt.json', caseServiceReceipt],
  ['documents/case-address-confirmation.json', caseAddressConfirmation],
  ['documents/case-service-announcement.json', caseServiceAnnouncement],
  ['documents/case-payment-term.json', casePaymentTerm],
  ['documents/case-performance-demand.json', casePerformanceDemand],
  ['documents/case-enforcement-request.json', caseEnforcementRequest],
  ['documents/case-goods-disposal.json', caseGoodsDisposal],
  ['documents/case-closing-approval.json', caseClosingApproval],
  ['documents/case-decision-abstract.json', caseDecisionAbstract],
  ['documents/case-file-cover.json', caseFileCover],
  ['documents/case-file-index.json', caseFileIndex],
  ['documents/case-file-remarks.json', caseFileRemarks],
];
