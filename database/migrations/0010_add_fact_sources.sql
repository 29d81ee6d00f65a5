alter table ip_rights.patent add column strategic_codes text[] not null default '{}', add column strategic_basis text
  check (strategic_basis in ('sender', 'ipc', 'ipc-keyword'));
comment on column ip_rights.patent.strategic_codes is 'Strategic emerging industries (1.1 … 9.2) of the patent: what its files say, else what the table of industries and IPC gives';
comment on column ip_rights.patent.strategic_basis is 'sender: a file says so; ipc: by a condition of IPC alone; ipc-keyword: only by conditions that also ask for keywords, which IPC cannot decide (candidate); null: none';
update ip_rights.patent set strategic_codes = strategic_industries, strategic_basis = 'sender' where cardinality(strategic_industries) > 0;

create table ip_rights.strategic_industry (
  district text not null,
  position integer not null,
  code text not null,
  name text not null,
  include text[] not null,
  exclude text[] not null default '{}',
  keywords text[] not null default '{}',
  primary key (district, position)
);
comment on table ip_rights.strategic_industry is 'The office''s own table of strategic industries and IPC, one row per condition: the last applied file as a whole; empty means the table of law/codes holds';

create table ip_rights.strategic_state (
  district text primary key,
  table_hash text not null,
  classified_at timestamptz not null default now()
);
comment on table ip_rights.strategic_state is 'With which table of strategic industries the patents were last classified';

create table ip_rights.patent_pledge (
  district text not null,
  record_key text not null,
  patent_key text not null,
  registration_no text not null,
  pledgor text,
  pledgee text,
  amount_fen bigint,
  registered_on date not null,
  released_on date,
  primary key (district, record_key)
);
comment on table ip_rights.patent_pledge is 'Registrations of pledges, one row per registration and patent: projection of the pledge files';
comment on column ip_rights.patent_pledge.amount_fen is 'Amount secured by the registration as a whole, not divided among its patents';
create index patent_pledge_patent on ip_rights.patent_pledge (district, patent_key);

create table ip_rights.patent_award (
  district text not null,
  record_key text not null,
  patent_key text not null,
  award text not null check (award in ('national-science', 'china-patent', 'provincial', 'other')),
  award_text text not null,
  grade text,
  session integer,
  year integer not null,
  awarded_on date,
  primary key (district, record_key)
);
comment on table ip_rights.patent_award is 'Awards of patents; of national rank are the state science and technology awards and the China patent award';
comment on column ip_rights.patent_award.awarded_on is 'Where the list gives no day the award counts from the first day of its year';
create index patent_award_patent on ip_rights.patent_award (district, patent_key);

create table ip_rights.abnormal_filing (
  district text not null,
  record_key text not null,
  patent_key text not null,
  application_no text not null,
  title text,
  batch text,
  flagged_on date not null,
  state text not null check (state in ('standing', 'withdrawn', 'appealed', 'cleared')),
  state_text text,
  cleared_on date,
  mention_id uuid,
  primary key (district, record_key)
);
comment on table ip_rights.abnormal_filing is 'Applications that the office notified as abnormal, by batch; the application may not be in the register of patents';
comment on column ip_rights.abnormal_filing.cleared_on is 'From this day the flag is lifted (an appeal was upheld); a withdrawal of the application does not lift it';
create index abnormal_filing_patent on ip_rights.abnormal_filing (district, patent_key);
create index abnormal_filing_mention on ip_rights.abnormal_filing (district, mention_id);

create table ip_rights.trademark_use (
  district text not null,
  record_key text not null,
  registration_no text not null,
  nice_class smallint not null,
  kind text not null check (kind in ('packaging', 'contract', 'advertisement', 'exhibition', 'online', 'other')),
  used_on date not null,
  note text,
  primary key (district, record_key)
);
comment on table ip_rights.trademark_use is 'Evidence that a mark was used in a class on a day, against revocation for non-use';
create index trademark_use_mark on ip_rights.trademark_use (district, registration_no, nice_class);
