CREATE FUNCTION law_norm_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'entries on norms are never changed or deleted'; END $$;
CREATE TRIGGER law_norm_evidence_never_changed BEFORE UPDATE OR DELETE ON law_norm_evidence FOR EACH ROW EXECUTE FUNCTION law_norm_refuse();
CREATE TRIGGER law_norm_evidence_never_emptied BEFORE TRUNCATE ON law_norm_evidence FOR EACH STATEMENT EXECUTE FUNCTION law_norm_refuse();
CREATE TRIGGER law_norm_withdrawal_never_changed BEFORE UPDATE OR DELETE ON law_norm_withdrawal FOR EACH ROW EXECUTE FUNCTION law_norm_refuse();
CREATE TRIGGER law_norm_withdrawal_never_emptied BEFORE TRUNCATE ON law_norm_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION law_norm_refuse();
CREATE TRIGGER law_norm_assessment_never_changed BEFORE UPDATE OR DELETE ON law_norm_assessment FOR EACH ROW EXECUTE FUNCTION law_norm_refuse();
CREATE TRIGGER law_norm_assessment_never_emptied BEFORE TRUNCATE ON law_norm_assessment FOR EACH STATEMENT EXECUTE FUNCTION law_norm_refuse();
