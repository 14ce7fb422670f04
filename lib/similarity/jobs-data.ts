/** Which jobs are there with data and models, and what do they speak of? */

/** A line a job: what it is called, then the words that are its own. */
export const DATA_JOBS = `
data engineer: data pipelines etl elt warehouse airflow spark kafka dbt ingestion batch streaming lake partition schema quality orchestration snowflake bigquery dag incremental lineage tables
analytics engineer: dbt models marts metrics semantic layer warehouse sql transformations
data scientist: data science statistical modeling hypothesis regression experiments features insights notebooks pandas machine learning analysis visualization significance
data analyst: data analysis dashboards metrics reports sql trends insights business kpi visualization excel tableau queries segments charts
business intelligence developer: bi powerbi tableau looker dashboards dax metrics reports semantic
business analyst: business analysis requirements stakeholders process kpis metrics reports revenue gaps workflows user stories documentation
requirements analyst: requirements elicitation acceptance criteria user stories ambiguity specification stakeholders scope prd
ml engineer: machine learning models training serving inference pipelines features deployment pytorch tensorflow monitoring drift production hyperparameters evaluation
mlops engineer: mlops model registry pipelines mlflow kubeflow experiment tracking retraining feature store serving drift
deep learning researcher: neural networks training architectures loss gradients pytorch transformers gpu research papers
computer vision engineer: computer vision images detection segmentation opencv yolo cameras
nlp engineer: nlp text classification embeddings tokenization entities language models transformers
ai engineer llm applications: llm rag applications embeddings vector agents langchain prompts retrieval openai claude chatbots evaluation token cost
rag search engineer: rag retrieval chunks embeddings vector database reranking context grounding
prompt engineer: prompts prompt engineering llm instructions few-shot chain-of-thought system templates evaluation model outputs optimize techniques
agent author: agents subagent definition system prompt front matter configuration create claude code description triggers persona
multi-agent orchestrator: orchestrate agents coordinate delegate subagents workflow tasks parallel team assign handoff dispatch
context manager: context preserve sessions memory summarise agents project state long conversations
task planner decomposer: plan tasks decompose steps dependencies implementation breakdown milestones roadmap sequence
research agent: research sources web search evidence synthesise citations findings questions investigate literature credibility
research coordinator: research coordination researchers assign plan synthesise subtopics brief orchestrate
fact checker: fact check claims verify sources evidence credibility misinformation accuracy
academic researcher: academic papers peer-reviewed citations literature scholarly journals methodology
web searcher: search queries web results operators sources domains
report synthesizer: report synthesis findings summary structure sections citations
knowledge manager: knowledge base notes zettelkasten vault linking obsidian tags
recommendation systems engineer: recommendation ranking collaborative filtering personalization cold start
time series forecaster: forecasting time series seasonality demand arima prophet prediction
quant analyst: quantitative trading strategies backtest risk portfolio models alpha volatility derivatives sharpe statistical arbitrage market options pricing
risk manager: risk portfolio position sizing hedging exposure r-multiples limits drawdown var
financial analyst: financial models forecast valuation budget revenue variance cash flow statements dcf ratios fp&a
accountant bookkeeper: accounting bookkeeping ledger invoices reconciliation expenses tax journal month-end receipts
finops cost analyst: finops cloud cost savings reserved rightsizing budgets spend tagging billing waste
tax advisor: tax deductions filing vat returns jurisdiction planning
investment researcher: investment equity thesis valuation stocks fundamentals market
crypto trader: crypto trading arbitrage exchange defi bot bitcoin
`;
