-- Life of a mark: evidence of use, oppositions, material on well-known marks.
create schema trademark_portfolio;

create table trademark_portfolio.use_evidence (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('packaging', 'contract', 'advertisement', 'exhibition', 'online', 'other')),
  used_from date not null,
  used_until date not null,
  place text,
  goods text[] not null default '{}',
  note text,
  entered_by_name text not null,
  entered_at timestamptz not null,
  withdrawn_on date,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (district, id),
  check (used_from <= used_until)
);
comment on table trademark_portfolio.use_evidence is 'Locker of evidence of use, kept by the owner of a mark; counts in the register once it has a file';
create index use_evidence_party on trademark_portfolio.use_evidence (district, party_id);

create table trademark_portfolio.use_evidence_mark (
  district text not null,
  evidence_id uuid not null,
  registration_no text not null,
  nice_class smallint not null,
  primary key (district, evidence_id, registration_no, nice_class),
  foreign key (district, evidence_id) references trademark_portfolio.use_evidence (district, id)
);
comment on table trademark_portfolio.use_evidence_mark is 'Which marks, per number and class, a piece of evidence is about';
create index use_evidence_mark_number on trademark_portfolio.use_evidence_mark (district, registration_no, nice_class);

create table trademark_portfolio.well_known_file (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  trademark_id uuid not null,
  registration_no text not null,
  nice_class smallint not null,
  mark text not null,
  occasion text not null,
  route text not null,
  opened_by_name text not null,
  opened_on date not null,
  closed_on date,
  closed_reason text,
  primary key (district, id)
);
comment on table trademark_portfolio.well_known_file is 'Material on how well a mark is known, put together for one matter; never an honour';
comment on column trademark_portfolio.well_known_file.occasion is 'The matter that needs it';
create index well_known_file_party on trademark_portfolio.well_known_file (district, party_id);

create table trademark_portfolio.well_known_entry (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  item text not null,
  text text not null,
  from_on date,
  until_on date,
  region text,
  amount_fen bigint check (amount_fen >= 0),
  entered_by_name text not null,
  entered_at timestamptz not null,
  removed_at timestamptz,
  primary key (district, id),
  foreign key (district, file_id) references trademark_portfolio.well_known_file (district, id)
);
comment on table trademark_portfolio.well_known_entry is 'One statement under an item of the list of evidence: period, region, amount';
create index well_known_entry_file on trademark_portfolio.well_known_entry (district, file_id);

create table trademark_portfolio.attachment (
  district text not null,
  id uuid not null,
  owner text not null check (owner in ('use', 'well-known')),
  owner_id uuid not null,
  position smallint not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  added_by_name text not null,
  added_at timestamptz not null,
  primary key (district, id),
  unique (district, owner, owner_id, sha256),
  foreign key (district, sha256) references platform.stored_file (district, sha256)
);
comment on table trademark_portfolio.attachment is 'Files behind a piece of evidence or an entry, by their hash; never replaced';

create table trademark_portfolio.threat (
  district text not null,
  id uuid not null,
  source text not null check (source in ('register', 'by-hand')),
  published_no text not null,
  published_class smallint not null,
  published_name text not null,
  published_groups text[] not null default '{}',
  applicant text,
  published_on date not null,
  due_on date not null,
  own_trademark_id uuid not null,
  own_no text not null,
  own_class smallint not null,
  score double precision not null,
  level text not null,
  reasons_zh text not null,
  reasons_en text not null,
  goods_kind text not null,
  goods_zh text not null,
  goods_en text not null,
  found_on date not null,
  decision text check (decision in ('oppose', 'not')),
  reason text,
  decided_by_name text,
  decided_on date,
  primary key (district, id),
  unique (district, published_no, published_class, own_no, own_class)
);
comment on table trademark_portfolio.threat is 'Marks in preliminary publication that are close to a registered mark of the district, and whether its owner opposes';
comment on column trademark_portfolio.threat.due_on is 'Last day to oppose by the law of the publication, with days off';
create index threat_own on trademark_portfolio.threat (district, own_trademark_id);

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'trademark_portfolio' and c.relkind in ('r', 'p');
