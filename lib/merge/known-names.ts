/** Which words are names of products, languages and standards, although nothing in their shape says so? */

const words = (list: string) => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Names that are no English words: they are names wherever they stand. */
export const KNOWN_NAMES: ReadonlySet<string> = words(`
  WinForms Blazor JavaFX SwiftUI UIKit Airflow Akka Algolia Android Angular Ansible Anthropic Apache Appium Argo Astro Auth0 Azure
  Babel Backstage Bazel Bitbucket Bootstrap Bun Buildkite Burp Cassandra Celery Chai Cilium Claude Clerk
  Cloudflare Cloudflared Consul Coq Cosmos Cucumber Cypress Dagster Datadog Dask Datomic Debian Deno Django
  Docker Dockerfile Drizzle Drupal Dynatrace Elasticsearch Electron Elixir Elm Erlang Eslint Expo Fastify
  Fedora Figma Firebase Firebird Firefox Firestore Flask Flutter Flyway Fortran Gatling Gatsby Gemini Gherkin
  Git Gitea Gitflow Github Gitlab Golang Google Gradle Grafana Grails Groovy Gunicorn Hadoop Haskell Helm
  Heroku Hibernate Hono Hugo Ionic Istio Jaeger Jasmine Java Javascript Jenkins Jest Jetpack Jira Junit Jupyter
  Kafka Keras Keycloak Kibana Kotlin Kubernetes Kustomize Laravel Linkerd Linux Liquibase Lodash Lombok Loki
  Lua Magento Mailgun Matplotlib Maven Memcached Metabase Microsoft Mixpanel Mocha Mockito Mongo Mongoose Mypy
  Neo4j Netlify Nginx Nomad Numpy Nuxt OpenAI Okta Oracle Packer Pandas Parquet Perl Pinecone Playwright Podman
  Polars Postgres Postgresql Postman Prettier Prisma Prometheus Pulumi Puppeteer Pydantic Pylint Pytest Python
  Pytorch Qdrant Rails Redis Redshift Redux Remix Resend Rollup Ruby Rust Sass Scala Scikit Segment Selenium
  Semgrep Sentry Sequelize Shopify Sidekiq Sinatra Slack Slim Snowflake Snyk Solidity Solr Spark Splunk
  Spotify Sqlite Stripe Supabase Svelte Swagger Symfony Tailwind Tauri Tekton Temporal Terraform Terragrunt
  Tomcat Trello Trino Trivy Turbopack Twilio Typescript Ubuntu Unity Unix Unreal Uvicorn Vercel Vite Vitest
  Vue Vuex Webflow Webpack Weaviate Windows Wordpress Xamarin Xcode Yarn Zapier Zeplin Zig Zustand
`);

/** Names that are common words too: they are names only where no sentence begins. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = words(`
  Actix Ada Argo Backbone Bash Beam Bootstrap Branch Chef Cosmos Crystal Dart Echo Ember Excel Express Falcon
  Fiber Flow Gin Go Hardhat Hive Joi Julia Ktor Looker Material Meteor Mint Nest Next Notion Oracle Phoenix Pine
  Pinia Puppet Quarkus React Remix Rocket Safari Salt Segment Sketch Slim Spark Spring Storybook Swift Temporal
  Truffle Unity Vault Zoom
`);

/** Acronyms whose parts mean nothing apart. */
export const COMPOUNDS: ReadonlySet<string> = words(
  'CI/CD TCP/IP I/O A/B UI/UX UX/UI PCI/DSS N/A OS/2 OAuth/OIDC',
);

/** Words in capitals that stress, and are no acronyms. */
export const STRESSED: ReadonlySet<string> = words(`
  A ABSOLUTE ABSOLUTELY ACTION ADD AFTER AGAIN ALL ALSO ALWAYS AN AND ANY ARE AS ASK AT AVOID BAD BE BEFORE BEST BOTH
  BUT BY CAN CANNOT CHECK CODE CORE CREATE CRITICAL DO DON DONE DOES DURING EACH ELSE END EVER EVERY EXACT EXACTLY FAIL
  FAILED FILE FILES FIRST FIX FOCUS FOR FROM FULL GOAL GOOD HAS HAVE HIGH HOW IF IMPORTANT IN INPUT INTO IS IT KEEP KEY
  LAST LIST LOW MAIN MAKE MANDATORY MAX MAY MEDIUM MIN MUST MY NEED NEVER NEW NEXT NO NONE NOT NOTE NOW OF OFF ON ONCE
  ONE ONLY OR OTHER OUR OUT OUTPUT OVER PASS PER PLAN READ READY REQUIRED ROLE RULE RULES RUN SAME SHALL SHOULD SKIP SO
  START STEP STEPS STOP STRICT STRICTLY SUCH TASK TASKS TEST TESTS THAT THE THEIR THEM THEN THESE THEY THIS TIPS TO TODO
  TOOLS TRUE FALSE TWO UNTIL UP USE USER VERY WARNING WAS WE WHAT WHEN WHERE WHICH WHILE WHO WHY WILL WITH WITHOUT WORK
  WRITE YES YOU YOUR ZERO
`);

/** Words of roles and of rank, which open an agent in capitals without naming anything. */
export const TITLE_WORDS: ReadonlySet<string> = words(`
  Advisor Agent Ai Analyst Architect Assistant Auditor Backend Builder Chief Coach Consultant Coordinator Data Designer
  Developer Development Director Engineer Engineering Engineers Expert Frontend Full Fullstack Guide Head I Lead Leader
  Manager Master Mentor Officer Operator Orchestrator Planner Principal Professional Programmer Reviewer Scientist
  Security Senior Software Specialist Staff Stack Strategist System Systems Tech Technical Technician Tester Writer
`);

/** Whether a word is on one of our lists of names, or has the shape of one, as `FastAPI` and `PHP` have. */
export function isKnownName(word: string): boolean {
  const bare = word.replace(/^[*_("'`]+/, '');
  if (KNOWN_NAMES.has(bare) || AMBIGUOUS_NAMES.has(bare)) return true;
  return /^\p{Lu}[\p{Lu}\p{N}]+$|\p{Ll}\p{Lu}|\p{L}\.\p{L}/u.test(bare) && !STRESSED.has(bare);
}
