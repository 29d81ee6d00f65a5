-- The register of IP service agencies, their people, what is known for and against them, and which rights they filed.
create schema agencies;

create table agencies.identity (
  district text not null,
  list text not null,
  record_key text not null,
  agency_id uuid not null,
  primary key (district, list, record_key)
);
comment on table agencies.identity is 'Which agency a record of the lists was first taken for; kept when its import is undone, so that an agency that comes back keeps its id';

create table agencies.statement (
  district text not null,
  list text not null check (list in ('patent', 'trademark', 'officer')),
  record_key text not null,
  agency_id uuid,
  name text not null,
  uscc text,
  agency_code text,
  said jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (district, list, record_key)
);
comment on table agencies.statement is 'What one record of a list (or an officer who entered an agency) says of an agency; several statements may be of one agency';
create index statement_agency on agencies.statement (district, agency_id);

create table agencies.agency (
  district text not null,
  id uuid not null,
  party_id uuid,
  name text not null,
  name_key text not null,
  uscc text,
  agency_code text,
  kinds text[] not null default '{}',
  status text not null check (status in ('active', 'suspended', 'revoked', 'deregistered', 'unknown')),
  status_text text,
  status_on date,
  town_code text,
  in_district boolean not null default false,
  parent_id uuid,
  parent_text text,
  licence_no text,
  licensed_on date,
  filing_no text,
  filing_from date,
  filing_until date,
  established_on date,
  address text,
  phone text,
  head_name text,
  services text[] not null default '{}',
  merged_into uuid,
  gone boolean not null default false,
  notes jsonb not null default '[]',
  updated_at timestamptz not null default now(),
  primary key (district, id)
);
comment on table agencies.agency is 'One row per agency: merged statements of the lists with dated changes on top. Rows stay: merged_into names the one it was found to be, gone says that no list tells of it any more';
comment on column agencies.agency.kinds is 'patent, patent-branch, trademark, law-firm, information, valuation, training, operation, consulting';
comment on column agencies.agency.notes is 'Contradictions between the statements: [{code, field, zh, en}]';
create index agency_party on agencies.agency (district, party_id) where party_id is not null;

create table agencies.agency_name (
  district text not null,
  agency_id uuid not null,
  position integer not null,
  name text not null,
  name_key text not null,
  sort text not null check (sort in ('current', 'former', 'spelling')),
  primary key (district, agency_id, position)
);
comment on table agencies.agency_name is 'Every way the register writes the name of an agency';

create table agencies.agency_code (
  district text not null,
  agency_id uuid not null,
  code text not null,
  current boolean not null,
  primary key (district, agency_id, code)
);
comment on table agencies.agency_code is 'Codes an agency is given in the lists; more than one is shown as a contradiction';

create table agencies.filing_period (
  district text not null,
  agency_id uuid not null,
  position integer not null,
  filing_no text,
  filed_from date,
  filed_until date,
  primary key (district, agency_id, position)
);
comment on table agencies.filing_period is 'Terms for which an agency is filed as a trademark agency; both days included, null = not told';

create table agencies.change (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  field text not null,
  before jsonb,
  value jsonb,
  happened_on date not null,
  basis text not null,
  origin text not null check (origin in ('list', 'officer')),
  recorded_at timestamptz not null,
  actor_name text not null,
  primary key (district, id)
);
comment on table agencies.change is 'Changes of agencies as dated events; those of officers stand above what lists say';
create index change_agency on agencies.change (district, agency_id, happened_on);

create table agencies.person (
  district text not null,
  id uuid not null,
  person_key text not null,
  name text not null,
  qualification_no text,
  practice_no text,
  primary key (district, id),
  unique (district, person_key)
);
comment on table agencies.person is 'People of agencies. Known by the number of qualification or practice; without one a name is a person of its agency alone and never merged';

create table agencies.practice (
  district text not null,
  list text not null default 'people' check (list in ('people', 'officer')),
  record_key text not null,
  person_id uuid not null,
  written text not null,
  agency_code text,
  agency_uscc text,
  agency_id uuid,
  role text,
  practice_no text,
  certificate_on date,
  from_on date,
  to_on date,
  primary key (district, list, record_key)
);
comment on table agencies.practice is 'Periods of people at agencies; both days included, null = not told or still';
create index practice_agency on agencies.practice (district, agency_id);
create index practice_person on agencies.practice (district, person_id);

create table agencies.social_security (
  district text not null,
  record_key text not null,
  name text not null,
  person_key text,
  unit_name text not null,
  unit_uscc text,
  from_on date,
  to_on date,
  primary key (district, record_key)
);
comment on table agencies.social_security is 'Which unit pays the social security of a person of an agency, where the list is given';
create index social_security_person on agencies.social_security (district, person_key);

create table agencies.ground (
  district text not null,
  record_key text not null,
  id uuid not null,
  sort text not null,
  written text not null,
  agency_code text,
  agency_uscc text,
  agency_id uuid,
  person_key text,
  person_name text,
  happened_on date not null,
  expires_on date,
  revoked_on date,
  revoked_basis text,
  document_no text,
  authority text,
  reason text not null,
  amount_fen bigint,
  primary key (district, record_key)
);
comment on table agencies.ground is 'Penalties, listings, discipline and honours of agencies and their people; one that a court withdrew stays with the day of withdrawal';
create index ground_agency on agencies.ground (district, agency_id);
create unique index ground_id on agencies.ground (district, id);

create table agencies.annual_report (
  district text not null,
  record_key text not null,
  written text not null,
  agency_code text,
  agency_uscc text,
  agency_id uuid,
  year integer not null,
  filed_on date,
  said jsonb not null,
  primary key (district, record_key)
);
comment on table agencies.annual_report is 'Annual reports as filed; compared with the register when shown';
create index annual_report_agency on agencies.annual_report (district, agency_id);

create table agencies.written_name (
  district text not null,
  written text not null,
  name_key text not null,
  agency_code text,
  agency_id uuid,
  decision text not null check (decision in ('auto', 'review', 'none', 'person')),
  reasons jsonb not null default '[]',
  candidates jsonb not null default '[]',
  patents integer not null default 0,
  trademarks integer not null default 0,
  primary key (district, written)
);
comment on table agencies.written_name is 'Names of agencies as patents and trademarks write them, with the agency each stands for; never a guess: doubtful ones wait for a person';
create index written_name_decision on agencies.written_name (district, decision);

create table agencies.name_decision (
  district text not null,
  id uuid not null,
  written text not null,
  agency_id uuid,
  note text,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (district, id)
);
comment on table agencies.name_decision is 'What people decided of a written name: the agency it stands for, or none of the register (agency_id null); kept when withdrawn';
create index name_decision_written on agencies.name_decision (district, written);

create table agencies.identity_review (
  district text not null,
  agency_a uuid not null,
  agency_b uuid not null,
  reasons jsonb not null,
  primary key (district, agency_a, agency_b)
);
comment on table agencies.identity_review is 'Pairs of entries that may be one agency: wait for a person';

create table agencies.identity_decision (
  district text not null,
  id uuid not null,
  key_a text not null,
  key_b text not null,
  label_a text not null,
  label_b text not null,
  verdict text not null check (verdict in ('same', 'different')),
  note text,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (district, id)
);
comment on table agencies.identity_decision is 'Whether two records of the lists (list:key) are one agency, as people decided; kept when withdrawn';

create table agencies.patent_agency (
  district text not null,
  patent_id uuid not null,
  agency_id uuid not null,
  primary key (district, patent_id)
);
comment on table agencies.patent_agency is 'Derived: through which agency an application was filed';
create index patent_agency_agency on agencies.patent_agency (district, agency_id);

create table agencies.trademark_agency (
  district text not null,
  trademark_id uuid not null,
  agency_id uuid not null,
  primary key (district, trademark_id)
);
comment on table agencies.trademark_agency is 'Derived: through which agency a mark was filed';
create index trademark_agency_agency on agencies.trademark_agency (district, agency_id);

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'agencies' and c.relkind in ('r', 'p');
