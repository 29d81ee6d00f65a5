import type { PublicPage } from '../../../platform/http/public-page.ts';
import { aboutPages } from './about/index.ts';
import { listPages } from './lists/index.ts';

/** Every page of the site: a folder of `pages/` each. */
export const publicPages: readonly PublicPage[] = [...listPages, ...aboutPages];
