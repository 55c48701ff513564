CREATE FUNCTION capacity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'entries in the capacity registry are never changed or deleted'; END $$;
CREATE TRIGGER capacity_entry_never_changed BEFORE UPDATE OR DELETE ON capacity_entry FOR EACH ROW EXECUTE FUNCTION capacity_refuse();
CREATE TRIGGER capacity_entry_never_emptied BEFORE TRUNCATE ON capacity_entry FOR EACH STATEMENT EXECUTE FUNCTION capacity_refuse();
CREATE TRIGGER capacity_withdrawal_never_changed BEFORE UPDATE OR DELETE ON capacity_withdrawal FOR EACH ROW EXECUTE FUNCTION capacity_refuse();
CREATE TRIGGER capacity_withdrawal_never_emptied BEFORE TRUNCATE ON capacity_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION capacity_refuse();
