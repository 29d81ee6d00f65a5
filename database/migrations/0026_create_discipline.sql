create schema discipline;

create table discipline.entry (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  list text not null,
  subject_kind text not null check (subject_kind in ('party', 'agency', 'person')),
  party_id uuid,
  agency_id uuid,
  person_id uuid,
  subject_name text not null,
  code text,
  town_code text,
  caused_by uuid,
  reason text not null,
  authority text not null,
  basis_no text,
  conduct_on date,
  statement text,
  stated_on date,
  decision_no text,
  from_on date,
  until_on date,
  lawful_until date,
  term_article text,
  repair_text text,
  repair_asked_on date,
  ended_on date,
  ended_as text check (ended_as in ('repaired', 'remedied', 'revoked')),
  ended_no text,
  ended_reason text,
  proposed_on date not null,
  primary key (district, id),
  check (until_on is null or until_on >= from_on),
  check (until_on is null or lawful_until is null or until_on <= lawful_until),
  check ((ended_on is null) = (ended_as is null)),
  check (party_id is not null or agency_id is not null or person_id is not null)
);
comment on table discipline.entry is 'Entries of lists of joint discipline: who, why, from when and to which last day; where an entry stands on the way is the state of its file';
comment on column discipline.entry.list is 'Code of law/agencies/joint-discipline.json';
comment on column discipline.entry.code is 'Unified social credit code, agency code or qualification number of the subject';
comment on column discipline.entry.caused_by is 'Entry of the agency for which this person answers';
comment on column discipline.entry.until_on is 'Last day on which the entry has effect; null until what it rests on is remedied';
comment on column discipline.entry.lawful_until is 'Last day the law allowed at the decision: no entry outlives it';
comment on column discipline.entry.ended_on is 'First day without effect, where it ended before its last day';
create index entry_party on discipline.entry (district, party_id) where party_id is not null;
create index entry_agency on discipline.entry (district, agency_id) where agency_id is not null;
create index entry_person on discipline.entry (district, person_id) where person_id is not null;
create index entry_cause on discipline.entry (district, caused_by) where caused_by is not null;
create unique index entry_file on discipline.entry (district, file_id);

select platform.guard_by_district('discipline.entry');
