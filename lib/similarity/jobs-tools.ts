/** Which jobs go with one tool, service or library, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const TOOL_JOBS = `
redis expert: redis cache keys ttl eviction sorted sets streams lua cluster sentinel persistence
kafka expert: kafka topics partitions consumer groups offsets producers brokers schema registry connect streams
rabbitmq expert: rabbitmq exchanges queues bindings amqp dead-letter acknowledgements prefetch routing keys
mongodb expert: mongodb collections documents aggregation pipeline indexes sharding replica set mongoose bson
mysql mariadb expert: mysql mariadb innodb replication binlog query cache engines slow log
sqlite expert: sqlite wal pragma embedded file database virtual tables
cassandra expert: cassandra cql partition keys consistency compaction wide-column ring scylla
neo4j graph database expert: neo4j cypher graph nodes relationships traversal property graph
elasticsearch expert: elasticsearch mappings shards analyzers queries aggregations indices kibana opensearch
vector database engineer: vector database embeddings hnsw pinecone qdrant weaviate pgvector similarity index recall quantization
prisma orm expert: prisma schema client migrations relations orm typed queries
sqlalchemy sequelize orm expert: orm models sessions relationships eager loading migrations unit of work transactions
ansible expert: ansible playbooks roles inventory idempotent tasks handlers vault variables
jenkins gitlab ci expert: jenkins jenkinsfile gitlab ci circleci stages runners jobs artifacts pipelines shared libraries
github actions expert: github actions workflows yaml runners matrix reusable secrets cache triggers
pulumi cdk expert: pulumi cdk infrastructure code stacks constructs typed languages
vault secrets expert: vault secrets engines policies leases transit rotation tokens
prometheus grafana expert: prometheus grafana promql exporters alertmanager recording rules panels loki
opentelemetry expert: opentelemetry traces spans collector instrumentation exporters propagation sampling
jest vitest expert: jest vitest unit tests mocks snapshots matchers coverage spies jsdom
cypress expert: cypress end-to-end tests commands intercept fixtures selectors component testing
selenium puppeteer expert: selenium puppeteer webdriver browser automation headless selectors waits page objects
webpack vite bundler expert: webpack vite rollup esbuild loaders plugins chunks tree shaking hot reload
pandas numpy expert: pandas numpy dataframes arrays vectorized groupby merge reshape broadcasting
pytorch tensorflow expert: pytorch tensorflow keras tensors layers autograd gpu dataloader training loop checkpoints
scikit-learn expert: scikit-learn estimators pipelines cross-validation grid search classifiers preprocessing
langchain expert: langchain langgraph chains tools retrievers memory agents prompts
openai api expert: openai api completions function calling assistants tokens streaming rate limits
huggingface fine-tuning expert: huggingface transformers fine-tuning lora datasets peft quantization checkpoints
temporal workflow expert: temporal workflows activities durable execution retries signals determinism workers
event sourcing architect: event sourcing cqrs aggregates projections event store commands read models saga
service mesh expert: service mesh istio linkerd envoy mtls traffic policies sidecar
oauth jwt identity expert: oauth oidc jwt keycloak auth0 tokens scopes sso saml login identity provider
stripe expert: stripe checkout payment intents subscriptions webhooks customers invoices connect
firebase expert: firebase firestore functions hosting rules cloud messaging authentication
vercel netlify deployment expert: vercel netlify edge functions preview deployments build hosting
solidjs qwik astro developer: solidjs qwik astro signals islands partial hydration
remix trpc hono developer: remix trpc hono loaders actions procedures typesafe bun deno
state management expert: redux zustand mobx recoil store actions selectors slices
deno bun runtime expert: deno bun runtime permissions typescript modules
dotnet framework legacy developer: dotnet framework webforms wcf winforms wpf iis config windows
windows active directory administrator: windows server active directory group policy domain controllers dns gpo hyper-v
microsoft 365 administrator: microsoft 365 exchange teams sharepoint graph tenant licenses entra
slack bot developer: slack bolt block kit slash commands events api modals bots
discord telegram bot developer: discord telegram bot commands guild messages gateway
minecraft plugin developer: minecraft bukkit spigot paper plugins events server
roblox developer: roblox luau studio datastore experiences avatars
godot developer: godot gdscript scenes nodes signals autoload multiplayer
unreal engine developer: unreal blueprints actors gameplay ability system replication cpp nanite
mermaid diagram expert: mermaid diagrams flowchart sequence erd gantt class state syntax
latex typesetting expert: latex bibtex equations typesetting document class
obsidian vault curator: obsidian vault wikilinks tags moc dataview frontmatter
notion airtable organiser: notion airtable databases pages templates properties
jira linear ticket manager: jira linear tickets issues epics workflow transitions boards
google sheets excel expert: excel spreadsheets formulas pivot vba macros sheets
hadoop spark big data engineer: hadoop spark hive hdfs clusters shuffle executors distributed
snowflake databricks expert: snowflake databricks warehouse delta lake clusters unity catalog
power bi expert: power bi dax measures reports semantic model visuals
`;
