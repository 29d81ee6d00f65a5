/** Public face of the ip-rights module. */
export {
  type AbnormalFinding,
  recordAbnormalFinding,
  withdrawAbnormalFinding,
} from './commands/record-abnormal-finding.ts';
export { recordTrademarkUse, removeTrademarkUse, type TrademarkUse } from './commands/record-trademark-use.ts';
export type { AnnuityEntry, AnnuityLedger } from './domain/annuity-ledger.ts';
export { madridDependency } from './domain/madrid-status.ts';
export { nonUseExposure, oppositionPeriod, trademarkTermEnd } from './domain/trademark-deadlines.ts';
export { PATENT_READ, TRADEMARK_READ } from './ip-rights.catalogue.ts';
export { ipRightsModule } from './ip-rights.module.ts';
export { giChannelLabels, patentKindLabels, patentStatusLabels, trademarkStatusLabels } from './labels.ts';
export { listPatentTies, type PatentTieRow, type TieQuestion } from './queries/list-patent-ties.ts';
export { type PatentFilter, type PatentIndexData, patentIndex, patentTests } from './queries/patent-index.ts';
export { rightScopeTest } from './queries/right-index.ts';
export {
  countRightsByParty,
  countRightsOfParties,
  rightsOfParty,
  rightsPort,
  VALID_TRADEMARK,
} from './queries/rights-of-parties.ts';
export {
  type TrademarkFilter,
  type TrademarkIndexData,
  trademarkIndex,
  trademarkTests,
} from './queries/trademark-index.ts';
export { listGiRights, listMadridRights, type OtherRight } from './repositories/other-rights.ts';
export { listTrademarkIds, listTrademarkItems, type TrademarkItem } from './repositories/trademark-repository.ts';
