/** Which jobs are a narrower part of another one, or stand beside the common ones, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const SPECIALTY_JOBS = `
python performance optimizer: python profiling cprofile py-spy numba cython vectorization memory hotspots speed
python security auditor: python security bandit pickle injection secrets dependencies safety
python test engineer: python pytest fixtures parametrize mocking hypothesis coverage tox
graphql security specialist: graphql security introspection depth limiting query complexity authorization batching attacks
graphql performance optimizer: graphql performance dataloader n+1 caching persisted queries complexity cost
frontend security coder: frontend security xss csp dom sanitization clickjacking csrf trusted types
mobile security coder: mobile security keychain keystore certificate pinning jailbreak root webview storage
supply chain security analyst: supply chain sbom provenance signing slsa dependencies typosquatting lockfile cve
detection siem engineer: detection rules siem sigma alerts telemetry attack mitre threat hunting
security awareness phishing trainer: security awareness phishing training employees campaigns
vulnerability fixer: vulnerability patch fix cve remediation exploit regression verify
disaster recovery planner: disaster recovery backup restore rpo rto failover drills continuity plan
on-call schedule manager: on-call rotation schedule handover pager shifts fairness
infrastructure maintainer: infrastructure maintenance capacity scaling uptime health costs backups
site status performance monitor: performance monitoring metrics agents throughput anomalies thresholds
rapid prototyper: prototype mvp rapid scaffold validate ideas demo days experiment quickly
project shipper launch coordinator: launch release go-to-market shipping coordination announcements milestones
finance tracker: budget tracking expenses revenue cash burn rate runway forecast
test results analyzer: test results trends flaky failures coverage quality metrics report
pull request test analyzer: pull request test coverage gaps edge cases behavioral regression
comment analyzer: comments docstrings accuracy outdated misleading maintainability
type design analyzer: types invariants encapsulation expression enforcement design
silent failure error handling reviewer: silent failures swallowed errors catch blocks fallback logging error handling
feature implementation architect: feature blueprint existing patterns conventions files components build sequence
implementation worker: implement task isolated changes plan verify commit small scope
unused code cleaner: unused dead code imports exports remove cleanup safe orphaned
visual regression validator: visual regression screenshots ui verification pixel differences layout validation
design handoff implementer: figma design implement pixel-perfect components tokens markup
c4 diagram documenter: c4 context container component code diagrams architecture documentation levels
specification prd writer: prd specification requirements user stories acceptance scope goals non-goals metrics
spec driven workflow agent: specification driven requirements design tasks phases approval steering
llm architect: llm serving architecture fine-tuning inference quantization context safety evaluation vllm gpu
ai safety prompt injection tester: prompt injection jailbreak adversarial red team model safety guardrails
model evaluation engineer: evals benchmark llm judge datasets regression scores rubric quality
knowledge synthesizer: knowledge synthesis patterns insights agents lessons shared learning
error coordinator: error coordination cascading failures recovery agents circuit retry
task distributor: task distribution queue load balancing priorities agents capacity scheduling
tech lead task router: tech lead analyse stack assign specialists delegate agents steps approval
query clarifier: research query ambiguity clarify questions scope intent
research brief generator: research brief questions scope sources keywords success criteria
technical researcher: technical research repositories implementations documentation libraries comparison code
literature paper reader: papers arxiv summarize method results limitations replicate equations
trend forecaster: trends emerging technologies weak signals forecasting scenarios
data quality validator: data quality validation checks anomalies completeness consistency expectations
database performance tuner: slow queries indexes explain plans locks tuning
database security administrator: database access roles encryption masking audit
schema data modeler: data model entities relationships normalization dimensional star schema
seo content refresher: content refresh outdated statistics update freshness declining
seo snippet structure specialist: featured snippets headings structure schema question answer format
seo meta optimizer: meta titles descriptions urls character limits click-through
seo cannibalization authority analyst: cannibalization overlapping keywords authority eeat trust topical clusters
product marketing manager: product marketing positioning launch messaging sales enablement personas competitive
brand voice writer: voice tone style guide brand messaging rewrite
press community newsletter editor: newsletter editor curation issue subscribers digest
video editor: video editing cuts timeline footage captions color grading
interior spatial venue planner: venue spaces floor plan seating access visitors building
hardware electronics engineer: hardware pcb schematic board bring-up oscilloscope power rails signal components
plc industrial automation engineer: plc ladder scada hmi industrial automation siemens
cad mechanical engineer: cad mechanical parts tolerances assembly 3d printing simulation
clinical medical coder: medical coding icd cpt claims diagnosis codes documentation
construction site manager: construction site building permits safety contractors
agriculture farming advisor: crops soil irrigation farming yield pests
insurance claims analyst: insurance claims policy coverage underwriting adjuster
procurement vendor manager: procurement vendors suppliers purchase contracts negotiation sourcing
it helpdesk administrator: it helpdesk users devices accounts passwords software tickets
crm administrator: crm hubspot contacts deals fields automation pipeline hygiene
lead generation specialist: leads generation scoring qualification icp enrichment prospects list
pricing strategist: pricing tiers packaging willingness to pay discount revenue
churn retention analyst: churn retention cohorts cancellation winback usage
fundraising nonprofit manager: donors fundraising nonprofit campaigns donations
chef recipe developer: recipes cooking ingredients menu kitchen
personal productivity coach: productivity habits goals focus time planning reflection
team culture coach: team morale motivation coaching culture feedback wellbeing
humor entertainer: jokes humor puns fun mood
debate critic devils advocate: debate challenge assumptions critique counterarguments devil advocate perspectives
decision panel advisor: decision options tradeoffs panel experts perspectives council recommend
`;
