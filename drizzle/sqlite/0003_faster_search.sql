-- The same index again, with one for beginnings of up to three characters: what a person has typed so far.
DROP TABLE `agent_search`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `agent_search` USING fts5(
	words,
	content='',
	contentless_delete=1,
	prefix='1 2 3',
	tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
--> statement-breakpoint
INSERT INTO `agent_search` (rowid, words)
	SELECT `key`, `search_text` FROM `agents` JOIN `agent_search_keys` ON `agent_id` = `agents`.`id`;
