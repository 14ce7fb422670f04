DROP INDEX "notifications_of_person";--> statement-breakpoint
DROP INDEX "proposal_agents_of_agent";--> statement-breakpoint
DROP INDEX "review_requests_of_person";--> statement-breakpoint
CREATE INDEX "comments_of_workspace" ON "comments" USING btree ("workspace_id","thread_id","created_at");--> statement-breakpoint
CREATE INDEX "distinct_pairs_of_a" ON "distinct_pairs" USING btree ("agent_a");--> statement-breakpoint
CREATE INDEX "distinct_pairs_of_b" ON "distinct_pairs" USING btree ("agent_b");--> statement-breakpoint
CREATE INDEX "live_documents_of_workspace" ON "live_documents" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "live_updates_of_workspace" ON "live_updates" USING btree ("workspace_id","agent_id","sequence");--> statement-breakpoint
CREATE INDEX "notifications_in_order" ON "notifications" USING btree ("workspace_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "proposal_agents_of_workspace" ON "proposal_agents" USING btree ("workspace_id","proposal_id");--> statement-breakpoint
CREATE INDEX "review_requests_of_workspace" ON "review_requests" USING btree ("workspace_id","proposal_id");--> statement-breakpoint
CREATE INDEX "reviews_of_workspace" ON "reviews" USING btree ("workspace_id","proposal_id","created_at");--> statement-breakpoint
CREATE INDEX "templates_text" ON "templates" USING btree ("workspace_id","text_sha");--> statement-breakpoint
CREATE INDEX "proposal_agents_of_agent" ON "proposal_agents" USING btree ("agent_id","workspace_id");--> statement-breakpoint
CREATE INDEX "review_requests_of_person" ON "review_requests" USING btree ("user_id","workspace_id");
--> statement-breakpoint
-- The versions of a workspace that was given up go a few at a time, before their agents.
CREATE OR REPLACE FUNCTION "refuse_delete_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "agents" WHERE "id" = OLD."agent_id")
		AND EXISTS (SELECT 1 FROM "workspaces" WHERE "id" = OLD."workspace_id" AND "deletion_due_at" IS NULL) THEN
		RAISE EXCEPTION 'versions are immutable';
	END IF;
	RETURN OLD;
END $$;
