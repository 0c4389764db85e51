-- Ready roles of the demonstration, and whoever they let in: they go with it.
alter table accounts.person add column is_demonstration boolean not null default false;
alter table accounts.invitation add column is_demonstration boolean not null default false;
