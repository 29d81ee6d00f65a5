import type { LogoLikeness } from './compare-logos.ts';

export interface Words {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

interface Seen {
  readonly likeness: LogoLikeness;
  readonly turn: number;
  readonly mirrored: boolean;
}

const STRAIGHT = 12;
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Why two logos are alike, as whoever compares them side by side would say it. */
export function logoReasons({ likeness, turn, mirrored }: Seen): Words {
  const zh: string[] = [];
  const en: string[] = [];
  const say = (chinese: string, english: string) => {
    zh.push(chinese);
    en.push(english);
  };
  const angle = Math.round(turn > 180 ? 360 - turn : turn);
  const how = mirrored ? '左右翻转后' : angle > STRAIGHT ? `旋转约${angle}度后` : '';
  const howEn = mirrored ? 'mirrored, ' : angle > STRAIGHT ? `turned by about ${angle}°, ` : '';
  if (likeness.laidOn >= 0.9 && likeness.lines >= 0.75)
    say(`${how}图形整体基本重合（相关度${percent(likeness.laidOn)}）`, `${howEn}the drawings all but cover each other`);
  else if (likeness.laidOn >= 0.7)
    say(`${how}图形的整体轮廓和布局相近（相关度${percent(likeness.laidOn)}）`, `${howEn}outline and layout are close`);
  if (likeness.pieces >= 0.3)
    say(
      `占${percent(likeness.pieces)}面积的构图要素形状相同或者极近`,
      `elements of ${percent(likeness.pieces)} of the area have the same shape`,
    );
  if (likeness.corners >= 6)
    say(`有${likeness.corners}处细节按同一位置关系对应`, `${likeness.corners} details correspond in place`);
  if (likeness.vienna >= 0.5) say('图形要素编码相同或者同组', 'the Vienna codes agree');
  if (zh.length === 0)
    say('形状特征有一定相似，未见对应的细节，须由人比对', 'the shapes are somewhat alike; no details correspond');
  return { zh, en };
}
