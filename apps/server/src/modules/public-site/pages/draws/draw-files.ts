import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/public-page.ts';
import { downloadPublicDraw } from '../../../inspections/index.ts';

const FILES_PER_MINUTE = 30;
const SCRIPT = new URL('../../../../../../../docs/repeat-draw.mjs', import.meta.url);

/** A whole draw, for whoever wants to repeat it. @throws 404 while a check of it is still to be made */
export const drawFile = definePage({
  name: 'inspection-draws.file',
  path: '/inspection-draws/:id/draw.json',
  params: z.object({ id: z.uuid() }),
  perMinute: FILES_PER_MINUTE,
  render: async (ctx, { params }) => ({ kind: 'file', file: await downloadPublicDraw(ctx, params.id) }),
});

/** The script that repeats a draw without any part of this system. */
export const drawScript = definePage({
  name: 'inspection-draws.script',
  path: '/inspection-draws/repeat-draw.mjs',
  perMinute: FILES_PER_MINUTE,
  render: async () => ({
    kind: 'file',
    file: { fileName: 'repeat-draw.mjs', mediaType: 'text/javascript; charset=utf-8', content: readFileSync(SCRIPT) },
  }),
});
