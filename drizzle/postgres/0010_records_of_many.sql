-- What was done to several agents at once is found from each of them, also what was done before this table was there.
INSERT INTO "audit_subjects" ("workspace_id", "subject_id", "at", "event_id")
	SELECT e."workspace_id", j."value", e."at", e."id"
	FROM "audit_events" e,
		jsonb_array_elements_text(CASE WHEN jsonb_typeof(e."details"::jsonb -> 'agents') = 'array' THEN e."details"::jsonb -> 'agents' ELSE '[]'::jsonb END) AS j("value")
	WHERE e."workspace_id" IS NOT NULL AND e."subject_id" IS NULL
	ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE TRIGGER "audit_subjects_no_update" BEFORE UPDATE OR DELETE ON "audit_subjects"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_subjects_no_truncate" BEFORE TRUNCATE ON "audit_subjects"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
