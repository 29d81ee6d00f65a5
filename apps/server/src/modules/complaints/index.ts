/** Public face of the complaints module. */
export { createComplaintModule } from './complaints.module.ts';
export { seedDemoComplaints } from './demo/seed-demo-complaints.ts';
export type { PublicReport, PublicReports } from './ports.ts';
