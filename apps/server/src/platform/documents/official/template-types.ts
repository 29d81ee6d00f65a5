import type { Jurisdiction } from '../../jurisdiction/jurisdiction.ts';

/** A template as the jurisdiction pack read and checked it. */
export type Template = Jurisdiction['documentTemplates'][number];
export type TemplateBlock = Template['body'][number];
export type TemplateField = Template['fields'][number];
export type TemplateText = Template['title'][number];
export type Numbering = Extract<TemplateBlock, { kind: 'items' }>['numbering'];
/** Reading of values, as the pack checked its samples with it. */
export type ValueReading = Pick<Jurisdiction, 'fitsField' | 'valueAt'>;
