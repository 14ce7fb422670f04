DROP INDEX "agents_by_title";--> statement-breakpoint
CREATE INDEX "agents_in_title_order" ON "agents" USING btree ("workspace_id","deleted_at","sort_key","id");--> statement-breakpoint
CREATE INDEX "agents_in_update_order" ON "agents" USING btree ("workspace_id","deleted_at","updated_at","id");