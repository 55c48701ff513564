CREATE FUNCTION diplomacy_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'entries in the diplomatic record are never changed or deleted'; END $$;
CREATE TRIGGER diplomacy_entry_never_changed BEFORE UPDATE OR DELETE ON diplomacy_entry FOR EACH ROW EXECUTE FUNCTION diplomacy_refuse();
CREATE TRIGGER diplomacy_entry_never_emptied BEFORE TRUNCATE ON diplomacy_entry FOR EACH STATEMENT EXECUTE FUNCTION diplomacy_refuse();
CREATE TRIGGER diplomacy_withdrawal_never_changed BEFORE UPDATE OR DELETE ON diplomacy_withdrawal FOR EACH ROW EXECUTE FUNCTION diplomacy_refuse();
CREATE TRIGGER diplomacy_withdrawal_never_emptied BEFORE TRUNCATE ON diplomacy_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION diplomacy_refuse();
