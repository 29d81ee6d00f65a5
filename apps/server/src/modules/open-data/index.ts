/** Public face of the open-data module. */
export type { Column, Dataset } from './domain/dataset.ts';
export { openDataModule } from './open-data.module.ts';
export { catalogueJsonLd, dataPath } from './queries/catalogue.ts';
export { readDatasetFile } from './queries/dataset-file.ts';
export { openDataVersion } from './queries/open-data-version.ts';
export { getPublicDataset, listPublicDatasets, type PublicDataset } from './queries/show-datasets.ts';
export { verifyDatasetVersion } from './queries/verify-version.ts';
export type { VersionRow } from './repositories/version-repository.ts';
