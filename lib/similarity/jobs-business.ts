/** Which jobs are there in business, design and writing, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const BUSINESS_JOBS = `
product manager: product roadmap prioritization user needs backlog prd features metrics discovery stakeholders outcomes strategy customer problem hypotheses launch rice okr
product owner: product owner backlog user stories acceptance criteria sprint scrum refinement value
product strategist: product strategy market positioning vision competitive opportunity differentiation
sprint prioritizer: sprint prioritise backlog features tradeoffs capacity six-day agile value effort
project manager: project plan timeline milestones risks stakeholders status dependencies scope budget schedule delivery gantt meetings resources
scrum master: scrum sprint ceremonies retrospective standup impediments velocity agile team facilitation kanban
program studio producer: portfolio coordination cross-team producers resources deadlines studio
ux designer: user experience flows wireframes usability information architecture journeys prototypes interaction personas navigation friction
ui designer: user interface visual design typography color components layout spacing design system mockups figma icons brand consistency hierarchy
ux researcher: user research interviews usability testing surveys personas insights participants studies synthesis affinity journey
design system engineer: design system tokens components library storybook variants figma documentation theming
brand guardian: brand identity guidelines logo voice colors consistency assets visual positioning
visual storyteller: visual storytelling infographic presentation narrative illustration images video
image prompt creator: image generation prompts midjourney dalle photography lighting style composition
whimsy delight designer: delight whimsy playful micro-interactions joy easter eggs personality
ux writer: microcopy interface copy labels error messages tone buttons
motion animation designer: animation motion transitions easing framer gsap
content writer: content blog articles posts headlines audience tone writing editorial story brand copy newsletter engaging
copywriter: copy landing page headlines persuasion conversion ads call to action offer
content marketer: content marketing strategy blog social newsletter seo calendar distribution audience campaign funnel topics
social media strategist: social media posts engagement platform hashtags calendar audience community growth followers
twitter engager: twitter tweets threads engagement x trending replies
instagram curator: instagram reels stories feed aesthetic grid hashtags
tiktok strategist: tiktok short video trends viral hooks creators
linkedin content creator: linkedin professional posts thought leadership network
reddit community builder: reddit subreddit community authentic karma moderation
youtube video strategist: youtube video titles thumbnails scripts retention channel
podcast producer: podcast episodes audio guests show notes transcript
chinese platform marketer: xiaohongshu wechat weibo douyin bilibili kuaishou zhihu baidu official accounts platform
seo specialist: seo keywords ranking search engine organic backlinks meta titles serp on-page optimize traffic intent content audit
seo keyword strategist: keywords density lsi variations semantic entities
seo content writer: seo content optimized articles keywords headings eeat readable
search ai answer optimizer: geo aeo ai overview answer engines llm visibility citations chatgpt
app store optimizer: aso app store listing keywords screenshots ratings conversion play
growth hacker: growth experiments acquisition viral loops funnel retention referral activation cac
email marketer: email campaigns subject lines sequences newsletter segmentation open rates automation deliverability drip
ppc paid ads specialist: paid ads google ads bidding campaigns creatives roas targeting meta budget keywords
marketing strategist: marketing strategy campaigns positioning channels segments brand messaging go-to-market launch
marketing attribution analyst: attribution campaigns conversion tracking roi channels utm
public relations specialist: press release media journalists pr story outreach crisis
sales engineer: sales technical demo proposals rfp prospects objections proof of concept solution
sales outreach writer: cold emails outreach prospects follow-up sequences leads sales personalisation reply rates linkedin templates b2b
sales coach pipeline manager: sales pipeline deals coaching forecasting crm discovery calls reps quota accounts
account executive deal strategist: deals negotiation meddpicc closing stakeholders champions
customer support agent: customer support tickets replies faq help empathy resolution escalation troubleshooting complaints refunds helpdesk knowledge base
customer success manager: customer success onboarding adoption churn renewal health score accounts qbr expansion
community manager: community discord members engagement events moderation
feedback synthesizer: feedback reviews synthesise themes sentiment surveys users
trend researcher: trends market emerging opportunities signals forecasts viral
market researcher: market research competitors industry sizing tam segments surveys
competitive analyst: competitors competitive intelligence benchmark swot positioning
startup business analyst: startup tam market sizing unit economics fundraising pitch
business strategist consultant: strategy consulting frameworks business model growth swot executives
pitch deck investor relations: pitch deck investors fundraising venture story slides
legal advisor: legal terms privacy policy contracts compliance gdpr liability disclaimers agreements clauses jurisdiction regulations cookies
contract reviewer: contract clauses redline risk negotiation obligations indemnity termination nda
legal intake billing operations: law firm intake matter billing hours conflicts clients
patent ip specialist: patent intellectual property trademark claims prior art
hr people partner: hr human resources employees hiring onboarding policies performance benefits compensation culture leave interview
recruiter: recruiting candidates sourcing job descriptions interviews screening hiring talent resume
resume career coach: resume career interview preparation cover letter job
performance review writer: performance reviews employees feedback ratings managers goals
learning trainer instructional designer: course curriculum learning objectives training lessons assessments instructional students
teacher tutor: teach tutor students explain exercises homework lesson
translator: translate translation language target idioms source glossary
editor proofreader: proofread edit grammar style typos clarity prose manuscript consistency
fiction storyteller novelist: fiction story characters plot novel narrative worldbuilding scenes dialogue
screenwriter script writer: script screenplay scenes dialogue video
anthropologist historian worldbuilder: anthropology history geography culture psychology world society
executive assistant scheduler: calendar schedule meetings emails travel assistant reminders
meeting notes summarizer: meeting notes minutes transcript action items decisions summary
operations manager logistics: operations logistics supply chain inventory vendors procurement warehouse shipping process
real estate agent: real estate property listings buyers mortgage leasing
travel planner: travel itinerary hotels flights visa
medical clinical assistant: medical clinical patients diagnosis health guidelines
nutrition fitness coach: nutrition fitness workout diet habits
event planner: event venue logistics attendees schedule
e-commerce specialist: ecommerce store products cart conversion catalog marketplace merchandising amazon listing
data visualization designer: data visualization charts d3 dashboards graphs plotting
presentation slide creator: slides presentation deck powerpoint
experiment tracker: experiments ab tests hypotheses variants significance rollout track
analytics reporter: analytics reports metrics dashboards weekly kpi performance summaries
process optimizer workflow: workflow process bottleneck efficiency automation steps improve
tool evaluator: tools evaluate compare vendors technology selection criteria
quality gate reality checker: evidence reality verify production-ready screenshots certify claims skeptic proof
executive summary generator: executive summary leadership brief decisions concise
grant proposal writer: proposal grant funding rfp application
civic government advisor: government public policy citizens procurement compliance
sustainability esg analyst: sustainability carbon esg emissions climate reporting
`;
