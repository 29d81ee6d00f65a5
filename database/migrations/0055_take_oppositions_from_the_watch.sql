-- A hit of the gazette becomes an opposition lead: one more action of a hit, one more source of a lead.
alter table trademark_watch.hit_action
  drop constraint hit_action_kind_check,
  add constraint hit_action_kind_check
    check (kind in ('notice', 'case', 'complaint', 'aid', 'cross-region', 'owner', 'opposition'));

alter table trademark_portfolio.threat
  drop constraint threat_source_check,
  add constraint threat_source_check check (source in ('register', 'by-hand', 'watch'));
