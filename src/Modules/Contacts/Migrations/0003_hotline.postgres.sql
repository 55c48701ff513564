CREATE FUNCTION hotline_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'what was said on the hotline is never changed or deleted'; END $$;
CREATE TRIGGER hotline_message_never_changed BEFORE UPDATE OR DELETE ON hotline_message FOR EACH ROW EXECUTE FUNCTION hotline_refuse();
CREATE TRIGGER hotline_message_never_emptied BEFORE TRUNCATE ON hotline_message FOR EACH STATEMENT EXECUTE FUNCTION hotline_refuse();
CREATE TRIGGER hotline_file_never_changed BEFORE UPDATE OR DELETE ON hotline_file FOR EACH ROW EXECUTE FUNCTION hotline_refuse();
CREATE TRIGGER hotline_file_never_emptied BEFORE TRUNCATE ON hotline_file FOR EACH STATEMENT EXECUTE FUNCTION hotline_refuse();
CREATE TRIGGER hotline_receipt_never_changed BEFORE UPDATE OR DELETE ON hotline_receipt FOR EACH ROW EXECUTE FUNCTION hotline_refuse();
CREATE TRIGGER hotline_receipt_never_emptied BEFORE TRUNCATE ON hotline_receipt FOR EACH STATEMENT EXECUTE FUNCTION hotline_refuse();
