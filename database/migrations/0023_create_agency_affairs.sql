-- Matters between agencies and the office. Where a request, report or inquiry stands is the state of its file.
create schema agency_affairs;

create table agency_affairs.request (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('registration', 'change')),
  origin text not null check (origin in ('agency', 'officer', 'census')),
  agency_id uuid,
  party_id uuid,
  name text not null,
  town_code text,
  given jsonb not null default '{}',
  registered jsonb not null default '{}',
  effective_on date,
  reason text not null default '',
  filed_on date,
  late_days integer,
  census_item_id uuid,
  result_agency_id uuid,
  draft_version integer not null default 1,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id),
  check (kind = 'registration' or agency_id is not null)
);
comment on table agency_affairs.request is 'Registrations of new agencies and changes of registered ones';
comment on column agency_affairs.request.given is 'Values by field of the jurisdiction''s form; a change holds only what it touches';
comment on column agency_affairs.request.registered is 'What the register said of the fields when the request was filed';
comment on column agency_affairs.request.late_days is 'Days by which a change was filed after the term of law; null in time';
create index request_agency on agency_affairs.request (district, agency_id);
create index request_party on agency_affairs.request (district, party_id);

create table agency_affairs.annual_report (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  agency_name text not null,
  party_id uuid,
  town_code text,
  year integer not null,
  due_on date not null,
  given jsonb not null default '{}',
  explanations jsonb not null default '{}',
  registered jsonb,
  contradictions integer not null default 0,
  filed_on date,
  draft_version integer not null default 1,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  unique (district, agency_id, year),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table agency_affairs.annual_report is 'Annual reports of agencies: one per agency and year, whatever its state';
comment on column agency_affairs.annual_report.registered is 'What the register said when it was filed, field by field: {field: {value, source}}; null before';
comment on column agency_affairs.annual_report.explanations is 'Why report and register differ, by field';

create table agency_affairs.inquiry (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  agency_id uuid not null,
  agency_name text not null,
  party_id uuid,
  town_code text,
  title text not null,
  question text not null,
  basis text,
  sent_on date not null,
  conclusion text,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table agency_affairs.inquiry is 'Questions of the office to an agency; the time to answer is a clock of its file';
create index inquiry_agency on agency_affairs.inquiry (district, agency_id);

create table agency_affairs.answer (
  district text not null,
  inquiry_id uuid not null,
  round integer not null,
  text text not null,
  answered_on date not null,
  answered_by text not null,
  due_on date,
  late_days integer,
  primary key (district, inquiry_id, round),
  foreign key (district, inquiry_id) references agency_affairs.inquiry (district, id)
);
comment on table agency_affairs.answer is 'Answers to inquiries, one per round; late_days after the due day of the time, null in time';

create table agency_affairs.disclosure (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  version integer not null,
  effective_on date not null,
  services jsonb not null,
  statement text not null default '',
  published_at timestamptz not null,
  published_by text not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, agency_id, version)
);
comment on table agency_affairs.disclosure is 'Services and prices as agencies disclose them; versions never change, the one with the latest day not after today stands';
comment on column agency_affairs.disclosure.services is '[{name, basis, fromFen, toFen, note}]';

create table agency_affairs.census (
  district text not null,
  id uuid not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  towns text[] not null default '{}',
  state text not null check (state in ('running', 'closed')),
  created_by text not null,
  created_at timestamptz not null,
  closed_on date,
  close_note text,
  demo boolean not null default false,
  primary key (district, id),
  check (from_on <= to_on)
);
comment on table agency_affairs.census is 'Campaigns in which the agencies of the register are looked at on the spot; no towns stand for the whole district';

create table agency_affairs.census_item (
  district text not null,
  id uuid not null,
  census_id uuid not null,
  agency_id uuid not null,
  name text not null,
  town_code text,
  request_id uuid,
  primary key (district, id),
  unique (district, census_id, agency_id),
  foreign key (district, census_id) references agency_affairs.census (district, id)
);
comment on table agency_affairs.census_item is 'The list of a census, taken from the register when it began; request_id is the change that its differences became';

create table agency_affairs.census_check (
  district text not null,
  id uuid not null,
  item_id uuid not null,
  checked_on date not null,
  result text not null check (result in ('found', 'moved', 'not-found', 'closed')),
  person text,
  note text,
  latitude double precision,
  longitude double precision,
  accuracy_m double precision,
  answers jsonb not null,
  differences jsonb not null default '[]',
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  foreign key (district, item_id) references agency_affairs.census_item (district, id)
);
comment on table agency_affairs.census_check is 'What was found on the spot; the id is made by the device, checks are only added, the latest one stands';
comment on column agency_affairs.census_check.answers is '[{code, ok, value}] by the jurisdiction''s checklist; ok null: not looked at';
create index census_check_item on agency_affairs.census_check (district, item_id, at);

create table agency_affairs.census_photo (
  district text not null,
  check_id uuid not null,
  sha256 text not null,
  position integer not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  at timestamptz not null,
  primary key (district, check_id, sha256),
  foreign key (district, check_id) references agency_affairs.census_check (district, id)
);
comment on table agency_affairs.census_photo is 'Photos of a check, by content';

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'agency_affairs' and c.relkind in ('r', 'p');
