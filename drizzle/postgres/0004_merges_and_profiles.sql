CREATE TABLE "distinct_pairs" (
	"workspace_id" text NOT NULL,
	"agent_a" text NOT NULL,
	"agent_b" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "distinct_pairs_pk" PRIMARY KEY("workspace_id","agent_a","agent_b")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"result_agent_id" text,
	"result_version_id" text,
	"sources" text NOT NULL,
	"decisions" text NOT NULL,
	"proposal" text
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"agent_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"version_id" text NOT NULL,
	"recipe" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"profile" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "agents_in_title_order";--> statement-breakpoint
DROP INDEX "agents_in_update_order";--> statement-breakpoint
DROP INDEX "agents_by_name";--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "archived_at" bigint;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "profile_sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_agent_a_agents_id_fk" FOREIGN KEY ("agent_a") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_agent_b_agents_id_fk" FOREIGN KEY ("agent_b") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merges_in_update_order" ON "merges" USING btree ("workspace_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "merges_by_result" ON "merges" USING btree ("workspace_id","result_agent_id","result_version_id");--> statement-breakpoint
CREATE INDEX "profiles_in_change_order" ON "profiles" USING btree ("workspace_id","sequence","agent_id");--> statement-breakpoint
CREATE INDEX "agents_in_title_order" ON "agents" USING btree ("workspace_id","deleted_at","archived_at","sort_key","id");--> statement-breakpoint
CREATE INDEX "agents_in_update_order" ON "agents" USING btree ("workspace_id","deleted_at","archived_at","updated_at","id");--> statement-breakpoint
CREATE INDEX "agents_by_name" ON "agents" USING btree ("workspace_id","name","loads","deleted_at","archived_at","id");