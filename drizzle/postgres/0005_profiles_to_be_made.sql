-- Every agent has a profile; those of agents that were here before are made when somebody first asks.
INSERT INTO "profiles" ("agent_id", "workspace_id", "version_id", "recipe", "sequence", "profile")
	SELECT "id", "workspace_id", "current_version_id", 0, 0, '' FROM "agents";
