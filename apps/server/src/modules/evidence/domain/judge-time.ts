import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { PictureFacts } from './read-exif.ts';

/** A contradiction between times, or a thing to know of a picture; kept beside the item, nothing is corrected by it. */
export interface Doubt {
  readonly code:
    | 'no-time'
    | 'stated-differs'
    | 'taken-after-receipt'
    | 'stated-after-receipt'
    | 'satellites-differ'
    | 'clock-not-set'
    | 'written-later'
    | 'edited';
  /** The stated time cannot be relied on without an explanation. */
  readonly grave: boolean;
  readonly text: Bilingual;
}

export interface TimesGiven {
  readonly capturedAt: string | null;
  readonly receivedAt: string;
}

const MINUTE = 60_000;
/** Camera clocks run a little fast or slow, and people round to the minute. */
const TOLERATED_MS = 5 * MINUTE;
/** A clock nobody set begins at the start of such a year. */
const UNSET = /^(19\d\d|20(0\d|1[0-2]))-01-01T00:/;
const EDITORS = /photoshop|lightroom|snapseed|meitu|美图|gimp|pixlr|picsart|醒图|剪映/i;

/** The moment a picture's time means: China's time where it does not state the offset. */
const momentOf = (time: string): number => Date.parse(/[Z]|[+-]\d{2}:\d{2}$/.test(time) ? time : `${time}+08:00`);

export const chinaTime = (moment: number): string =>
  new Date(moment + 8 * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

function apart(ms: number): Bilingual {
  const minutes = Math.round(Math.abs(ms) / MINUTE);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const zh = [days && `${days}天`, hours && `${hours}小时`, rest && !days && `${rest}分钟`].filter(Boolean).join('');
  const en = [days && `${days} d`, hours && `${hours} h`, rest && !days && `${rest} min`].filter(Boolean).join(' ');
  return { zh, en };
}

function judgeTaken(takenAt: string, { capturedAt, receivedAt }: TimesGiven): Doubt[] {
  const taken = momentOf(takenAt);
  const received = Date.parse(receivedAt);
  const shown = chinaTime(taken);
  const doubts: Doubt[] = [];
  if (UNSET.test(takenAt))
    doubts.push({
      code: 'clock-not-set',
      grave: true,
      text: {
        zh: `照片自带时间为${shown}，像是相机未设置时钟`,
        en: `The picture states ${shown}, as a camera does whose clock was never set`,
      },
    });
  if (taken - received > TOLERATED_MS) {
    const gap = apart(taken - received);
    doubts.push({
      code: 'taken-after-receipt',
      grave: true,
      text: {
        zh: `照片自带拍摄时间${shown}晚于收到时间${chinaTime(received)}（相差${gap.zh}），不可能成立`,
        en: `The picture states ${shown}, ${gap.en} after it was received (${chinaTime(received)})`,
      },
    });
  }
  const stated = capturedAt === null ? undefined : Date.parse(capturedAt);
  if (stated !== undefined && Math.abs(taken - stated) > TOLERATED_MS) {
    const gap = apart(taken - stated);
    doubts.push({
      code: 'stated-differs',
      grave: true,
      text: {
        zh: `照片自带拍摄时间${shown}与填报的拍摄时间${chinaTime(stated)}相差${gap.zh}`,
        en: `The picture states ${shown}, the person ${chinaTime(stated)}: ${gap.en} apart`,
      },
    });
  }
  return doubts;
}

/**
 * Compares what a picture says with what the person says and with its receipt. Nothing is corrected: each contradiction
 * is marked with its reason. `picture` undefined: no picture, or one without any words of its own (`isPhoto` tells).
 */
export function judgeTime(picture: PictureFacts | undefined, given: TimesGiven, isPhoto: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  const stated = given.capturedAt === null ? undefined : Date.parse(given.capturedAt);
  const received = Date.parse(given.receivedAt);
  if (stated !== undefined && stated - received > TOLERATED_MS)
    doubts.push({
      code: 'stated-after-receipt',
      grave: true,
      text: {
        zh: `填报的形成时间${chinaTime(stated)}晚于收到时间${chinaTime(received)}`,
        en: `The stated time ${chinaTime(stated)} lies after the receipt (${chinaTime(received)})`,
      },
    });
  if (!isPhoto) return doubts;
  const takenAt = picture?.takenAt;
  if (takenAt === undefined)
    doubts.push({
      code: 'no-time',
      grave: false,
      text: {
        zh: '照片不含拍摄时间，拍摄时间只有填报的说法',
        en: 'The picture states no time; there is only what the person says',
      },
    });
  else doubts.push(...judgeTaken(takenAt, given));
  const satellites = picture?.satelliteAt === undefined ? undefined : Date.parse(picture.satelliteAt);
  if (takenAt !== undefined && satellites !== undefined && Math.abs(momentOf(takenAt) - satellites) > TOLERATED_MS) {
    const gap = apart(momentOf(takenAt) - satellites);
    doubts.push({
      code: 'satellites-differ',
      grave: true,
      text: {
        zh: `照片自带拍摄时间与同一照片记录的卫星时间${chinaTime(satellites)}相差${gap.zh}，相机时钟不准`,
        en: `The camera's clock is ${gap.en} away from the satellites' time in the same picture (${chinaTime(satellites)})`,
      },
    });
  }
  if (
    takenAt !== undefined &&
    picture?.writtenAt !== undefined &&
    momentOf(picture.writtenAt) - momentOf(takenAt) > TOLERATED_MS
  )
    doubts.push({
      code: 'written-later',
      grave: false,
      text: {
        zh: `照片在拍摄之后（${chinaTime(momentOf(picture.writtenAt))}）又被保存过`,
        en: `The picture was written again after it was taken (${chinaTime(momentOf(picture.writtenAt))})`,
      },
    });
  if (picture?.software !== undefined && EDITORS.test(picture.software))
    doubts.push({
      code: 'edited',
      grave: false,
      text: {
        zh: `照片经图像软件处理（${picture.software}），请附原始照片`,
        en: `The picture went through ${picture.software}; add the original`,
      },
    });
  return doubts;
}
