import { Readable } from 'node:stream';
import { drawLogo, NEAR_MARKS, randomOf, toSvg } from '@jince/trademark-similarity/drawings';
import type { Ctx } from '../../../platform/context/context.ts';
import { toDay } from '../../../platform/register-index/index.ts';
import { listTrademarkItems, trademarkIndex } from '../../ip-rights/index.ts';
import { keepMarkPicture } from '../commands/keep-mark-picture.ts';
import { listPictures } from '../repositories/picture-repository.ts';

const SEED = 7;
const LOGOS = 24;
/** Every so many logos one is followed by imitations of it. */
const IMITATED = 6;

/** Invented logos: most stand alone, some have imitations that a search by picture is to find. */
function drawPictures(): string[] {
  const random = randomOf(SEED);
  return Array.from({ length: LOGOS }, (_, at) => {
    const logo = drawLogo(random);
    const imitations = at % IMITATED === 0 ? ['turned', 'mirrored'] : [];
    return [toSvg(logo), ...imitations.map((way) => NEAR_MARKS[way]?.(logo, random) ?? toSvg(logo))];
  }).flat();
}

/** Keeps invented pictures for registrations of the demo district, once. */
export async function seedDemoPictures(ctx: Ctx): Promise<number> {
  if ((await listPictures(ctx.db, ctx.district)).length > 0) return 0;
  const pictures = drawPictures();
  const data = await trademarkIndex.get(ctx);
  const registered = data.rights.statusCodes.number('registered');
  const rows = Array.from({ length: data.size }, (_, row) => row).filter(
    (row) => data.rights.statusAt(row, toDay(ctx.today)) === registered,
  );
  const items = await listTrademarkItems(
    ctx.db,
    ctx.district,
    rows.slice(0, pictures.length * 3).map((row) => data.rights.ids[row] as string),
  );
  const numbers = [
    ...new Set([...items.values()].filter((one) => one.country === 'CN').map((one) => one.registration_no)),
  ];
  let kept = 0;
  for (const [at, picture] of pictures.entries()) {
    const registrationNo = numbers[at];
    if (registrationNo === undefined) break;
    const file = {
      fileName: `图样-${registrationNo}.svg`,
      mediaType: 'image/svg+xml',
      content: Readable.from([Buffer.from(picture)]),
      fields: {},
    };
    await keepMarkPicture(ctx, { country: 'CN', registrationNo }, file);
    kept++;
  }
  return kept;
}
