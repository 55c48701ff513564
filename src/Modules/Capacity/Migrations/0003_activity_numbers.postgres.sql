CREATE TRIGGER capacity_activity_number_never_changed BEFORE UPDATE OR DELETE ON capacity_activity_number FOR EACH ROW EXECUTE FUNCTION capacity_activity_refuse();
CREATE TRIGGER capacity_activity_number_never_emptied BEFORE TRUNCATE ON capacity_activity_number FOR EACH STATEMENT EXECUTE FUNCTION capacity_activity_refuse();
