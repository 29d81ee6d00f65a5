import { agencyPage } from './agency-page.ts';
import { associationPage } from './association-page.ts';
import { directoryPage } from './directory-page.ts';

export const agencyPages = [directoryPage, agencyPage, associationPage];
