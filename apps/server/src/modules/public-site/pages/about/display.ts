import { z } from 'zod';
import { definePage } from '../../../../platform/http/public-page.ts';
import { TYPE_COOKIE } from '../../../../platform/http/read-page.ts';

const A_YEAR_SECONDS = 365 * 86_400;
const LONGEST_ADDRESS = 2000;

/** Only pages of this site: never another host, whatever the form was made to say. */
const ownAddress = z
  .string()
  .max(LONGEST_ADDRESS)
  .regex(/^\/public(?![^/?])[\x21-\x7e]*$/)
  .catch('/public');

/** Keeps the reader's choice of large type and goes back to the page. */
export const displayChoice = definePage({
  name: 'display',
  path: '/display',
  method: 'POST',
  form: z.object({ type: z.enum(['large', 'usual']).catch('usual'), back: ownAddress }),
  render: async (_ctx, { form }) => ({
    kind: 'redirect',
    to: form.back,
    cookie: { name: TYPE_COOKIE, value: form.type, maxAgeSeconds: form.type === 'large' ? A_YEAR_SECONDS : 0 },
  }),
});
