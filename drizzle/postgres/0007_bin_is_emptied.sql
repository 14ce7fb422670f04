-- An agent goes only from the bin, or with its workspace; its versions go with it, and texts when nothing says them any more.
CREATE FUNCTION "refuse_delete_of_used_agent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."deleted_at" IS NULL AND EXISTS (SELECT 1 FROM "workspaces" WHERE "id" = OLD."workspace_id") THEN
		RAISE EXCEPTION 'agents are deleted from the bin only';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER "agents_no_delete" BEFORE DELETE ON "agents"
	FOR EACH ROW EXECUTE FUNCTION "refuse_delete_of_used_agent"();
--> statement-breakpoint
CREATE FUNCTION "refuse_delete_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "agents" WHERE "id" = OLD."agent_id")
		AND EXISTS (SELECT 1 FROM "workspaces" WHERE "id" = OLD."workspace_id") THEN
		RAISE EXCEPTION 'versions are immutable';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
DROP TRIGGER "versions_no_delete" ON "versions";
--> statement-breakpoint
CREATE TRIGGER "versions_no_delete" BEFORE DELETE ON "versions"
	FOR EACH ROW EXECUTE FUNCTION "refuse_delete_of_version"();
--> statement-breakpoint
CREATE FUNCTION "refuse_delete_of_said_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "workspaces" WHERE "id" = OLD."workspace_id")
		AND (
			EXISTS (SELECT 1 FROM "versions" WHERE "workspace_id" = OLD."workspace_id" AND "text_sha" = OLD."sha256")
			OR EXISTS (SELECT 1 FROM "templates" WHERE "workspace_id" = OLD."workspace_id" AND "text_sha" = OLD."sha256")
		) THEN
		RAISE EXCEPTION 'texts are immutable';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
DROP TRIGGER "texts_no_delete" ON "texts";
--> statement-breakpoint
CREATE TRIGGER "texts_no_delete" BEFORE DELETE ON "texts"
	FOR EACH ROW EXECUTE FUNCTION "refuse_delete_of_said_text"();
--> statement-breakpoint
DROP FUNCTION "refuse_delete_within_workspace";
