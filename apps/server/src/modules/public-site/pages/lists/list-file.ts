import { z } from 'zod';
import { definePage } from '../../../../platform/http/public-page.ts';
import { downloadPublicityPaper, downloadPublicList } from '../../../subsidies/index.ts';
import { siteVersion } from '../../site/site-version.ts';

const FILES_PER_MINUTE = 30;

/** A list to take away: csv and JSON as data, PDF and Word as the official paper. */
export const listFile = definePage({
  name: 'lists.file',
  path: '/lists/:id/file',
  params: z.object({ id: z.uuid() }),
  query: z.object({ format: z.enum(['csv', 'json', 'pdf', 'docx']).catch('csv') }),
  perMinute: FILES_PER_MINUTE,
  version: siteVersion,
  render: async (ctx, { params, query: { format } }) => ({
    kind: 'file',
    file:
      format === 'csv' || format === 'json'
        ? await downloadPublicList(ctx, params.id, format)
        : await downloadPublicityPaper(ctx, params.id, format),
  }),
});
