import { StatusTag } from '../../components/status-tag.tsx';
import type { AgencyPerson } from './agency-query.ts';

/** What does not fit with a person; a namesake is a note, not a reproach. */
export function PersonRemarks({ person }: { person: AgencyPerson }) {
  if (person.remarks.length === 0) return null;
  return (
    <span className="person-remarks">
      {person.remarks.map((remark) => (
        <StatusTag key={remark.code} tone={remark.code === 'namesake' ? 'plain' : 'warn'}>
          {remark.text}
        </StatusTag>
      ))}
    </span>
  );
}
