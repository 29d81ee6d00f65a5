-- Rights aid, and help between districts.
create schema assistance;

create table assistance.request (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  channel text not null check (channel in ('portal', 'desk')),
  kinds text[] not null,
  party_id uuid,
  applicant_name text not null,
  applicant_code text,
  applicant_contact text,
  town_code text,
  opponent_name text,
  opponent_code text,
  opponent_party_id uuid,
  rights jsonb not null default '[]',
  title text not null,
  facts text not null,
  wish text not null,
  received_on date not null,
  accepted_on date,
  due_on date,
  refused_reason text,
  opinion text,
  opinion_no text,
  opinion_on date,
  result text,
  done_on date,
  stars smallint check (stars between 1 and 5),
  remark text,
  rated_on date,
  created_by_name text not null,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table assistance.request is 'Requests for rights aid; where one stands is the state of its file';
comment on column assistance.request.due_on is 'Day by which it should be done, fixed at acceptance; what the indicator asks about';
create index request_party on assistance.request (district, party_id) where party_id is not null;

create table assistance.expert (
  district text not null,
  id uuid not null,
  name text not null,
  employer text not null,
  employer_code text,
  employer_party_id uuid,
  fields text[] not null default '{}',
  title text,
  phone text,
  from_on date not null,
  until_on date,
  entered_by_name text not null,
  primary key (district, id)
);
comment on table assistance.expert is 'Experts who give opinions in rights aid, with their employer: who they may not act against';

create table assistance.assignment (
  district text not null,
  id uuid not null,
  request_id uuid not null,
  expert_id uuid,
  agency_id uuid,
  name text not null,
  part text not null check (part in ('expert', 'agency')),
  checks jsonb not null,
  declared boolean not null,
  assigned_on date not null,
  assigned_by_name text not null,
  ended_on date,
  ended_reason text,
  primary key (district, id),
  foreign key (district, request_id) references assistance.request (district, id),
  check ((expert_id is null) <> (agency_id is null)),
  check ((ended_on is null) = (ended_reason is null))
);
comment on table assistance.assignment is 'Who was assigned to a request, with what was checked for conflicts of interest on that day';
comment on column assistance.assignment.declared is 'The assigned one has declared to have no conflict';
create index assignment_request on assistance.assignment (district, request_id);

create table assistance.cross_region (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  other_district text,
  other_name text not null,
  peer_file_id uuid,
  kind text not null check (kind in ('investigate', 'verify', 'evidence', 'serve', 'joint-action')),
  title text not null,
  facts text not null,
  wish text not null,
  marks jsonb not null default '[]',
  letter_no text,
  their_no text,
  case_id uuid,
  case_number text,
  sent_on date,
  received_on date,
  due_on date,
  answered_on date,
  answer_no text,
  answer text,
  result text check (result in ('done', 'part', 'nothing', 'refused')),
  package_sha256 text,
  package_size bigint,
  package_name text,
  answer_package_sha256 text,
  answer_package_size bigint,
  answer_package_name text,
  prepared_by_name text not null,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id),
  check (peer_file_id is null or other_district is not null)
);
comment on table assistance.cross_region is 'Help asked of another district or by one. Districts of the same installation each keep their own side, joined by peer_file_id; others answer by document';

create table assistance.joint_action (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  on_day date not null,
  place text not null,
  bodies text not null,
  text text not null,
  entered_by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table assistance.joint_action is 'Actions taken together with the other district';

create table assistance.origin (
  district text not null,
  id uuid not null,
  region text not null,
  kind text not null check (kind in ('made', 'sold', 'shipped', 'market')),
  goods text not null,
  mark text,
  party_name text,
  noted_on date not null,
  source text not null,
  file_id uuid,
  entered_by_name text not null,
  ended_on date,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table assistance.origin is 'Regional list of origin: places elsewhere from which infringing goods came, with the file that showed it';

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'assistance' and c.relkind in ('r', 'p');
