create schema subsidies;

create function subsidies.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what subsidies record is never changed or deleted';
end
$$;

create table subsidies.entitlement (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  party_key text not null,
  party_name text not null,
  uscc text,
  town_code text,
  version_id uuid not null,
  policy_code text not null,
  policy_version integer not null,
  policy_title text not null,
  example boolean not null default false,
  item text not null,
  item_name text not null,
  clause text not null,
  label text not null,
  achievement_key text not null,
  achieved_on date,
  amount_fen bigint not null check (amount_fen >= 0),
  steps jsonb not null default '[]'::jsonb,
  state text not null check (state in ('offered', 'claimed', 'declined', 'expired', 'blocked')),
  reason text,
  found_on date not null,
  facts_as_of date not null,
  claim_id uuid,
  primary key (district, id),
  unique (district, version_id, party_id, item, achievement_key)
);
comment on table subsidies.entitlement is 'What the system found a party to be entitled to: party × policy version × item × achievement. Offered until claimed, declined, ended or blocked';
comment on column subsidies.entitlement.party_key is 'record_key of the party: a register imported anew gives it another id and the same key';
comment on column subsidies.entitlement.steps is 'Steps of the amount as of facts_as_of: [{code, text, fen}]';
create index entitlement_state on subsidies.entitlement (district, state, policy_code, item);
create index entitlement_party on subsidies.entitlement (district, party_id);
create index entitlement_claim on subsidies.entitlement (district, claim_id) where claim_id is not null;

create table subsidies.entitlement_event (
  district text not null,
  entitlement_id uuid not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  text text not null,
  amount_fen bigint not null,
  actor_name text not null,
  primary key (district, entitlement_id, seq),
  foreign key (district, entitlement_id) references subsidies.entitlement (district, id)
);
comment on table subsidies.entitlement_event is 'History of an entitlement; append-only';
create trigger entitlement_event_immutable before update or delete on subsidies.entitlement_event for each row execute function subsidies.refuse_change();

create table subsidies.entitlement_reading (
  district text not null,
  version_id uuid not null,
  read_at timestamptz not null,
  facts_as_of date not null,
  found integer not null,
  primary key (district, version_id)
);
comment on table subsidies.entitlement_reading is 'When a policy version was last held against the whole district';

create table subsidies.claim (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  party_key text not null,
  party_name text not null,
  uscc text,
  town_code text,
  version_id uuid not null,
  policy_code text not null,
  policy_version integer not null,
  policy_title text not null,
  fund text not null,
  fund_year integer not null,
  example boolean not null default false,
  origin text not null check (origin in ('entitlement', 'application')),
  contact_name text,
  contact_phone text,
  claimed_fen bigint,
  approved_fen bigint,
  decision_no text,
  release_no text,
  submitted_at timestamptz,
  primary key (district, id),
  foreign key (district, id) references procedures.file (district, id)
);
comment on table subsidies.claim is 'Claims for one or several entitlements of one policy version; its id is that of its file, which holds state and number';
create index claim_party on subsidies.claim (district, party_key);
create index claim_policy on subsidies.claim (district, policy_code, version_id);

create table subsidies.claim_line (
  district text not null,
  id uuid not null,
  claim_id uuid not null,
  position integer not null,
  item text not null,
  item_name text not null,
  clause text not null,
  label text not null,
  achievement_key text,
  achieved_on date,
  declared jsonb not null default '{}'::jsonb,
  entitlement_id uuid,
  claimed_fen bigint,
  approved_fen bigint,
  paid_fen bigint,
  paid_on date,
  payment text not null default 'none' check (payment in ('none', 'committed', 'payable', 'failed', 'paid', 'cancelled')),
  payment_note text,
  claw_back_fen bigint,
  claw_settled_on date,
  primary key (district, id),
  foreign key (district, claim_id) references subsidies.claim (district, id)
);
comment on table subsidies.claim_line is 'One achievement under one item of a claim; origin of its commitment and payable in funds';
comment on column subsidies.claim_line.declared is 'What the applicant states because no register knows it, by the item''s fields';
create index claim_line_claim on subsidies.claim_line (district, claim_id, position);

create table subsidies.live_achievement (
  district text not null,
  achievement_key text not null,
  claim_id uuid not null,
  line_id uuid not null,
  primary key (district, achievement_key),
  foreign key (district, line_id) references subsidies.claim_line (district, id)
);
comment on table subsidies.live_achievement is 'Achievements in claims under way or paid: the key refuses a second claim even when both are filed at the same moment';
create index live_achievement_claim on subsidies.live_achievement (district, claim_id);

create table subsidies.calculation (
  district text not null,
  claim_id uuid not null,
  seq integer not null,
  stage text not null check (stage in ('filing', 'decision', 'release', 'switch')),
  at timestamptz not null,
  actor_name text not null,
  facts_as_of date not null,
  version_id uuid not null,
  policy_version integer not null,
  total_fen bigint not null,
  changes jsonb not null,
  confirmation text,
  lines jsonb not null,
  primary key (district, claim_id, seq),
  foreign key (district, claim_id) references subsidies.claim (district, id)
);
comment on table subsidies.calculation is 'Every computation a claim rests on, with traces and what differed from the one before; append-only';
comment on column subsidies.calculation.lines is '[{lineId, label, amountFen, steps, refusals, eligibility, achievement}]';
create trigger calculation_immutable before update or delete on subsidies.calculation for each row execute function subsidies.refuse_change();

create table subsidies.public_list (
  district text not null,
  id uuid not null,
  year integer not null,
  serial integer not null,
  number text not null,
  title text not null,
  issuer text not null,
  version_id uuid not null,
  policy_title text not null,
  policy_doc_no text,
  example boolean not null default false,
  working_days integer not null,
  opened_on date not null,
  closes_on date,
  contact text not null,
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (district, id),
  unique (district, year, serial)
);
comment on table subsidies.public_list is 'Publicity lists; public from the transaction that publishes them';
comment on column subsidies.public_list.closes_on is 'Last day of the publicity of the list; a claim with an objection has a clock of its own';

create table subsidies.public_row (
  district text not null,
  list_id uuid not null,
  no integer not null,
  claim_id uuid not null,
  line_id uuid not null,
  name text not null,
  uscc text not null,
  category text not null,
  clause text not null,
  matter text not null,
  amount_fen bigint not null,
  note text not null default '',
  standing text not null default 'listed' check (standing in ('listed', 'corrected', 'withdrawn')),
  primary key (district, list_id, no),
  foreign key (district, list_id) references subsidies.public_list (district, id)
);
comment on table subsidies.public_row is 'Rows of a publicity list as the public sees them: masked when they were published';
create index public_row_claim on subsidies.public_row (district, claim_id);

create table subsidies.public_change (
  district text not null,
  list_id uuid not null,
  seq bigint generated always as identity,
  no integer not null,
  kind text not null check (kind in ('correction', 'withdrawal')),
  on_day date not null,
  reason text not null,
  text_before text not null,
  text_after text not null,
  actor_name text not null,
  primary key (district, list_id, seq),
  foreign key (district, list_id, no) references subsidies.public_row (district, list_id, no)
);
comment on table subsidies.public_change is 'Corrections and withdrawals of published rows; append-only and public';
create trigger public_change_immutable before update or delete on subsidies.public_change for each row execute function subsidies.refuse_change();

create table subsidies.objection (
  district text not null,
  id uuid not null,
  claim_id uuid not null,
  list_id uuid not null,
  received_on date not null,
  anonymous boolean not null,
  by_name text,
  contact text,
  text text not null,
  state text not null check (state in ('open', 'answered')),
  upheld boolean,
  answer text,
  answered_on date,
  answered_by_name text,
  registered_by_name text not null,
  registered_at timestamptz not null,
  due_on date,
  primary key (district, id),
  foreign key (district, claim_id) references subsidies.claim (district, id),
  foreign key (district, list_id) references subsidies.public_list (district, id),
  check (not anonymous or (by_name is null and contact is null)),
  check ((state = 'answered') = (answer is not null and upheld is not null))
);
comment on table subsidies.objection is 'Objections against claims in publicity; an anonymous one keeps neither name nor contact';
create index objection_claim on subsidies.objection (district, claim_id);
create index objection_open on subsidies.objection (district, received_on) where state = 'open';

create table subsidies.claw_back (
  district text not null,
  id uuid not null,
  claim_id uuid not null,
  decision_no text not null,
  decided_on date not null,
  decided_by_name text not null,
  reason text not null check (reason in ('false-material', 'claimed-twice', 'abnormal-filing', 'not-accepted-project', 'moved-out-early', 'other')),
  statement text not null,
  amount_fen bigint not null check (amount_fen > 0),
  instalments jsonb not null,
  dishonesty boolean not null,
  ban_years integer not null check (ban_years >= 0),
  settled_on date,
  primary key (district, id),
  unique (district, decision_no),
  unique (district, claim_id),
  foreign key (district, claim_id) references subsidies.claim (district, id)
);
comment on table subsidies.claw_back is 'Decisions to take paid money back; id is the origin of the receivable in funds';

create table subsidies.ban (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  party_key text not null,
  party_name text not null,
  uscc text,
  town_code text,
  from_on date not null,
  until_on date not null,
  reason text not null,
  decision_no text not null,
  claim_id uuid not null,
  primary key (district, id),
  foreign key (district, claim_id) references subsidies.claim (district, id),
  check (until_on >= from_on)
);
comment on table subsidies.ban is 'Who may not claim until when (last day), by a decision to take money back';
create index ban_party on subsidies.ban (district, party_key, until_on);

create table subsidies.spot_check (
  district text not null,
  id uuid not null,
  claim_id uuid not null,
  on_day date not null,
  actor_name text not null,
  result text not null check (result in ('pass', 'problem')),
  findings text not null,
  primary key (district, id),
  foreign key (district, claim_id) references subsidies.claim (district, id)
);
comment on table subsidies.spot_check is 'What was found when a paid claim was looked at again; append-only';
create trigger spot_check_immutable before update or delete on subsidies.spot_check for each row execute function subsidies.refuse_change();

create table subsidies.term (
  district text not null,
  term text not null,
  from_on date not null,
  count integer not null check (count > 0),
  article text,
  note text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (district, term, from_on)
);
comment on table subsidies.term is 'Terms changed by the office, from a day on; before and otherwise those of the jurisdiction pack hold';

-- Working days are data: what the package does not yet carry, or carries differently, an office enters from the notice.
create table procedures.holiday_notice (
  district text not null,
  year integer not null check (year between 2004 and 2100),
  title text not null,
  days_off jsonb not null,
  worked_weekends jsonb not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (district, year)
);
comment on table procedures.holiday_notice is 'Holiday notices of the State Council as entered by the office; they add to, and for a year they name replace, those of the calendar package';
comment on column procedures.holiday_notice.days_off is 'Day off → name of the holiday';
comment on column procedures.holiday_notice.worked_weekends is 'Worked weekend day → name of the holiday it makes up for';

-- A notice may be about something that has no file yet: an entitlement that was found.
alter table procedures.notice alter column file_id drop not null;
alter table procedures.notice add column href text;
comment on column procedures.notice.href is 'Where it leads when there is no file';
alter table procedures.notice add constraint notice_leads_somewhere check (file_id is not null or href is not null);
