import { dataCatalogue, dataCatalogueFile } from './catalogue-page.ts';
import { dataFiles } from './data-files.ts';
import { datasetPage, versionPage } from './dataset-page.ts';

export const dataPages = [dataCatalogue, dataCatalogueFile, datasetPage, ...dataFiles, versionPage];
