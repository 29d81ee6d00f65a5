import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PageFile, PublicPage } from './public-page.ts';

const FORM_BYTES = 128 * 1024;
const MOST_FIELDS = 200;
const FIELD_BYTES = 20_000;

type Fields = Record<string, string | string[]>;

function add(fields: Fields, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value];
}

/** Fields of an address or a form; a name that comes twice is a list. */
export function fieldsOf(pairs: Iterable<readonly [string, string]>): Fields {
  const fields: Fields = Object.create(null);
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > MOST_FIELDS) break;
    add(fields, name, value);
  }
  return fields;
}

/** Teaches a scope to read forms as browsers send them. */
export function acceptForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, fieldsOf(new URLSearchParams(String(body)))),
  );
}

/** What was posted: fields, and files within the limits of the page. One that is too long is cut and says so. @throws 413 for too many */
export async function readForm(
  request: FastifyRequest,
  page: PublicPage,
): Promise<{ form: unknown; files: readonly PageFile[] }> {
  if (page.method !== 'POST') return { form: undefined, files: [] };
  if (!request.isMultipart()) return { form: request.body ?? {}, files: [] };
  const fields: Fields = Object.create(null);
  const files: PageFile[] = [];
  const limits = {
    files: page.upload?.files ?? 0,
    fileSize: page.upload?.fileBytes ?? 0,
    fields: MOST_FIELDS,
    fieldSize: FIELD_BYTES,
  };
  // The plugin knows the word for each request, its types do not.
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') add(fields, part.fieldname, String(part.value));
    else {
      const content = await part.toBuffer();
      // A file field left empty is sent with no name and no bytes.
      if (part.filename !== '' || content.length > 0)
        files.push({
          field: part.fieldname,
          fileName: part.filename,
          mediaType: part.mimetype,
          content,
          truncated: part.file.truncated,
        });
    }
  }
  return { form: fields, files };
}
