import { drawFile, drawScript } from './draw-files.ts';
import { drawPage } from './draw-page.ts';
import { drawsPage } from './draws-page.ts';

export const inspectionDrawPages = [drawsPage, drawScript, drawPage, drawFile];
