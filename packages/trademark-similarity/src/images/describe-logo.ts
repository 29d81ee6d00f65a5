import { type Box, boxOf, labelComponents } from './components.ts';
import { type Keypoints, keypointsOf, mirroredReading } from './keypoints.ts';
import { type PolarMap, spectrumOf, toPolar } from './polar.ts';
import { inkOf, type Raster } from './raster.ts';
import { type Reading, type ReadingKind, readingsOf } from './readings.ts';

/** A piece of a drawing, or all of it. */
export interface LogoPart {
  readonly box: Box;
  /** Share of the drawing's area. */
  readonly share: number;
  readonly spectrum: Float32Array;
}

export interface LogoReading {
  readonly kind: ReadingKind;
  readonly box: Box;
  readonly map: PolarMap;
  readonly area: Float32Array;
  readonly outline: Float32Array;
  readonly parts: readonly LogoPart[];
  readonly keypoints: Keypoints;
}

/** Everything a logo is compared by. */
export interface LogoFeatures {
  readonly width: number;
  readonly height: number;
  readonly readings: readonly LogoReading[];
  /** Vienna classification, if it was given: `05.03.11`. */
  readonly vienna: readonly string[];
}

const MOST_PARTS = 8;
const LEAST_SHARE = 0.02;

function partsOf(reading: Reading): LogoPart[] {
  const { width, height, mask } = reading;
  const { labels, components } = labelComponents(mask, width, height);
  const total = components.reduce((sum, one) => sum + one.area, 0);
  const large = components
    .filter((one) => one.area >= LEAST_SHARE * total)
    .sort((a, b) => b.area - a.area)
    .slice(0, MOST_PARTS);
  if (large.length < 2) return [];
  return large.flatMap(({ label, area, box }) => {
    const piece = mask.map((_, at) => (labels[at] === label ? 1 : 0));
    const map = toPolar({ mask: piece, width, height }, box);
    return map === undefined ? [] : [{ box, share: area / total, spectrum: spectrumOf(map.area) }];
  });
}

function describeReading(reading: Reading): LogoReading[] {
  const box = boxOf(reading.mask, reading);
  const map = box === undefined ? undefined : toPolar(reading, box);
  if (box === undefined || map === undefined) return [];
  return [
    {
      kind: reading.kind,
      box,
      map,
      area: spectrumOf(map.area),
      outline: spectrumOf(map.outline),
      parts: partsOf(reading),
      keypoints: keypointsOf(reading),
    },
  ];
}

/**
 * What a logo is compared by. Pure: give it decoded points.
 * @throws EmptyPictureError for a picture that shows nothing
 */
export function describeLogo(raster: Raster, vienna: readonly string[] = []): LogoFeatures {
  const ink = inkOf(raster);
  return { width: ink.width, height: ink.height, readings: readingsOf(ink).flatMap(describeReading), vienna };
}

/** A logo that is asked for, with how its corners look in a mirror. */
export interface AskedLogo extends LogoFeatures {
  readonly mirrored: readonly Keypoints[];
}

/** @throws EmptyPictureError */
export function describeAsked(raster: Raster, vienna: readonly string[] = []): AskedLogo {
  const ink = inkOf(raster);
  const readings = readingsOf(ink);
  return {
    width: ink.width,
    height: ink.height,
    readings: readings.flatMap(describeReading),
    vienna,
    mirrored: readings.map((one) => keypointsOf(mirroredReading(one))),
  };
}
