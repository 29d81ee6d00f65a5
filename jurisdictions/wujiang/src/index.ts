export {
  type AgencyAffairPack,
  type AgencyField,
  type AgencyTerm,
  agencyAffairs,
  type CensusPoint,
} from './agencies/affairs.ts';
export {
  type AssociationPack,
  association,
  type BrandLevel,
  type RatingSettings,
} from './agencies/association.ts';
export {
  type DemoAgencyAffairs,
  type DemoChange,
  type DemoInquiry,
  type DemoReport,
  demoAgencyAffairs,
} from './agencies/demo-affairs.ts';
export { type DemoPublicReport, type DemoPublicReports, demoReports } from './agencies/demo-reports.ts';
export { type ReportKind, type ReportSettings, reportSettings } from './agencies/reports.ts';
export { type SignalLearning, signalLearning } from './agencies/signal-learning.ts';
export { type SignalThresholds, signalThresholds } from './agencies/signal-settings.ts';
export type {
  AlertEach,
  AlertGroup,
  AlertLevel,
  AlertReceiver,
  AlertRule,
  AlertSubject,
} from './alerts.ts';
export { alertGroups, alertRules, alertSubjects } from './alerts.ts';
export type { ArchiveSection, ArchiveVolume, VolumeName } from './case-papers/archive-volumes.ts';
export {
  type CaseForm,
  type CaseFormEntry,
  type CasePaperPack,
  type CaseText,
  casePapers,
  type PaperApproval,
  type ServiceMode,
  type ServiceModeRule,
} from './case-papers/case-papers.ts';
export { type CaseSettings, caseSettings } from './cases.ts';
export type { CampaignPack, CampaignStep, CampaignTemplate } from './cultivation/campaigns.ts';
export { campaigns } from './cultivation/campaigns.ts';
export type { ClassAdvicePack, ClassHint } from './cultivation/class-advice.ts';
export { classAdvice } from './cultivation/class-advice.ts';
export { type DatedText, textOn } from './cultivation/dated-article.ts';
export { type DemoWork, demoWork } from './cultivation/demo-work.ts';
export { markPool, type PoolEvidence, type PoolPack } from './cultivation/pool.ts';
export type { DemoFile, DemoKind, DemoManifest } from './demo/manifest.ts';
export type { DemoOptions } from './demo/write-demo-files.ts';
export { writeDemoFiles } from './demo/write-demo-files.ts';
export type { District, FormerDistrict, NamedCode, PopulationFigure } from './district.ts';
export { district } from './district.ts';
export { fitsField, valueAt } from './documents/read-fields.ts';
export type {
  DocumentTemplate,
  FieldType,
  Format,
  FormCell,
  Numbering,
  TemplateBlock,
  TemplateField,
  TemplateText,
} from './documents/template.ts';
export { documentTemplates } from './documents/templates.ts';
export { type DemoFunds, type DemoPayment, demoFunds } from './funds/demo-funds.ts';
export { type FundPack, fundRules, type LegacyItem } from './funds/funds.ts';
export type { ChainLink, Industry, IndustryChain, IpcPattern } from './industries.ts';
export { findIndustry, industries, industryChains } from './industries.ts';
export {
  type Checklist,
  type ChecklistItem,
  checklistOn,
  checklists,
  type InspectedKind,
} from './inspections/checklists.ts';
export { type DemoInspections, demoInspections } from './inspections/demo-inspections.ts';
export {
  type InspectionSettings,
  inspectionSettings,
  type PledgeKind,
  type PledgeLevel,
} from './inspections/settings.ts';
export { type LocalMark, localMarksOf, packFolder } from './local-marks.ts';
export type { TownEvidence, TownLocation } from './locate-town.ts';
export { locateTown, locateZone } from './locate-town.ts';
export type { LinkHit } from './match-ipc.ts';
export { listChainLinks } from './match-ipc.ts';
export { type OpenDataSettings, openDataSettings } from './open-data.ts';
export type { Body, BodyKind, Post } from './organisation.ts';
export { bodies, organisationNote } from './organisation.ts';
export type { Town, TownAlias, Zone } from './places.ts';
export { findTown, findZoneOfTown, getTown, towns, zones } from './places.ts';
export { plan, planIndicators, planMeasures } from './plan/plan.ts';
export { type PublicIndicators, publicIndicators } from './plan/public-indicators.ts';
export type { IndicatorKind, IndicatorRules, PackTarget, PlanIndicator, TargetBasis } from './plan/read-indicators.ts';
export type { PlanMeasure } from './plan/read-measures.ts';
export type { PlanChapter, PlanClause, PlanOutline, PlanText } from './plan/read-plan.ts';
export type { PackPolicy } from './policies.ts';
export { policies } from './policies.ts';
export { type DemoPrograms, type DemoStage, demoPrograms } from './programmes/demo-programs.ts';
export { type ProgramPeriod, type ProgramSettings, programmes } from './programmes/programmes.ts';
export type { ConsortiumRole, InstalmentStage, ProgramKind, ReviewCriterion } from './programmes/read-kind.ts';
export { type ComplaintSettings, complaintSettings, type NonAcceptanceGround } from './protection/complaints.ts';
export { type CoordinationSettings, coordinationSettings } from './protection/coordination.ts';
export { type ProtectionCriterion, type WatchSettings, watchSettings } from './protection/watch.ts';
export { PackDataError } from './shape.ts';
export { type DemoClaims, demoClaims } from './subsidies/demo-claims.ts';
export { type SubsidyTerm, type SubsidyTerms, subsidyTerms } from './subsidies/terms.ts';
