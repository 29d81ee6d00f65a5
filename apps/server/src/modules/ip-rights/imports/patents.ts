import type { ImportKind, RecordType } from '../../../platform/imports/import-kind.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { describePatents } from '../repositories/describe-records.ts';
import { projectPatents } from '../repositories/project-patents.ts';
import { checkPatent } from './check-patent.ts';
import { patentFields, patentSenders } from './patent-fields.ts';

const patentRecord: RecordType = {
  type: 'patent',
  label: { zh: '专利', en: 'Patent' },
  project: projectPatents,
  describe: describePatents,
};

export const patentsKind: ImportKind = {
  kind: 'patents',
  label: { zh: '专利', en: 'Patents' },
  description: {
    zh: '专利检索导出（国知局、incoPat、智慧芽、大为、CNKI、Lens、PATENTSCOPE、全文 XML）。一行一件公开文献；同一申请的公布与授权合为一件。',
    en: 'Exports of patent searches. A row per published document; the publication and the grant of one application become one record.',
  },
  recordType: patentRecord,
  fields: patentFields,
  senders: patentSenders,
  // A number, a title and an applicant stand in lists of every sort: pledges, awards, notices of abnormal applications.
  evidence: {
    fields: [
      'publicationNo',
      'publishedOn',
      'filedOn',
      'grantNo',
      'grantedOn',
      'ipcMain',
      'ipc',
      'kind',
      'documentKind',
      'inventors',
    ],
    atLeast: 2,
  },
  // The A and the B document of an application stand in two rows of one export.
  duplicates: 'merge',
  check: checkPatent,
  afterRead: matchImportMentions,
};
