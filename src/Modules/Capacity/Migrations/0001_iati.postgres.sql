CREATE FUNCTION capacity_activity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'versions of an activity are never changed or deleted'; END $$;
CREATE TRIGGER capacity_activity_never_changed BEFORE UPDATE OR DELETE ON capacity_activity FOR EACH ROW EXECUTE FUNCTION capacity_activity_refuse();
CREATE TRIGGER capacity_activity_never_emptied BEFORE TRUNCATE ON capacity_activity FOR EACH STATEMENT EXECUTE FUNCTION capacity_activity_refuse();
