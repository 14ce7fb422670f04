-- Kept beside the text instead of computed from it by every search that the index does not answer alone.
DROP INDEX "agents_search";
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "search_vector" tsvector
	GENERATED ALWAYS AS (array_to_tsvector(string_to_array("search_text", ' '))) STORED;
--> statement-breakpoint
CREATE INDEX "agents_search" ON "agents" USING gin ("search_vector");
--> statement-breakpoint
-- Lists sort byte by byte, as SQLite does, whatever language the database speaks.
ALTER TABLE "agents" ALTER COLUMN "sort_key" TYPE text COLLATE "C";
