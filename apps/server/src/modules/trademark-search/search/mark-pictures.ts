import { readFile } from 'node:fs/promises';
import { describeLogo, EmptyPictureError, LogoIndex } from '@jince/trademark-similarity/images';
import type { Ctx } from '../../../platform/context/context.ts';
import { decodePicture, PictureError } from '../../../platform/files/decode-picture.ts';
import { registerVersions } from '../../../platform/register-index/index.ts';
import { PICTURES, registrationKey } from '../domain/picture-register.ts';
import { listPictures, type MarkPicture } from '../repositories/picture-repository.ts';

export interface KeptPicture {
  readonly sha256: string;
  readonly country: string;
  readonly registrationNo: string;
  readonly width: number;
  readonly height: number;
}

/** Pictures of a district's marks as they are searched, by registration. */
export interface MarkPictures {
  readonly index: LogoIndex;
  readonly kept: ReadonlyMap<string, KeptPicture>;
}

interface Slot {
  version: string | undefined;
  readonly index: LogoIndex;
  readonly kept: Map<string, KeptPicture>;
  coming: Promise<MarkPictures> | undefined;
}

const slots = new WeakMap<object, Map<string, Slot>>();
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Describes one picture and lets other work have its turn: describing takes some tens of milliseconds. */
async function take(ctx: Ctx, slot: Slot, picture: MarkPicture): Promise<void> {
  const { country, registration_no: registrationNo, sha256, vienna } = picture;
  const key = registrationKey(country, registrationNo);
  try {
    const logo = describeLogo(await decodePicture(await readFile(await ctx.services.files.localPath(sha256))), vienna);
    slot.index.addFeatures(key, logo);
    slot.kept.set(key, { sha256, country, registrationNo, width: logo.width, height: logo.height });
  } catch (error) {
    if (!(error instanceof PictureError || error instanceof EmptyPictureError)) throw error;
    ctx.services.log.warn({ err: error, registrationNo }, 'picture of a mark is not searched');
  }
  await nextTurn();
}

async function bringTo(ctx: Ctx, slot: Slot): Promise<MarkPictures> {
  const pictures = await listPictures(ctx.db, ctx.district);
  const present = new Map(pictures.map((one) => [registrationKey(one.country, one.registration_no), one.sha256]));
  for (const [key, { sha256 }] of slot.kept)
    if (present.get(key) !== sha256) {
      slot.index.remove(key);
      slot.kept.delete(key);
    }
  for (const picture of pictures)
    if (!slot.kept.has(registrationKey(picture.country, picture.registration_no))) await take(ctx, slot, picture);
  return slot;
}

/** The pictures of the district's marks as of the last change; only what is new is described. */
export async function getMarkPictures(ctx: Ctx): Promise<MarkPictures> {
  const version = await registerVersions(ctx.db, ctx.district, [PICTURES]);
  const districts = slots.get(ctx.services) ?? new Map<string, Slot>();
  slots.set(ctx.services, districts);
  const slot = districts.get(ctx.district) ?? {
    version: undefined,
    index: new LogoIndex(),
    kept: new Map(),
    coming: undefined,
  };
  districts.set(ctx.district, slot);
  if (slot.version === version) return slot;
  if (slot.coming !== undefined) {
    await slot.coming;
    return getMarkPictures(ctx);
  }
  slot.coming = bringTo(ctx, slot).finally(() => {
    slot.coming = undefined;
  });
  await slot.coming;
  slot.version = version;
  return slot;
}
