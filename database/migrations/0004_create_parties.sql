create schema parties;

create table parties.party (
  district text not null,
  id uuid not null,
  record_key text not null,
  uscc text,
  registration_no text,
  name text not null,
  name_key text not null,
  kind text not null,
  status text not null,
  status_text text,
  established_on date,
  dissolved_on date,
  approved_on date,
  address text,
  town_code text,
  town_basis text,
  zone_code text,
  industry_code text,
  industry_text text,
  capital_fen bigint,
  capital_currency text,
  legal_representative text,
  registration_authority text,
  scope text,
  contact_phone text,
  updated_at timestamptz not null default now(),
  primary key (district, id),
  unique (district, record_key)
);
comment on table parties.party is 'Lists and searches go through the index in memory (docs/adr/0007), so there is none here beyond the keys. Market entities and other bodies of the district: projection of the register files';
comment on column parties.party.record_key is 'USCC; where there is none, the old registration number or the normalised name';
comment on column parties.party.name_key is 'Name as compared: width, case, brackets and blanks evened out';
comment on column parties.party.capital_fen is 'Registered capital in hundredths of its currency';

create table parties.party_name (
  district text not null,
  party_id uuid not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('current', 'former')),
  valid_from date,
  valid_to date,
  position integer not null,
  primary key (district, party_id, position),
  foreign key (district, party_id) references parties.party (district, id) on delete cascade
);
comment on table parties.party_name is 'Current and former names with their periods where known';

create table parties.mention (
  district text not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  locality text not null default '',
  uscc text not null default '',
  address text,
  ipc text,
  party_id uuid,
  decision text not null default 'none' check (decision in ('auto', 'review', 'none', 'person')),
  matched_at timestamptz,
  score real not null default 0,
  reasons jsonb not null default '[]',
  candidates jsonb not null default '[]',
  first_import uuid,
  created_at timestamptz not null default now(),
  primary key (district, id),
  unique (district, name_key, locality, uscc),
  foreign key (district, party_id) references parties.party (district, id) on delete set null (party_id)
);
comment on table parties.mention is 'A name as files use it (with place and code where given): the unit that is matched to a party';
comment on column parties.mention.decision is 'auto: linked by the engine; person: decided by a judgement; review: waits for one; none: no party of this register';
create index mention_party on parties.mention (district, party_id);
create index mention_review on parties.mention (district, decision) where decision = 'review';

create table parties.judgement (
  district text not null,
  id uuid not null,
  mention_id uuid not null,
  party_record_key text not null,
  party_name text not null,
  verdict text not null check (verdict in ('same', 'not-same', 'unsure')),
  note text,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (district, id),
  foreign key (district, mention_id) references parties.mention (district, id)
);
comment on table parties.judgement is 'What people said of a mention and a party; kept by the party''s key so that it survives re-imports';
create index judgement_mention on parties.judgement (district, mention_id);

create table parties.membership (
  district text not null,
  id uuid not null,
  record_key text not null,
  mention_id uuid not null,
  kind text not null,
  level text,
  certificate_no text,
  standard text,
  certifier text,
  field text,
  year integer,
  revenue_fen bigint,
  valid_from date,
  valid_to date,
  status_text text,
  primary key (district, id),
  unique (district, record_key),
  foreign key (district, mention_id) references parties.mention (district, id)
);
comment on table parties.membership is 'Lists and certificates a party is on: high-tech, above-scale, standard-certified, advantage levels, listed, exporter';
create index membership_mention on parties.membership (district, mention_id);
create index membership_kind on parties.membership (district, kind);
