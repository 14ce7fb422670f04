CREATE TABLE "audit_subjects" (
	"workspace_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" bigint NOT NULL,
	"event_id" text NOT NULL,
	CONSTRAINT "audit_subjects_pk" PRIMARY KEY("workspace_id","subject_id","at","event_id")
);
--> statement-breakpoint
CREATE INDEX "audit_events_of_event" ON "audit_events" USING btree ("workspace_id","event","at");--> statement-breakpoint
CREATE INDEX "audit_events_by_outcome" ON "audit_events" USING btree ("workspace_id","outcome","at");