alter table complaints.letter drop constraint letter_person_kind_check;
alter table complaints.letter add constraint letter_person_kind_check
  check (person_kind in ('anonymous', 'named', 'body', 'elsewhere', 'office'));
comment on column complaints.letter.person_kind is 'anonymous; named person; body; elsewhere: the identity stays sealed where the letter came from; office: found by the office itself or handed over, nobody is to be told as a reporter';

alter table inspections.task
  add column case_outcome text check (case_outcome in ('filed', 'not-filed', 'decided', 'closed')),
  add column case_told_on date,
  add column case_reason text;
comment on column inspections.task.case_outcome is 'What the case that grew from the check told last; not-filed brings the check back';
comment on column inspections.task.case_reason is 'Why no case was opened, as the case says it';

alter table inspections.correction
  add column extended_days integer not null default 0 check (extended_days >= 0),
  add column extensions jsonb not null default '[]';
comment on column inspections.correction.extensions is 'Each extension of the time to correct: [{days, on, by, reason}]; days of the order itself stay as ordered';
