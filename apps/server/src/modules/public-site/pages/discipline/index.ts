import { disciplinePage } from './discipline-page.ts';

export const disciplinePages = [disciplinePage];
