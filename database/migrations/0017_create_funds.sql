create schema funds;

create function funds.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger of funds is never changed or deleted';
end
$$;

create table funds.line (
  district text not null,
  fund text not null,
  year integer not null,
  item text not null default '',
  label text,
  appropriated_fen bigint not null default 0 check (appropriated_fen >= 0),
  available_fen bigint not null default 0 check (available_fen >= 0),
  committed_fen bigint not null default 0 check (committed_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  returned_fen bigint not null default 0 check (returned_fen between 0 and paid_fen),
  surrendered_fen bigint not null default 0 check (surrendered_fen between 0 and returned_fen),
  example boolean not null default false,
  opened_at timestamptz not null,
  primary key (district, fund, year, item),
  check (available_fen + committed_fen + paid_fen = appropriated_fen + returned_fen - surrendered_fen)
);
comment on table funds.line is 'Budget lines with their balances: projection of funds.entry, moved by one conditional update in the transaction of each posting';
comment on column funds.line.item is 'Code of a policy''s item that has a ceiling of its own within the fund; empty: the whole fund';
comment on column funds.line.label is 'Name of the item, as whoever gave it its ceiling said';
comment on column funds.line.paid_fen is 'Everything ever paid out; what came back of it is returned_fen';
comment on column funds.line.surrendered_fen is 'Returned money that went on to the treasury; the rest of the returned is available again';

create table funds.posting (
  district text not null,
  id uuid not null,
  seq bigint not null generated always as identity,
  kind text not null check (kind in ('appropriate', 'open-item', 'commit', 'cancel', 'reduce', 'pay', 'return')),
  fund text not null,
  year integer not null,
  reason text not null,
  document_no text,
  origin_kind text,
  origin_id uuid,
  origin_label text,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  on_day date not null,
  primary key (district, id)
);
comment on table funds.posting is 'One movement of money with who, when and why; append-only. Its entries sum to nought';
comment on column funds.posting.kind is 'reduce: a payable below its commitment frees the rest; open-item: an item gets its own ceiling and takes over what was committed and paid for it';
comment on column funds.posting.on_day is 'Day the movement counts for: of the payment, of the receipt; else of the booking';
create index posting_line on funds.posting (district, fund, year, seq desc);
create index posting_origin on funds.posting (district, origin_kind, origin_id);
create trigger posting_immutable before update or delete on funds.posting for each row execute function funds.refuse_change();
create trigger posting_kept before truncate on funds.posting for each statement execute function funds.refuse_change();

create table funds.entry (
  district text not null,
  posting_id uuid not null,
  position integer not null,
  item text not null,
  account text not null check (account in ('source', 'available', 'committed', 'paid', 'returned', 'treasury')),
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (district, posting_id, position),
  foreign key (district, posting_id) references funds.posting (district, id)
);
comment on table funds.entry is 'Sides of a posting: per line of the fund (item) they sum to nought; append-only';
comment on column funds.entry.account is 'source: what the budget gives (negative); available, committed, paid: where it is; returned: what came back (negative); treasury: what of it went on';
create trigger entry_immutable before update or delete on funds.entry for each row execute function funds.refuse_change();
create trigger entry_kept before truncate on funds.entry for each statement execute function funds.refuse_change();

create table funds.commitment (
  district text not null,
  id uuid not null,
  origin_kind text not null,
  origin_id uuid not null,
  origin_label text not null,
  origin_href text,
  fund text not null,
  year integer not null,
  item text,
  policy text,
  stacking_group text,
  on_item_line boolean not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('open', 'paid', 'cancelled')),
  at timestamptz not null,
  primary key (district, id)
);
comment on table funds.commitment is 'Money promised for an origin (a line of a claim, an instalment of a project): at most one that is not cancelled';
comment on column funds.commitment.policy is 'Code of the policy and its group of items that do not stack, for caps and stacking of later claims';
comment on column funds.commitment.on_item_line is 'Whether it stands on the item''s own line as well as on the fund''s';
create unique index commitment_origin on funds.commitment (district, origin_kind, origin_id) where state <> 'cancelled';
create index commitment_item on funds.commitment (district, fund, year, item) where state <> 'cancelled';

create table funds.payable (
  district text not null,
  id uuid not null,
  commitment_id uuid not null,
  origin_kind text not null,
  origin_id uuid not null,
  origin_label text not null,
  party_id uuid not null,
  party_key text not null,
  party_name text not null,
  uscc text,
  amount_fen bigint not null check (amount_fen > 0),
  achievement_key text,
  purpose text not null,
  document_no text not null,
  state text not null check (state in ('waiting', 'batched', 'paid', 'failed', 'cancelled')),
  released_by uuid,
  released_by_name text not null,
  released_at timestamptz not null,
  batch_id uuid,
  paid_on date,
  voucher_no text,
  failed_at timestamptz,
  fail_reason text,
  failed_account uuid,
  ended_reason text,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, commitment_id) references funds.commitment (district, id),
  check (state <> 'paid' or paid_on is not null),
  check (state <> 'failed' or fail_reason is not null)
);
comment on table funds.payable is 'What is due to a party by a release: waits, goes out with a batch, is paid or comes back failed. Never deleted';
comment on column funds.payable.party_key is 'record_key of the party: a register imported anew gives it another id and the same key';
comment on column funds.payable.failed_account is 'Account the treasury could not pay to: sent again once there is another';
create unique index payable_origin on funds.payable (district, origin_kind, origin_id) where state <> 'cancelled';
create index payable_state on funds.payable (district, state, released_at);
create index payable_party on funds.payable (district, party_key);
create index payable_batch on funds.payable (district, batch_id);

create table funds.legacy_payment (
  district text not null,
  id uuid not null,
  record_key text not null,
  mention_id uuid not null,
  year integer not null,
  item text not null,
  trigger text not null,
  key_text text,
  achievement_key text,
  achievement text,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date,
  document_no text,
  primary key (district, id),
  unique (district, record_key),
  foreign key (district, mention_id) references parties.mention (district, id)
);
comment on table funds.legacy_payment is 'What was paid before this system: projection of imported lists. Shown and counted, never created here; its keys bar a second payment';
create index legacy_payment_mention on funds.legacy_payment (district, mention_id);
create index legacy_payment_key on funds.legacy_payment (district, achievement) where achievement is not null;

create table funds.achievement (
  district text not null,
  achievement text not null,
  achievement_key text not null,
  owner text not null check (owner in ('payable', 'legacy')),
  owner_id uuid not null,
  primary key (district, achievement)
);
comment on table funds.achievement is 'Achievements that are paid or due: each once, whoever pays it. A payable that is cancelled gives its key free';
comment on column funds.achievement.achievement is 'The key without the kind of its subject, evened out: number and trigger';
create index achievement_owner on funds.achievement (district, owner, owner_id);

create table funds.bank_account (
  district text not null,
  id uuid not null,
  party_id uuid not null,
  party_key text not null,
  account_name text not null,
  number_sealed text not null,
  last4 text not null check (last4 ~ '^[0-9]{4}$'),
  bank_name text not null,
  entered_by uuid,
  entered_by_name text not null,
  entered_as text not null check (entered_as in ('finance', 'enterprise', 'system')),
  reason text,
  at timestamptz not null,
  replaced_at timestamptz,
  primary key (district, id)
);
comment on table funds.bank_account is 'Accounts of parties with their history; the one not replaced is in force';
comment on column funds.bank_account.number_sealed is 'Full number, encrypted under a key derived from JINCE_SECRET and bound to this row: opened for payment files alone';
create unique index bank_account_current on funds.bank_account (district, party_key) where replaced_at is null;

create table funds.batch (
  district text not null,
  id uuid not null,
  number text not null,
  state text not null check (state in ('made', 'sent', 'settled', 'dissolved')),
  total_fen bigint not null check (total_fen > 0),
  count integer not null check (count > 0),
  file_sha256 text not null,
  note text,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  primary key (district, id),
  unique (district, number)
);
comment on table funds.batch is 'Payables sent to the treasury together. sent: its file was downloaded, so only the answer of the treasury ends it';
comment on column funds.batch.file_sha256 is 'Hash of the payment file as made; each download is compared with it';

create table funds.batch_line (
  district text not null,
  batch_id uuid not null,
  line_no integer not null,
  reference text not null,
  payable_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  bank_name text not null,
  last4 text not null,
  amount_fen bigint not null check (amount_fen > 0),
  result text check (result in ('paid', 'failed')),
  paid_on date,
  voucher_no text,
  fail_reason text,
  result_file_id uuid,
  primary key (district, batch_id, line_no),
  unique (district, reference),
  foreign key (district, batch_id) references funds.batch (district, id),
  foreign key (district, payable_id) references funds.payable (district, id),
  foreign key (district, account_id) references funds.bank_account (district, id)
);
comment on table funds.batch_line is 'Rows of a batch as they stand in its file, and what the treasury answered';
create index batch_line_payable on funds.batch_line (district, payable_id);

create table funds.result_file (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  sha256 text not null,
  file_name text not null,
  state text not null check (state in ('previewed', 'applied')),
  rows jsonb not null,
  problems jsonb not null,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  applied_by_name text,
  applied_at timestamptz,
  primary key (district, id),
  foreign key (district, batch_id) references funds.batch (district, id)
);
comment on table funds.result_file is 'Answers of the treasury: what each says and what is wrong with it, account numbers left out. The file itself is not kept';
create unique index result_file_once on funds.result_file (district, sha256) where state = 'applied';
create index result_file_batch on funds.result_file (district, batch_id, uploaded_at);

create table funds.receivable (
  district text not null,
  id uuid not null,
  origin_kind text not null,
  origin_id uuid not null,
  origin_label text not null,
  payable_id uuid,
  party_id uuid not null,
  party_key text not null,
  party_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_fen bigint not null default 0 check (received_fen between 0 and amount_fen),
  decision_no text not null,
  reason text not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  settled_on date,
  primary key (district, id),
  check ((settled_on is not null) = (received_fen = amount_fen))
);
comment on table funds.receivable is 'Money to be paid back by a decision; received_fen follows from its receipts';
create index receivable_party on funds.receivable (district, party_key);
create index receivable_open on funds.receivable (district, opened_at) where settled_on is null;
create index receivable_origin on funds.receivable (district, origin_kind, origin_id);

create table funds.receivable_instalment (
  district text not null,
  receivable_id uuid not null,
  position integer not null,
  due_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (district, receivable_id, position),
  foreign key (district, receivable_id) references funds.receivable (district, id)
);
comment on table funds.receivable_instalment is 'When how much is due; receipts count for the earliest first';

create table funds.receipt (
  district text not null,
  id uuid not null,
  receivable_id uuid not null,
  voucher_no text not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_on date not null,
  note text,
  actor_name text not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, voucher_no),
  foreign key (district, receivable_id) references funds.receivable (district, id)
);
comment on table funds.receipt is 'Money that came back, each with its voucher; append-only';
create trigger receipt_immutable before update or delete on funds.receipt for each row execute function funds.refuse_change();
