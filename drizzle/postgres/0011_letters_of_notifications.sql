ALTER TABLE "notifications" ADD COLUMN "unmailed_since" bigint;--> statement-breakpoint
CREATE INDEX "notifications_unmailed" ON "notifications" USING btree ("unmailed_since");