create schema if not exists reports;

create table reports.held_group (
  district text not null,
  id uuid not null,
  sender_key text not null,
  opened_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'released', 'set-aside')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  primary key (district, id),
  check ((state = 'open') = (decided_at is null))
);
comment on table reports.held_group is 'Reports of one sender beyond the daily number, kept whole for one review';
create unique index held_group_open on reports.held_group (district, sender_key) where state = 'open';

create table reports.report (
  district text not null,
  id uuid not null,
  receipt text not null,
  code_hash text not null,
  submission_key text not null,
  sort text not null check (sort in ('tip', 'complaint')),
  kind text not null,
  subject_name text not null,
  subject_uscc text,
  agency_id uuid,
  town_code text,
  happened_on date,
  statement text not null,
  wish text,
  anonymous boolean not null,
  language text not null check (language in ('zh', 'en')),
  received_at timestamptz not null,
  received_on date not null,
  fingerprint text not null,
  address_key text not null,
  contact_key text,
  file_id uuid,
  same_as uuid,
  group_id uuid,
  outcome text,
  reply text,
  replied_at timestamptz,
  primary key (district, id),
  unique (district, receipt),
  unique (district, submission_key),
  foreign key (district, same_as) references reports.report (district, id),
  foreign key (district, group_id) references reports.held_group (district, id),
  check (num_nonnulls(file_id, same_as, group_id) >= 1),
  check ((reply is null) = (replied_at is null))
);
comment on table reports.report is 'Reports and complaints of the public; who sent them is in reports.reporter alone';
comment on column reports.report.code_hash is 'Keyed hash of the query code; the code itself is only on the receipt';
comment on column reports.report.submission_key is 'Hash of the form''s key: the same form sent twice is one report';
comment on column reports.report.fingerprint is 'Hash of kind, subject and statement without spaces and marks: the same report again is joined to the open one';
comment on column reports.report.address_key is 'Keyed hash of the address it came from and the day; the address is not kept';
comment on column reports.report.contact_key is 'Keyed hash of the contact that was given';
create unique index report_file on reports.report (district, file_id) where file_id is not null;
create index report_received on reports.report (district, received_at desc);
create index report_sender on reports.report (district, address_key);
create index report_contact on reports.report (district, contact_key) where contact_key is not null;
create index report_same on reports.report (district, fingerprint);
create index report_joined on reports.report (district, same_as) where same_as is not null;
create index report_group on reports.report (district, group_id) where group_id is not null;

create table reports.reporter (
  district text not null,
  report_id uuid not null,
  sealed text not null,
  primary key (district, report_id),
  foreign key (district, report_id) references reports.report (district, id)
);
comment on table reports.reporter is 'Name and contact of who reported, sealed (AES-256-GCM) to the report; opened only with the permission and an entry in the log';

create table reports.attachment (
  district text not null,
  report_id uuid not null,
  no integer not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  primary key (district, report_id, no),
  foreign key (district, report_id) references reports.report (district, id)
);
comment on table reports.attachment is 'Papers handed in with a report, judged by content before they were kept';

create table reports.address_day (
  district text not null,
  address_key text not null,
  on_day date not null,
  reports integer not null default 0,
  attachment_bytes bigint not null default 0,
  wrong_codes integer not null default 0,
  primary key (district, address_key)
);
comment on table reports.address_day is 'What came from one address on one day, by keyed hash: limits are counted here; tidied after the day';

select platform.guard_by_district(name::regclass) from unnest(array[
  'reports.held_group', 'reports.report', 'reports.reporter', 'reports.attachment', 'reports.address_day'
]) as name;
