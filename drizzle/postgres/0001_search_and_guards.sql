-- Full-text search over agents.search_text. Its words are already tokenised, so they become lexemes as they
-- are: PostgreSQL's own parser would split them again, and differently per locale.
CREATE INDEX "agents_search" ON "agents" USING gin (array_to_tsvector(string_to_array("search_text", ' ')));
--> statement-breakpoint
-- Versions and texts never change, and go only together with their workspace. Audit events never change nor go.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% are immutable', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE FUNCTION "refuse_delete_within_workspace"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "workspaces" WHERE "id" = OLD."workspace_id") THEN
		RAISE EXCEPTION '% are immutable', TG_TABLE_NAME;
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER "versions_no_update" BEFORE UPDATE ON "versions"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "versions_no_delete" BEFORE DELETE ON "versions"
	FOR EACH ROW EXECUTE FUNCTION "refuse_delete_within_workspace"();
--> statement-breakpoint
CREATE TRIGGER "versions_no_truncate" BEFORE TRUNCATE ON "versions"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "texts_no_update" BEFORE UPDATE ON "texts"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "texts_no_delete" BEFORE DELETE ON "texts"
	FOR EACH ROW EXECUTE FUNCTION "refuse_delete_within_workspace"();
--> statement-breakpoint
CREATE TRIGGER "texts_no_truncate" BEFORE TRUNCATE ON "texts"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_events_no_update" BEFORE UPDATE OR DELETE ON "audit_events"
	FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_events_no_truncate" BEFORE TRUNCATE ON "audit_events"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
