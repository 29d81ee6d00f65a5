-- What officers found of applications after looking at a signal: it stands beside the notices of the office.
create table ip_rights.abnormal_finding (
  district text not null,
  id uuid not null,
  source text not null,
  patent_key text not null,
  category smallint check (category between 1 and 8),
  reason text not null,
  found_on date not null,
  found_by text not null,
  withdrawn_on date,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (district, id),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
comment on table ip_rights.abnormal_finding is 'Applications that the district itself judged abnormal; each stands until it is withdrawn';
comment on column ip_rights.abnormal_finding.source is 'What the finding rests on, e.g. the judgement of a signal; one source finds an application once';
comment on column ip_rights.abnormal_finding.category is 'Number of the kind in article 3 of order 77; null where none was named';
comment on column ip_rights.abnormal_finding.withdrawn_on is 'From this day the finding no longer holds; before it, it did';
create unique index abnormal_finding_standing on ip_rights.abnormal_finding (district, source, patent_key) where withdrawn_on is null;
create index abnormal_finding_patent on ip_rights.abnormal_finding (district, patent_key);

create schema filing_supervision;

create table filing_supervision.run (
  district text not null,
  id uuid not null,
  mode text not null check (mode in ('full', 'incremental')),
  as_of date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  filings integer not null default 0,
  changed integer not null default 0,
  found integer not null default 0,
  appeared integer not null default 0,
  altered integer not null default 0,
  gone integer not null default 0,
  primary key (district, id)
);
comment on table filing_supervision.run is 'One search for signals: how many filings were read, how many had changed, what it found';
create index run_started on filing_supervision.run (district, started_at desc);

create table filing_supervision.read_filing (
  district text not null,
  patent_key text not null,
  hash text not null,
  primary key (district, patent_key)
);
comment on table filing_supervision.read_filing is 'What the last search read of each filing, so that the next one knows what changed';

create table filing_supervision.signal (
  district text not null,
  id uuid not null,
  key text not null,
  kind text not null,
  category text not null,
  subject_type text not null check (subject_type in ('party', 'agency', 'person', 'group')),
  subject_id text not null,
  subject_label text not null,
  strength double precision not null,
  weight double precision not null,
  figure double precision not null,
  baseline jsonb not null,
  evidence jsonb not null,
  why_zh text not null,
  why_en text not null,
  filings text[] not null default '{}',
  party_ids uuid[] not null default '{}',
  agency_id uuid,
  person_id text,
  town_codes text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'confirmed', 'explained', 'unsure')),
  evidence_hash text not null,
  changed_since boolean not null default false,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null,
  gone_at timestamptz,
  primary key (district, id),
  unique (district, key)
);
comment on table filing_supervision.signal is 'Something odd about filings or agencies, by a key that is the same in every search; of itself it has no effect';
comment on column filing_supervision.signal.weight is 'Strength weighted by how often signals of the kind were confirmed; the order of the list';
comment on column filing_supervision.signal.town_codes is 'Towns of all it concerns: who answers for some of them alone does not see it; empty for what lies outside every town';
comment on column filing_supervision.signal.changed_since is 'The evidence is another than when the standing judgement was given';
comment on column filing_supervision.signal.changed_at is 'A search last found it anew or otherwise than before';
comment on column filing_supervision.signal.gone_at is 'The last search no longer found it; what was judged stands';
create index signal_listed on filing_supervision.signal (district, weight desc, id);
create index signal_filing on filing_supervision.signal using gin (filings);
create index signal_party on filing_supervision.signal using gin (party_ids);

create table filing_supervision.judgement (
  district text not null,
  id uuid not null,
  signal_id uuid not null,
  kind text not null,
  verdict text not null check (verdict in ('confirmed', 'explained', 'unsure')),
  reason text not null,
  filings text[] not null default '{}',
  evidence_hash text not null,
  strength double precision not null,
  judged_by uuid,
  judged_by_name text not null,
  judged_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (district, id),
  foreign key (district, signal_id) references filing_supervision.signal (district, id)
);
comment on table filing_supervision.judgement is 'What people said of a signal, kept over all searches; a newer word withdraws the older';
comment on column filing_supervision.judgement.filings is 'Applications held to be abnormal by a confirmation: those of the signal unless fewer were chosen';
create unique index judgement_standing on filing_supervision.judgement (district, signal_id) where withdrawn_at is null;
create index judgement_kind on filing_supervision.judgement (district, kind) where withdrawn_at is null;

select platform.guard_by_district(name::regclass) from unnest(array[
  'ip_rights.abnormal_finding', 'filing_supervision.run', 'filing_supervision.signal', 'filing_supervision.judgement'
]) as name;
