/** Public face of the reports module. */
export { type Receipt, submitReport } from './commands/submit-report.ts';
export { type KeptPaper, takeAttachment } from './commands/take-attachment.ts';
export { seedDemoReports } from './demo/seed-demo-reports.ts';
export { FIELD_LENGTH, readReport } from './domain/read-report.ts';
export { findReportToTake } from './queries/for-complaints.ts';
export { findReportStatus, type ReportStatus } from './queries/public-status.ts';
export { carriedPapers, carryPaper, newFormKey, reportForm } from './queries/report-form.ts';
export { reportModule } from './reports.module.ts';
