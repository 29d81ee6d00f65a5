import { markSearchPage } from './search-page.ts';

export const markPages = [markSearchPage];
