import type { CollectionSpec } from '../catalogue.ts';

/** Relation with `subject_id` and one column per fact of a subject: `f_enterprise`. */
export function relationName(subject: string): string {
  return `f_${subject}`;
}

/** Relation with `owner_id` and `item_id` of a collection: `f_enterprise_patents`. */
export function linkName(collection: Pick<CollectionSpec, 'subject' | 'path'>): string {
  return `f_${collection.subject}_${collection.path}`;
}
