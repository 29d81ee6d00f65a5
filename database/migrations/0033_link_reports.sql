alter table reports.report
  add column agency_by text check (agency_by in ('machine', 'officer')),
  add column agency_by_name text,
  add column agency_at timestamptz,
  add constraint report_agency_named check (agency_id is null or agency_by is not null);
comment on column reports.report.agency_by is 'Who said which agency it names: the machine where it is certain, or an officer; an officer without an agency said it is none. Null: nobody yet';
create index report_agency on reports.report (district, agency_id) where agency_id is not null;
