import { niceClasses } from '@jince/law';
import { z } from 'zod';
import type { Visit } from '../../../../platform/http/public-page.ts';
import { Field, Select } from '../../parts/field.ts';
import { html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';

/** Which marks a search is about: the intended class, and whether ended ones count. */
export const narrowFields = {
  classes: z
    .preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).max(45).optional())
    .catch(undefined),
  state: z.enum(['living', 'all']).catch('living'),
};
interface Narrowed {
  readonly classes?: number | undefined;
  readonly state: 'living' | 'all';
}

export const questionOf = ({ classes, state }: Narrowed) => ({
  classes: classes === undefined ? [] : [classes],
  state,
});

/** The controls of `narrowFields`. */
export function Narrow({ visit, chosen }: { visit: Visit; chosen: Narrowed }) {
  const words = markWords[visit.language];
  const classes = niceClasses.classes.map(({ number, zh, en }) => ({
    value: String(number),
    label: words.classNumber(number, visit.language === 'zh' ? zh : (en.split(/[;,.]/)[0] ?? '')),
  }));
  return html`<${Field} id="mark-class" label=${words.niceClass}>
      <${Select}
        id="mark-class"
        name="classes"
        value=${chosen.classes === undefined ? '' : String(chosen.classes)}
        choices=${[{ value: '', label: words.any }, ...classes]}
      />
    <//>
    <${Field} id="mark-state" label=${words.state}>
      <${Select}
        id="mark-state"
        name="state"
        value=${chosen.state}
        choices=${(['living', 'all'] as const).map((value) => ({ value, label: words[value] }))}
      />
    <//>`;
}
