-- When something that was done ended: its outcome is measured while it lasted. Null: it goes on, as all did before.
alter table practice_revision add column ended_on date check (ended_on >= began_on);
alter table adoption_revision add column ended_on date check (ended_on >= began_on);
