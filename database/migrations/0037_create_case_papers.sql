create schema case_papers;

create table case_papers.paper (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  form text not null,
  title text not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'served', 'withdrawn')),
  version integer not null default 1,
  number text,
  series text,
  series_year integer,
  series_serial integer,
  corrects uuid,
  issued_on date,
  issued_by_name text,
  paper_values jsonb,
  pdf_sha256 text,
  docx_sha256 text,
  pages integer,
  served_on date,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (district, id),
  foreign key (district, corrects) references case_papers.paper (district, id),
  check ((state in ('issued', 'served')) <= (issued_on is not null and paper_values is not null and pdf_sha256 is not null)),
  check ((state = 'served') <= (served_on is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((series is null) = (series_serial is null))
);
comment on table case_papers.paper is 'Papers of cases: from the draft to the service. A paper that is out is never changed: a correction is a paper of its own that names it';
comment on column case_papers.paper.form is 'Form of the jurisdiction (data/case-papers.json); its template is case-<form>';
comment on column case_papers.paper.paper_values is 'What the template was filled with when the paper was issued';
comment on column case_papers.paper.corrects is 'Served paper that this one corrects';
create index paper_case on case_papers.paper (district, case_id, created_at);
create unique index paper_number on case_papers.paper (district, series, series_year, series_serial) where series is not null;

create table case_papers.version (
  district text not null,
  paper_id uuid not null,
  version integer not null,
  entries jsonb not null,
  saved_by uuid,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (district, paper_id, version),
  foreign key (district, paper_id) references case_papers.paper (district, id)
);
comment on table case_papers.version is 'What was typed into a paper, each saving a version of its own';

create table case_papers.approval (
  district text not null,
  paper_id uuid not null,
  seq integer not null,
  version integer not null,
  step text not null check (step in ('handler', 'head', 'legal', 'director')),
  verdict text not null check (verdict in ('approved', 'returned')),
  opinion text,
  given_by uuid,
  given_by_name text not null,
  given_at timestamptz not null,
  primary key (district, paper_id, seq),
  foreign key (district, paper_id) references case_papers.paper (district, id)
);
comment on table case_papers.approval is 'Who submitted, approved or returned which version of a paper, in order';

create table case_papers.address (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  party_name text not null,
  address text not null,
  receiver text,
  phone text,
  electronic_consent boolean not null,
  electronic_address text,
  confirmed_on date not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  check (not electronic_consent or electronic_address is not null)
);
comment on table case_papers.address is 'Confirmed addresses for service; the last one of a party holds. Personal data';
create index address_case on case_papers.address (district, case_id, recorded_at);

create table case_papers.service (
  district text not null,
  id uuid not null,
  paper_id uuid not null,
  mode text not null check (mode in ('direct', 'left', 'electronic', 'mail', 'entrusted', 'forwarded', 'announcement')),
  recipient text not null,
  receiver text,
  address text,
  reason text,
  witness text,
  tracking text,
  through text,
  announced_on date,
  due_on date,
  served_on date,
  outcome text not null check (outcome in ('under-way', 'served', 'failed')),
  failed_reason text,
  officers text not null,
  receipt_sha256 text,
  receipt_name text,
  receipt_media_type text,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  foreign key (district, paper_id) references case_papers.paper (district, id),
  check ((outcome = 'served') = (served_on is not null)),
  check (mode <> 'announcement' or announced_on is not null)
);
comment on table case_papers.service is 'Services of papers and what became of each, with the receipt';
comment on column case_papers.service.due_on is 'Day on which an announcement counts as service';
create index service_paper on case_papers.service (district, paper_id, recorded_at);

create table case_papers.publicity (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  paper_id uuid not null,
  decided_on date not null,
  due_on date not null,
  due_steps jsonb not null,
  term text not null check (term in ('minor', 'full')),
  term_reason text not null,
  content jsonb,
  published_on date,
  ends_on date,
  withdrawal_due_on date,
  withdrawn_on date,
  withdrawn_reason text,
  exempt_reason text,
  changed_by_name text,
  primary key (district, id),
  check ((published_on is null) = (content is null)),
  check ((published_on is null) = (ends_on is null)),
  check (exempt_reason is null or published_on is null)
);
comment on table case_papers.publicity is 'Publicity of penalties: due days, what was published, when it ends and why it was taken down';
comment on column case_papers.publicity.content is 'The abstract as published, masked: number, party, kind of act, penalty, body, day';
comment on column case_papers.publicity.ends_on is 'Last day of publicity: the query shows nothing after it, without a job';
create unique index publicity_paper on case_papers.publicity (district, paper_id);
create index publicity_case on case_papers.publicity (district, case_id);
create index publicity_shown on case_papers.publicity (district, published_on desc) where published_on is not null and withdrawn_on is null;

create table case_papers.upload (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  added_by_name text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (district, id)
);
comment on table case_papers.upload is 'Scans and papers of others that belong into the file of a case';
create index upload_case on case_papers.upload (district, case_id, added_at);

create table case_papers.archive (
  district text not null,
  case_id uuid not null,
  job_id uuid,
  state_note text,
  sha256 text,
  size bigint,
  pages integer,
  items jsonb not null default '[]',
  skipped jsonb not null default '[]',
  made_at timestamptz,
  made_by_name text,
  checked_by_name text,
  sealed_at timestamptz,
  sealed_by_name text,
  primary key (district, case_id),
  check (sealed_at is null or sha256 is not null)
);
comment on table case_papers.archive is 'The file of a case as one PDF: index, pages, what could not be taken in; nothing is added once it is sealed';

select platform.guard_by_district('case_papers.paper');
select platform.guard_by_district('case_papers.version');
select platform.guard_by_district('case_papers.approval');
select platform.guard_by_district('case_papers.address');
select platform.guard_by_district('case_papers.service');
select platform.guard_by_district('case_papers.publicity');
select platform.guard_by_district('case_papers.upload');
select platform.guard_by_district('case_papers.archive');
