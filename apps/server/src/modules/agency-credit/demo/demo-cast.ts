import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { PlaceKind } from '../../../platform/access/access.ts';
import { type Actor, type Ctx, chinaDay } from '../../../platform/context/context.ts';
import type { UploadedFile } from '../../../platform/module.ts';

/** A context of a day in the past or today; acts are done in the morning, China time. */
export function onDay(ctx: Ctx, day: string, actor: Actor): Ctx {
  const now = new Date(`${day}T02:00:00Z`);
  const then = now < ctx.now ? now : ctx.now;
  return { ...ctx, actor, now: then, today: chinaDay(then) };
}

/** A demo account as an actor; undefined where the demo has none of the name. */
export async function findPerson(ctx: Ctx, username: string): Promise<Actor | undefined> {
  const { rows } = await sql<{ id: string; name: string; role: string; kind: PlaceKind; code: string }>`
    select u.id, u.display_name as name, g.role, g.place_kind as kind, g.place_code as code
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.username = ${username}`.execute(ctx.db);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    userId: first.id,
    username,
    displayName: first.name,
    organisationId: null,
    grants: rows.map(({ role, kind, code }) => ({ role, placeKind: kind, placeCode: code })),
    permissions: new Set(rows.flatMap(({ role }) => ctx.services.permissionsOfRole(role))),
    sessionId: null,
  };
}

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
