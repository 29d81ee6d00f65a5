import type { PublicPage } from '../../../platform/http/public-page.ts';
import { aboutPages } from './about/index.ts';
import { agencyPages } from './agencies/index.ts';
import { calculatorPages } from './calculator/index.ts';
import { casePages } from './cases/index.ts';
import { dataPages } from './data/index.ts';
import { disciplinePages } from './discipline/index.ts';
import { inspectionDrawPages } from './draws/index.ts';
import { homePages } from './home/index.ts';
import { listPages } from './lists/index.ts';
import { markPages } from './marks/index.ts';
import { planPages } from './plan/index.ts';
import { policyPages } from './policies/index.ts';
import { protectedMarkPages } from './protected-marks/index.ts';
import { reportPages } from './reports/index.ts';

/** Every page of the site: a folder of `pages/` each. */
export const publicPages: readonly PublicPage[] = [
  ...homePages,
  ...planPages,
  ...policyPages,
  ...calculatorPages,
  ...listPages,
  ...agencyPages,
  ...markPages,
  ...casePages,
  ...disciplinePages,
  ...inspectionDrawPages,
  ...protectedMarkPages,
  ...dataPages,
  ...reportPages,
  ...aboutPages,
];
