import { picturePage, searchPicturePage } from './picture-page.ts';
import { markSearchPage } from './search-page.ts';

export const markPages = [markSearchPage, picturePage, searchPicturePage];
