import data from '../data/organisation.json' with { type: 'json' };
import { towns, zones } from './places.ts';
import { readFields, readList, readNumber, readOneOf, readOptionalText, readText, requireUnique } from './shape.ts';

export const BODY_KINDS = [
  'government',
  'bureau',
  'section',
  'branch',
  'zone-committee',
  'town-government',
  'partner',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
export type Post = { title: string /** 编制: how many persons the post may hold. */; staffing: number };
export type Body = {
  code: string;
  name: string;
  shortName: string;
  kind: BodyKind;
  parent: string | undefined;
  townCode: string | undefined;
  zoneCode: string | undefined;
  posts: Post[];
};

/** Bodies in file order; a parent always stands before its children. */
export function readBodies(value: unknown): Body[] {
  const known = new Set<string>();
  const townCodes = towns.map((town) => town.code);
  const zoneCodes = zones.map((zone) => zone.code);
  const bodies = readList(readFields(value, 'organisation').bodies, 'bodies', (one, at): Body => {
    const body = readFields(one, at);
    const code = readText(body.code, `${at}.code`, /^[A-Z0-9-]+$/);
    const parent = readOptionalText(body.parent, `${at}.parent`);
    if (parent !== undefined) readOneOf(parent, `${at}.parent`, [...known]);
    known.add(code);
    return {
      code,
      name: readText(body.name, `${at}.name`),
      shortName: readText(body.shortName, `${at}.shortName`),
      kind: readOneOf(body.kind, `${at}.kind`, BODY_KINDS),
      parent,
      townCode: body.townCode === undefined ? undefined : readOneOf(body.townCode, `${at}.townCode`, townCodes),
      zoneCode: body.zoneCode === undefined ? undefined : readOneOf(body.zoneCode, `${at}.zoneCode`, zoneCodes),
      posts: readList(body.posts, `${at}.posts`, (entry, postAt) => {
        const post = readFields(entry, postAt);
        return {
          title: readText(post.title, `${postAt}.title`),
          staffing: readNumber(post.staffing, `${postAt}.staffing`),
        };
      }),
    };
  });
  requireUnique(bodies, 'bodies', (body) => body.code);
  return bodies;
}

/** District bureau with sections and branches, zone committees, town governments, partner bodies. Assumed, to be confirmed. */
export const bodies: readonly Body[] = readBodies(data);

/** What a reader must be told about the data above. */
export const organisationNote: string = data.note;
