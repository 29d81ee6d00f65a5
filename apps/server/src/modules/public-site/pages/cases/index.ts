import { casesPage } from './cases-page.ts';

export const casePages = [casesPage];
