alter table cases.adjudication add column hearing jsonb, add column paper_numbers jsonb not null default '{}';
comment on column cases.adjudication.hearing is 'The oral hearing that was set: {heldOn, heldAt, place}; null until then';
comment on column cases.adjudication.paper_numbers is 'Official number of each paper by its template, with the version of the file it was made at: {code: {number, version}}';
