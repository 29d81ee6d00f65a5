create schema association;

create table association.member (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  member_no text not null,
  level text not null check (level in ('member', 'council', 'vice-chair', 'chair')),
  joined_on date not null,
  left_on date,
  left_reason text,
  primary key (district, id),
  unique (district, member_no),
  check (left_on is null or left_on >= joined_on)
);
comment on table association.member is 'Membership of agencies in the industry association; left_on is the first day without it';
create index member_agency on association.member (district, agency_id);

create table association.document (
  district text not null,
  id uuid not null,
  sort text not null check (sort in ('convention', 'standard')),
  version integer not null,
  title text not null,
  body text not null,
  adopted_on date not null,
  effective_on date not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (district, id),
  unique (district, sort, version)
);
comment on table association.document is 'Versions of the self-discipline convention and of service standards; a published version never changes';

create table association.signature (
  district text not null,
  document_id uuid not null,
  agency_id uuid not null,
  signed_on date not null,
  signatory text not null,
  way text not null check (way in ('portal', 'paper')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district, document_id, agency_id)
);
comment on table association.signature is 'Who signed which version: of the convention, or of a standard as a pledge';
create index signature_agency on association.signature (district, agency_id);

create table association.complaint (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  complainant_id uuid not null,
  respondent_id uuid not null,
  clause text,
  facts text not null,
  request text not null,
  received_on date not null,
  answer text,
  answered_on date,
  outcome text check (outcome in ('breach', 'no-breach', 'settled', 'refused', 'withdrawn')),
  ruling text,
  ruled_on date,
  primary key (district, id),
  unique (district, file_id),
  check (complainant_id <> respondent_id)
);
comment on table association.complaint is 'Complaints between members; where one stands is the state of its file';

create table association.penalty (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  complaint_id uuid,
  sort text not null,
  document_no text not null,
  text text not null,
  decided_on date not null,
  until_on date,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (district, id),
  unique (district, document_no)
);
comment on table association.penalty is 'Penalties of the association; a withdrawn one stays and counts up to the day before its withdrawal';
create index penalty_agency on association.penalty (district, agency_id);

create table association.brand (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  level text not null,
  awarded_on date not null,
  until_on date not null,
  withdrawn_on date,
  withdrawn_reason text,
  sentence text not null,
  decided_by text not null,
  primary key (district, id)
);
comment on table association.brand is 'Levels of the brand ladder that were awarded, with the conditions as they stood';
create index brand_agency on association.brand (district, agency_id);

create table association.rating (
  district text not null,
  id uuid not null,
  agency_id uuid not null,
  party_id uuid not null,
  patent_id uuid not null,
  matter_no text not null,
  matter_title text not null,
  finished_on date not null,
  scores jsonb not null,
  score numeric(3, 2) not null check (score >= 1 and score <= 5),
  comment text,
  rated_on date not null,
  rated_by uuid not null,
  removed_on date,
  removed_reason text,
  weight_percent integer not null default 100 check (weight_percent between 0 and 100),
  primary key (district, id),
  unique (district, patent_id)
);
comment on table association.rating is 'What clients say of finished matters, one for each matter and never twice';
comment on column association.rating.weight_percent is 'How much it counts; worked out anew with each change of an agency''s ratings, with the reasons shown';
create index rating_agency on association.rating (district, agency_id);
create index rating_party on association.rating (district, party_id);

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'association' and c.relkind = 'r';
