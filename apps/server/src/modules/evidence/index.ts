/** Public face of the evidence module. */

export { finishUpload } from './commands/finish-upload.ts';
export { type EvidenceIntake, keepEvidence } from './commands/keep-evidence.ts';
export { linkEvidence } from './commands/link-evidence.ts';
export { orderMeasure } from './commands/order-measure.ts';
export { orderPackage, PACKAGE_SEALED, type PackageOrder, sealPackage } from './commands/seal-package.ts';
export { beginUpload, sendChunk } from './commands/take-upload.ts';
export { seedDemoEvidence } from './demo/seed-demo-evidence.ts';
export { measureClocks } from './domain/measure-clock.ts';
export { EVIDENCE_READ } from './evidence.catalogue.ts';
export { evidenceModule } from './evidence.module.ts';
export { streamZip, type ZipSource } from './package/stream-zip.ts';
export { type EvidenceSummary, evidenceForFile, listEvidence } from './queries/list-evidence.ts';
export { listMeasureClocks, listMeasures } from './queries/list-measures.ts';
export { findPackages, readPackage } from './queries/list-packages.ts';
export { hasAuthority, readStamp, stampHash } from './stamping/stamp-hash.ts';
