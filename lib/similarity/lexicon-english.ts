/** Which words of an agent's trade are said in more than one way in English? */

/** Rows: what a word counts as, then its synonyms and abbreviations; `*` and `_` as in the other tables. */
export const ENGLISH_LEXICON = `
kubernetes|k8s kube kubectl
javascript|js ecmascript
typescript|ts
python|py pythonista
golang|go-lang gopher gophers
rust|rustlang rustacean
csharp|c-sharp
database|db dbs dba databases rdbms
postgres|postgresql psql
documentation|docs doc document documenter documenting documented documents documentarian
test|qa tester testers testing tests tested testcase testcases
machine learning|ml mlops
artificial intelligence|ai
user interface|ui gui
user experience|ux experience_design experience_designer interaction_design interaction_designer
user interface experience|uiux
infrastructure|infra iac
performance|perf
optimize|optimizer optimiser optimization optimisation optimise optimizing tune tuning tuner
authentication|auth authn login signin sign-in
authorization|authz rbac
security|infosec appsec secops secure hardening
vulnerability|vuln vulns exploit exploits exploitable cve cves
penetration|pentest pentester pentesting red_team red_teamer red_teaming
environment|env envs
configuration|config configs configure
repository|repo repos
pull request|pr prs merge_request merge_requests
application|app apps applications
kubernetes helm|helm
deploy deployment|deploys deployed deploying deployer deployments rollout rollouts ship shipping
release|releases releasing released
cicd pipeline|cicd continuous_integration continuous_delivery continuous_deployment github_actions gitlab_ci jenkins
backend server|back_end backend server-side server_side serverside
frontend|front_end frontends client-side client_side
fullstack|full_stack
mobile app|mobile ios_android android_ios
react native|reactnative
debug|debugger debugging troubleshoot troubleshooter troubleshooting bugfix bug_fix bug_fixer bug_hunter diagnose diagnosis diagnostic diagnostics
bug|bugs defect defects
root cause|rca
error|errors exception exceptions crash crashes failure failures fault faults
review|reviewer reviewers reviewing reviewed reviews critic critique inspect inspector
audit|auditor auditing audits
architect|architecture architectural architects architecting
design|designer designing designs designed
develop|developer developers developing development dev devs coder coding programmer
engineer|engineers engineering
write|writer writers writing writes written author authors authoring draft drafts drafting
analyze|analyst analysts analysis analyzer analyse analyses analyzing
research|researcher researchers researching investigate investigator
plan|planner planners planning plans
manage|manager managers managing management
refactor|refactoring refactors refactorer restructure
simplify|simplifier simplification simplifying
migrate|migration migrations migrating modernize modernization modernizer
performance latency|latency slow slowness slowdown speed fast faster throughput
memory leak|memory_leak memory_leaks
observability|o11y telemetry
accessibility|a11y wcag
internationalization|i18n l10n localization
reliability|sre reliable
query|queries sql
schema|schemas ddl
large language model|llm llms
quantitative|quant
e-commerce|ecommerce
customer|customers client clients
customer support|helpdesk help_desk service_desk
project manage|scrum kanban project_manager
incident|incidents oncall on_call outage outages postmortem postmortems
sales outreach|sdr bdr prospecting outbound
seo|organic_search search_engine search_engines
content write|copywriter copywriters copywriting storyteller storytelling blogger
documentation write|technical_writer technical_writers technical_writing tech_writer
cloud cost|finops
frontend user interface|web_ui
code review|pr_review code_reviewer code_reviews
legal|law lawyer attorney counsel
product requirement|prd prds
style|css styling stylesheet stylesheets
`;
