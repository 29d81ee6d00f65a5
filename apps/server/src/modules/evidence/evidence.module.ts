import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { extendMeasure, pauseMeasure } from './commands/change-measure-clock.ts';
import { describeEvidence, setEvidenceAside } from './commands/describe-evidence.ts';
import { disposeThing, endMeasure } from './commands/end-measure.ts';
import { finishUpload } from './commands/finish-upload.ts';
import { linkEvidenceToFile } from './commands/link-evidence.ts';
import { orderMeasure } from './commands/order-measure.ts';
import { recordCustody, recordThingCustody } from './commands/record-custody.ts';
import { sealPackage } from './commands/seal-package.ts';
import { beginUpload, dropUpload, listUploads, sendChunk } from './commands/take-upload.ts';
import { verifyEvidence } from './commands/verify-evidence.ts';
import { measureClocks } from './domain/measure-clock.ts';
import * as may from './evidence.catalogue.ts';
import { forgetUploadsTask } from './jobs/forget-uploads.ts';
import { stampItemTask } from './jobs/stamp-item.ts';
import { watchMeasuresTask } from './jobs/watch-measures.ts';
import { writePackageTask } from './jobs/write-package.ts';
import { downloadEvidence, downloadThumbnail } from './queries/download-evidence.ts';
import { pageEvidence } from './queries/list-evidence.ts';
import { findThing, listMeasureClocks, showMeasures } from './queries/list-measures.ts';
import { downloadPackage, listPackages } from './queries/list-packages.ts';
import { printLabels } from './queries/print-labels.ts';
import { getEvidence } from './queries/show-evidence.ts';

const done = { ok: true } as const;

/** Evidence, custody of things, measures. */
export const evidenceModule: ModuleDefinition = {
  name: 'evidence',
  permissions: may.evidencePermissions,
  errors: may.evidenceErrors,
  actions: may.evidenceActions,
  fileClocks: measureClocks,
  jobs: [stampItemTask, writePackageTask, watchMeasuresTask, forgetUploadsTask],
  routes: [
    bind('listEvidence', may.EVIDENCE_READ, (ctx, { params, query }) => pageEvidence(ctx, params.id, query)),
    bind('getEvidence', may.EVIDENCE_READ, (ctx, { params }) => getEvidence(ctx, params.id, params.itemId)),
    bind('downloadEvidence', may.EVIDENCE_READ, (ctx, { params }) => downloadEvidence(ctx, params.id, params.itemId)),
    bind('downloadThumbnail', may.EVIDENCE_READ, (ctx, { params }) => downloadThumbnail(ctx, params.id, params.itemId)),
    bind('describeEvidence', may.EVIDENCE_KEEP, (ctx, { params, body }) =>
      describeEvidence(ctx, params.id, params.itemId, body),
    ),
    bind('setEvidenceAside', may.EVIDENCE_KEEP, (ctx, { params, body }) =>
      setEvidenceAside(ctx, params.id, params.itemId, body.reason),
    ),
    bind('linkEvidenceToFile', may.EVIDENCE_LINK, (ctx, { params, body }) =>
      linkEvidenceToFile(ctx, params.id, params.itemId, body),
    ),
    bind('recordCustody', may.CUSTODY_RECORD, (ctx, { params, body }) =>
      recordCustody(ctx, params.id, params.itemId, body),
    ),
    bind('verifyEvidence', may.CUSTODY_RECORD, (ctx, { params }) => verifyEvidence(ctx, params.id, params.itemId)),
    bind('listUploads', may.EVIDENCE_KEEP, (ctx, { params }) => listUploads(ctx, params.id)),
    bind('beginUpload', may.EVIDENCE_KEEP, (ctx, { params, body }) => beginUpload(ctx, params.id, body)),
    bind('sendChunk', may.EVIDENCE_KEEP, (ctx, { params, query, bytes }) =>
      sendChunk(ctx, params.id, params.uploadId, { ...query, bytes }),
    ),
    bind('finishUpload', may.EVIDENCE_KEEP, (ctx, { params, body }) =>
      finishUpload(ctx, params.id, params.uploadId, body),
    ),
    bind('dropUpload', may.EVIDENCE_KEEP, async (ctx, { params }) => {
      await dropUpload(ctx, params.id, params.uploadId);
      return done;
    }),
    bind('listMeasures', may.EVIDENCE_READ, (ctx, { params }) => showMeasures(ctx, params.id)),
    bind('listMeasureClocks', may.EVIDENCE_READ, (ctx, { query }) => listMeasureClocks(ctx, query)),
    bind('orderMeasure', may.MEASURE_ORDER, (ctx, { params, body }) => orderMeasure(ctx, params.id, body)),
    bind('extendMeasure', may.MEASURE_EXTEND, (ctx, { params, body }) =>
      extendMeasure(ctx, params.id, params.measureId, body),
    ),
    bind('pauseMeasure', may.MEASURE_ORDER, (ctx, { params, body }) =>
      pauseMeasure(ctx, params.id, params.measureId, body),
    ),
    bind('endMeasure', may.MEASURE_ORDER, (ctx, { params, body }) =>
      endMeasure(ctx, params.id, params.measureId, body),
    ),
    bind('recordThingCustody', may.CUSTODY_RECORD, (ctx, { params, body }) =>
      recordThingCustody(ctx, params.id, params.thingId, body),
    ),
    bind('disposeThing', may.MEASURE_ORDER, (ctx, { params, body }) =>
      disposeThing(ctx, params.id, params.thingId, body),
    ),
    bind('printLabels', may.EVIDENCE_READ, (ctx, { params }) => printLabels(ctx, params.id, params.measureId)),
    bind('findThing', may.EVIDENCE_READ, (ctx, { params }) => findThing(ctx, params.code)),
    bind('listPackages', may.EVIDENCE_READ, (ctx, { params }) => listPackages(ctx, params.id)),
    bind('sealPackage', may.PACKAGE_SEAL, (ctx, { params, body }) => sealPackage(ctx, params.id, body)),
    bind('downloadPackage', may.EVIDENCE_READ, (ctx, { params }) => downloadPackage(ctx, params.id, params.packageId)),
  ],
};
