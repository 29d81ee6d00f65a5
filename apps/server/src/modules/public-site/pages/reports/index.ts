import { reportPage, sendReport } from './report-page.ts';
import { queryStatus, statusPage } from './status-page.ts';

export const reportPages = [reportPage, sendReport, statusPage, queryStatus];
