import { protectedMarksPage } from './protected-marks-page.ts';

export const protectedMarkPages = [protectedMarksPage];
