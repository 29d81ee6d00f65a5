import { BOUNDARY, canonicalise, isCommonUnit } from './canonical.ts';

const SHORTEST_FRAME = 3;
const GAP = '*';

/** Each clause as its common words with gaps between: what stays when the nouns change. */
export function framesOf(text: string): string[] {
  const frames: string[] = [];
  let frame = '';
  let common = 0;
  const { units } = canonicalise(text);
  for (let at = 0; at <= units.length; at++) {
    const unit = units[at];
    if (unit === undefined || unit === BOUNDARY) {
      if (common >= SHORTEST_FRAME && frame.includes(GAP)) frames.push(frame);
      frame = '';
      common = 0;
    } else if (isCommonUnit(unit)) {
      frame += String.fromCharCode(unit);
      common++;
    } else if (!frame.endsWith(GAP)) frame += GAP;
  }
  return frames;
}
