/** Public face of the complaints module. */
export { complaintModule } from './complaints.module.ts';
