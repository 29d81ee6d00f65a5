import { listFile } from './list-file.ts';
import { listPage } from './list-page.ts';
import { listsPage } from './lists-page.ts';

export const listPages = [listsPage, listPage, listFile];
