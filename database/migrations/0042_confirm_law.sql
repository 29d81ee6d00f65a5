create table platform.law_confirmation (
  district text not null,
  entry text not null,
  version_from date not null,
  outcome text not null check (outcome in ('confirmed', 'doubtful')),
  basis text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (district, entry, version_from, at)
);
comment on table platform.law_confirmation is 'What a person of the office found when checking a version of a dated value of the law against its source; the newest that is not withdrawn counts';
comment on column platform.law_confirmation.entry is 'Kind and key: value:…, clock:…, offence:…, crime:…, revision:…';
select platform.guard_by_district('platform.law_confirmation');
