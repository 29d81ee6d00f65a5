create schema ip_rights;

create table ip_rights.patent (
  district text not null,
  id uuid not null,
  record_key text not null,
  application_no text not null,
  country text not null default 'CN',
  kind text not null check (kind in ('invention', 'utility', 'design')),
  title text not null,
  filed_on date,
  publication_no text,
  published_on date,
  grant_no text,
  granted_on date,
  ipc_main text,
  ipc text[] not null default '{}',
  cpc text[] not null default '{}',
  locarno text[] not null default '{}',
  strategic_industries text[] not null default '{}',
  inventors text[] not null default '{}',
  address text,
  town_code text,
  agency text,
  claim_count integer,
  cited_count integer,
  family_countries text[] not null default '{}',
  family_size integer,
  legal_status_text text,
  legal_status_on date,
  expires_on date,
  next_due_on date,
  abnormal boolean not null default false,
  abstract text,
  vendor_scores jsonb not null default '[]',
  updated_at timestamptz not null default now(),
  primary key (district, id),
  unique (district, record_key)
);
comment on table ip_rights.patent is 'One row per application: projection of the patent files';
comment on column ip_rights.patent.record_key is 'Canonical application number without dot; foreign ones CC:number; known by publication only CC:pub:number';
comment on column ip_rights.patent.country is 'Office of the application (WIPO ST.3); only CN counts as a right of the district''s indicators';
comment on column ip_rights.patent.next_due_on is 'Due day of the next annual fee as of the last projection or daily refresh; null when none is owed or the right has ended';
comment on column ip_rights.patent.vendor_scores is 'Scores of vendors as they give them: [{vendor, name, value}]';
create index patent_next_due on ip_rights.patent (district, next_due_on) where next_due_on is not null;
create index patent_filed on ip_rights.patent (district, filed_on);

create table ip_rights.patent_holder (
  district text not null,
  patent_id uuid not null,
  position smallint not null,
  mention_id uuid not null,
  share numeric(6, 3),
  primary key (district, patent_id, position),
  foreign key (district, patent_id) references ip_rights.patent (district, id) on delete cascade
);
comment on table ip_rights.patent_holder is 'Holders in order; the party is that of the mention';
create index patent_holder_mention on ip_rights.patent_holder (district, mention_id);

create table ip_rights.patent_event (
  district text not null,
  patent_id uuid not null,
  position smallint not null,
  kind text not null,
  happened_on date not null,
  detail text,
  primary key (district, patent_id, position),
  foreign key (district, patent_id) references ip_rights.patent (district, id) on delete cascade
);
comment on table ip_rights.patent_event is 'What happened to a patent, in order';

create table ip_rights.patent_period (
  district text not null,
  patent_id uuid not null,
  valid_from date not null,
  valid_to date,
  status text not null,
  reason text not null,
  primary key (district, patent_id, valid_from),
  foreign key (district, patent_id) references ip_rights.patent (district, id) on delete cascade
);
comment on table ip_rights.patent_period is 'Status on any date (from ≤ day < to), derived from the events; rebuilt with them, never edited';
create index patent_period_status on ip_rights.patent_period (district, status, valid_from, valid_to) include (patent_id);

create table ip_rights.annuity_payment (
  district text not null,
  record_key text not null,
  patent_key text not null,
  patent_year integer not null,
  paid_on date,
  amount_fen bigint,
  late_fee_fen bigint,
  reduction_percent numeric(5, 2),
  due_on date,
  status_text text,
  primary key (district, record_key)
);
comment on table ip_rights.annuity_payment is 'Annuity lines as senders report them; the ledger is computed from law/';
comment on column ip_rights.annuity_payment.patent_key is 'record_key of the patent, which may not have been imported yet';
create index annuity_payment_patent on ip_rights.annuity_payment (district, patent_key);

create table ip_rights.trademark (
  district text not null,
  id uuid not null,
  record_key text not null,
  registration_no text not null,
  country text not null default 'CN',
  nice_class smallint not null check (nice_class between 1 and 45),
  name text not null,
  kind text not null,
  filed_on date,
  preliminary_on date,
  preliminary_issue text,
  registered_on date,
  registration_issue text,
  term_from date,
  expires_on date,
  goods text[] not null default '{}',
  similar_groups text[] not null default '{}',
  address text,
  town_code text,
  agency text,
  legal_status_text text,
  legal_status_on date,
  updated_at timestamptz not null default now(),
  primary key (district, id),
  unique (district, record_key)
);
comment on table ip_rights.trademark is 'One row per number and Nice class';
comment on column ip_rights.trademark.record_key is 'number/class; marks of other offices CC:number/class';
create index trademark_number on ip_rights.trademark (district, registration_no);

create table ip_rights.trademark_holder (
  district text not null,
  trademark_id uuid not null,
  position smallint not null,
  mention_id uuid not null,
  primary key (district, trademark_id, position),
  foreign key (district, trademark_id) references ip_rights.trademark (district, id) on delete cascade
);
comment on table ip_rights.trademark_holder is 'Holders in order';
create index trademark_holder_mention on ip_rights.trademark_holder (district, mention_id);

create table ip_rights.trademark_event (
  district text not null,
  trademark_id uuid not null,
  position smallint not null,
  kind text not null,
  happened_on date not null,
  detail text,
  primary key (district, trademark_id, position),
  foreign key (district, trademark_id) references ip_rights.trademark (district, id) on delete cascade
);
comment on table ip_rights.trademark_event is 'What happened to a trademark, in order';

create table ip_rights.trademark_period (
  district text not null,
  trademark_id uuid not null,
  valid_from date not null,
  valid_to date,
  status text not null,
  reason text not null,
  primary key (district, trademark_id, valid_from),
  foreign key (district, trademark_id) references ip_rights.trademark (district, id) on delete cascade
);
comment on table ip_rights.trademark_period is 'Status on any date, derived from the events';
create index trademark_period_status on ip_rights.trademark_period (district, status, valid_from, valid_to) include (trademark_id);

create table ip_rights.gi (
  district text not null,
  id uuid not null,
  record_key text not null,
  name text not null,
  channel text not null,
  approved_on date,
  notice_no text,
  holder_name text,
  status_text text,
  area text,
  example boolean not null default false,
  authorised_users jsonb not null default '[]',
  primary key (district, id),
  unique (district, record_key)
);
comment on table ip_rights.gi is 'Geographical indications by channel, with authorised users';

create table ip_rights.madrid (
  district text not null,
  id uuid not null,
  record_key text not null,
  ir_no text not null,
  name text not null,
  registered_on date,
  expires_on date,
  mention_id uuid,
  base_registration_no text,
  nice_classes smallint[] not null default '{}',
  status_text text,
  designations jsonb not null default '[]',
  primary key (district, id),
  unique (district, record_key)
);
comment on table ip_rights.madrid is 'International registrations with designated members';
create index madrid_mention on ip_rights.madrid (district, mention_id);
