/** Which jobs are there in building and running software, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const ENGINEERING_JOBS = `
backend architect: backend api server-side services database schema authentication scalability caching microservices rest endpoints message queues rate limiting indexing service boundaries contracts
backend developer: backend server api endpoints database business logic authentication validation services implement controllers repository orm
frontend developer: frontend user interface components react vue css responsive state accessibility browser performance html bundle lighthouse web vitals pages tailwind design
fullstack developer: fullstack frontend backend database end-to-end feature api react node deployment stack integration
software architect: software architecture systems design patterns tradeoffs decisions adr scalability modularity boundaries coupling solid domain-driven technical strategy diagrams quality attributes evolution
architecture reviewer: architecture review patterns solid boundaries coupling dependencies consistency layering modularity impact changes structural integrity
code reviewer: code review pull request diff quality maintainability readability bugs feedback severity critical warnings suggestions style naming changes commit nitpick approve merge
debugger: debug root cause bug error stack trace reproduce failure hypothesis isolate fix breakpoints logs regression symptom crash unexpected behavior
error detective: error logs patterns stack traces correlation anomalies production incidents search aggregation regex elasticsearch splunk cascade timeline
refactoring specialist: refactor code smells duplication extract technical debt clean simplify restructure preserve behavior legacy cohesion incremental safe
code simplifier: simplify code clarity readability reduce complexity nesting redundant preserve functionality recently modified clean
legacy modernizer: legacy modernization migrate upgrade strangler outdated framework cobol monolith backward compatibility incremental deprecated modernise
test automation engineer: test automation unit integration e2e suite coverage fixtures mocks ci flaky playwright cypress selenium jest pytest assertions pyramid test data runner
qa engineer: quality assurance test plan cases manual exploratory regression defects acceptance criteria release sign-off bug reports checklist functional
unit test writer: unit tests cases edge mocks assertions coverage tdd arrange act assert stubs generate isolation
tdd practitioner: tdd red green refactor failing test first cycle minimal implementation
e2e playwright tester: playwright e2e browser scenarios selectors cypress page objects screenshots flows user journeys
api tester: api tests endpoints contract postman load status responses schema validation integration rest assured
performance engineer: performance profiling bottlenecks latency throughput load testing caching optimize benchmark flame graphs memory cpu slow k6 jmeter p95 query core web vitals
load tester: load stress test k6 locust gatling jmeter concurrent users throughput spike soak capacity
security auditor: security audit vulnerabilities owasp injection xss csrf authentication authorization encryption secrets dependencies threat compliance penetration risk severity remediation findings cve
penetration tester: penetration testing exploit ethical hacking reconnaissance burp metasploit payload privilege escalation attack vectors report red team
security engineer devsecops: devsecops sast dast pipelines secrets scanning hardening security automation supply chain policies zero trust siem
threat modeler: threat model stride attack trees trust boundaries adversaries mitigations dataflow assets
application security coder: secure coding input validation sanitization injection prevention authentication headers csrf encoding cookies secure implementation
compliance auditor: compliance gdpr hipaa soc2 pci iso27001 controls evidence audit regulatory policies gaps frameworks attestations
privacy engineer: privacy gdpr personal data consent minimization retention dpia anonymization pii subject rights ccpa
cryptography specialist: cryptography encryption keys tls hashing signatures ciphers aes rsa key management certificates
reverse engineer malware analyst: reverse engineering malware disassembly ida ghidra binary sandbox decompile obfuscation iocs
digital forensics responder: forensics breach containment evidence attacker indicators compromise chain custody eradication security incident
devops engineer: devops cicd docker kubernetes terraform pipeline infrastructure automation monitoring deployment github actions ansible jenkins helm gitops
deployment engineer: deployment cicd pipeline docker containers rollout blue-green canary rollback release github actions zero-downtime kubernetes environments staging
cloud architect: cloud aws azure gcp infrastructure terraform cost multi-cloud vpc serverless autoscaling landing zone high availability disaster recovery iam well-architected regions
hybrid cloud architect: hybrid cloud on-premises openstack vmware multi-cloud edge connectivity private
aws specialist: aws lambda s3 ec2 iam cloudformation cdk dynamodb ecs vpc sqs
azure specialist: azure entra bicep functions aks arm devops resource groups
gcp specialist: gcp bigquery cloud run gke pubsub firebase
terraform specialist: terraform modules state hcl providers infrastructure as code plan apply opentofu workspaces drift
kubernetes architect: kubernetes clusters helm operators pods ingress service mesh gitops argocd namespaces hpa manifests rbac istio crd
docker container expert: docker containers images dockerfile compose layers multi-stage registry slim
sre site reliability engineer: sre slo sli error budget reliability toil on-call postmortem capacity alerting availability runbooks chaos
incident responder: incident response outage severity triage mitigation postmortem on-call escalation status communication rollback timeline war room commander production stakeholders
devops troubleshooter: troubleshoot production logs deployment failures kubectl network dns monitoring outages hotfix debug containers
observability engineer: observability metrics tracing logs opentelemetry prometheus grafana dashboards alerts datadog slo instrumentation spans
monitoring specialist: monitoring alerts dashboards uptime metrics thresholds prometheus grafana nagios
chaos engineer: chaos engineering experiments resilience failure injection blast radius game days litmus
platform engineer: platform internal developer platform golden paths self-service backstage tooling kubernetes developer experience portal
network engineer: network dns load balancer tls routing vpn firewall bgp subnets latency switches cdn proxies packets
build engineer: build compile caching bundler webpack gradle bazel monorepo artifacts incremental speed turborepo
release manager: release versioning changelog semver branch schedule go-no-go tags notes coordination hotfix train
git workflow manager: git branches merge rebase conflicts commits pull requests hooks history conventional branching strategy worktree
dependency manager: dependencies packages updates vulnerabilities lockfile versions outdated licenses npm upgrade breaking
monorepo specialist: monorepo nx turborepo workspaces packages shared pnpm lerna
developer experience optimizer: developer experience onboarding tooling setup workflow friction automation scripts local environment dx productivity
cli developer: cli command-line arguments flags terminal prompts subcommands completion stdin output
tooling engineer: tooling plugins codegen scripts generators editor extensions linters automation internal
mcp server developer: mcp model context protocol server tools resources prompts transport stdio sdk json-rpc
database architect: database architecture schema modeling normalization erd partitioning sharding polyglot selection migration entities relationships
database optimizer: database query optimization indexes execution plan slow queries explain partition caching tuning vacuum statistics postgres mysql n+1 locks
database administrator: database administration backup restore replication users permissions failover monitoring maintenance recovery high availability dba vacuum
database migration specialist: migration schema zero-downtime rollback backfill expand contract versioned flyway liquibase alembic
postgres expert: postgres extensions jsonb vacuum replication indexes rls partition psql
nosql specialist: nosql mongodb documents cassandra dynamodb redis sharding denormalization aggregation
supabase specialist: supabase rls edge functions realtime storage auth postgres
api designer: api design rest openapi resources versioning pagination errors endpoints naming contract first hateoas schemas specification
api documenter: api documentation openapi swagger endpoints reference examples sdk postman request response developer portal authentication guide
documentation writer: documentation technical writing readme guides tutorials reference api user manual clear audience examples structure style docs onboarding how-to
documentation architect: documentation architecture structure manuals deep technical long-form codebase comprehensive chapters ebooks
tutorial engineer: tutorial learning step-by-step exercises beginners hands-on lessons progressive teach explain concepts
changelog writer: changelog release notes versions user-facing changes commits semver breaking highlights
codebase explorer archaeologist: codebase exploration understand analyze structure map trace flow entry points existing patterns onboarding dependency discover
game developer: game unity unreal godot gameplay physics rendering shaders player mechanics levels assets multiplayer loop
unity developer: unity csharp scenes prefabs scriptable objects urp shaders monobehaviour editor assets
game designer: game design mechanics balance progression economy player levels core loop rewards playtest
game narrative and level designer: level narrative quests pacing dialogue encounter world environment layout
graphics shader engineer: graphics shader gpu webgl opengl vulkan rendering threejs lighting
xr spatial developer: ar vr xr visionos webxr spatial immersive headset arkit unity
blockchain developer: blockchain smart contracts solidity ethereum defi web3 gas hardhat foundry tokens wallets nft erc20 dapp
smart contract auditor: smart contract audit solidity reentrancy vulnerabilities slither exploit formal verification
web3 integrator: web3 wallet ethers wagmi transaction metamask rpc dapp chain
payment integration engineer: payment stripe paypal checkout subscriptions webhooks pci billing refunds invoices idempotency
fintech engineer: fintech banking ledger transactions kyc aml regulatory payments reconciliation
iot engineer: iot devices mqtt sensors edge gateway telemetry firmware provisioning
robotics engineer: robotics ros motion planning kinematics slam sensors control actuators
telecom oran engineer: telecom oran nephio ran ric xapp o-ran 5g network functions smo e2 near-rt
accessibility specialist: accessibility wcag aria screen reader keyboard contrast focus a11y assistive inclusive alt text disabilities audit
seo technical engineer: technical seo crawl sitemap structured data indexing robots canonical schema speed
performance frontend optimizer: core web vitals lcp bundle lazy loading rendering images code splitting lighthouse
web scraping engineer: scraping crawler selectors playwright proxies extraction parse beautifulsoup html anti-bot
search engineer: search elasticsearch relevance ranking indexing analyzers queries facets opensearch
voice speech engineer: voice speech recognition transcription tts audio stt whisper assistant latency telephony
video audio media engineer: video ffmpeg streaming transcoding codecs audio encode captions
geospatial gis analyst: gis geospatial maps coordinates postgis layers qgis spatial projection
quantum computing scientist: quantum qubits circuits qiskit gates algorithms
bioinformatics scientist: bioinformatics genomics sequences dna alignment protein pipelines biology
scientific researcher physicist: simulation physics equations experiments numerical hypotheses
healthcare software engineer: healthcare hl7 fhir hipaa clinical ehr patients medical
email template developer: email html templates mjml client rendering outlook
chrome extension developer: browser extension manifest content scripts background chrome popup
low-code no-code automation builder: n8n zapier make workflow automation nodes triggers low-code integrations
salesforce developer: salesforce apex lightning soql triggers crm flows
localization engineer: localization i18n translation locales strings plural rtl language
`;
