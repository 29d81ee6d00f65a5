/** National law as dated data: every value with its article, period, confidence and worked examples. */
import { lawBook } from './book.ts';

export {
  adviseOnBadFaith,
  type FilingAdvice,
  type FilingFacts,
  type FilingHint,
  filingWindowMonths,
} from './bad-faith.ts';
export { lawBook } from './book.ts';
export {
  type CreditItem,
  type CreditRuleSet,
  type CreditRuleVersion,
  type CreditSubjectType,
  creditRuleSets,
  creditRulesOn,
} from './credit-rules.ts';
export { type CreditSort, creditSorts, refineCreditSort } from './credit-sorts.ts';
export { deadlineRules } from './deadline-rules.ts';
export {
  createLawBook,
  type LawBook,
  LawNotCoveredError,
  type LawValue,
  pick,
  UnknownLawKeyError,
} from './law-book.ts';
export {
  findProhibitedSigns,
  groupsOfGoods,
  type MarkTable,
  type NiceClass,
  niceClasses,
  type ProhibitedSign,
  type SimilarGroupRelation,
  type SimilarGroupTable,
  similarGroupsOn,
  type WeakWordGroup,
  weakMarkWords,
} from './marks.ts';
export { type MaskedKind, maskPersonalInformation } from './mask.ts';
export {
  articleOfBehaviour,
  type Behaviour,
  behaviours,
  crimes,
  crimesOn,
  type Offence,
  type OffenceVersion,
  offences,
} from './offences.ts';
export { type PriorRightGround, type PriorRightKind, priorRightGround } from './prior-rights.ts';
export { listProhibitions, type ProhibitedUse, prohibitionOf } from './prohibitions.ts';
export { type LawRevision, trademarkRevision } from './revisions.ts';
export { type RuleVersions, ruleVersions } from './rule-versions.ts';
export {
  type LawBand,
  type LawContent,
  type LawDefinition,
  type LawFile,
  type LawPeriod,
  lawFileSchema,
} from './schema.ts';

/** The value of the law on a day, with article and period. @throws UnknownLawKeyError · LawNotCoveredError */
export const lawValue = lawBook.lawValue;
/** A single number of the law on a day. @throws UnknownLawKeyError · LawNotCoveredError */
export const lawNumber = lawBook.lawNumber;
/** A number at a band position or name, on a day. @throws UnknownLawKeyError · LawNotCoveredError */
export const lawNumberAt = lawBook.lawNumberAt;
/** A list of numbers of the law on a day. @throws UnknownLawKeyError · LawNotCoveredError */
export const lawNumbers = lawBook.lawNumbers;
/** A list of texts of the law on a day. @throws UnknownLawKeyError · LawNotCoveredError */
export const lawTexts = lawBook.lawTexts;
/** Whether a value is recorded for a day. */
export const hasLaw = lawBook.hasLaw;
/** Every recorded value. */
export const listLaw = lawBook.listLaw;
export { type IndustryCode, industryCodes, industryName } from './industry-codes.ts';
export { type StatisticsForm, statisticsForm } from './statistics-form.ts';
export {
  type StrategicCondition,
  type StrategicIndustry,
  type StrategicTable,
  strategicIndustryName,
  strategicTable,
} from './strategic-industries.ts';
