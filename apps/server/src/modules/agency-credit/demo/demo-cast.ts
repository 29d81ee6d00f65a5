import { Readable } from 'node:stream';
import type { Actor, Ctx } from '../../../platform/context/context.ts';
import type { UploadedFile } from '../../../platform/module.ts';

/** The agency itself, for which the demo has no account. */
export const agencyActor = (ctx: Ctx, name: string): Actor => ({ ...ctx.actor, userId: null, displayName: name });

/** A proof of the demo, as if uploaded: a PDF that says it is an example. */
export function exampleProof(title: string, fields: Readonly<Record<string, string>>): UploadedFile {
  const stream = 'BT /F1 24 Tf 72 720 Td (EXAMPLE) Tj ET';
  const text = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length ${stream.length} >> stream
${stream}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%EOF
`;
  return {
    fileName: `${title}（示例）.pdf`,
    mediaType: 'application/pdf',
    content: Readable.from([Buffer.from(text, 'latin1')]),
    fields,
  };
}
