/** In how many of the corpus's agents does each stem occur? Written by `node scripts/background.mjs`. */

export const DOCUMENTS = 349;
export const LEAST_COUNT = 3;

/** A line a count: the count, then its stems in order. */
export const COUNTS = `
257:perform
256:test
250:impleme user
248:code pattern
247:data
246:analyz
245:specifi
241:documen
233:develop
232:error
231:creat
228:special
224:design exampl
223:agent respons
221:focus handl
219:applica
216:manag
211:process
209:strateg
208:analysi
207:archite context system
206:api
205:provid validat
203:integra
202:chang optimiz structu
201:build
200:approac check
198:time type
197:identif tool
196:need
193:configu managem
192:review
191:first
190:based core
189:practic securit
187:best clear key standar
185:require
184:featur
183:maintai output writ
181:work
180:compreh
178:complet custom
176:request
175:format
172:follow metric
171:new product
167:complex high
165:quality
163:expert
162:framewo
161:automat model priorit
160:plan updat
159:functio report servic stat
158:file
157:workflo
155:exist
154:underst
153:deploym
152:generat
151:decisio project
149:load
148:capabil complia current path requir
147:level serv
145:engin multipl valu
144:issu query
142:start
141:critica depende recomme resourc
140:descrip name
139:consist role track
138:action
137:monitor mult set step
136:across detail latency
135:content control databas experti read
134:task verify
133:pipelin proacti support version
131:result
130:messag operati prop rate
129:interfa target usag
128:appropr list
125:technic
124:princip
122:communi sourc
121:environ
120:access differe executi point
119:call case event platfor
118:add scal
117:cross full languag status
116:compone log prevent
115:get help interac real solutio styl success
114:experie knowled limit
113:busines memory
112:flow impact referen
111:connect fail json
110:driven guid
109:contain rule
108:input
107:cach consid deliver deploy
106:conside continu summary
105:failur learn return
104:apply audit efficie
103:informa team
102:match
101:authent base improve run vs
100:singl
99:assessm default templat
98:debug infrast purpos
97:avoid detecti network relevan scop
96:block coverag suggest
95:deep
94:advanc balanc comment policy schem size
93:area
92:availab edge scan
91:correct modern organiz pass text
90:break end evaluat order
89:address behav cloud config logic next
88:checkli explain explici markdow miss
87:authori execut head logg migrat setup
86:activ constra risk shar
85:definit enabl id progres zero
84:assista cicd cost layer long mode ready
83:collabo ensur reliabi search
82:actiona apis boundar command distrib initial larg profil
81:backend conditi effecti http map
80:establi flag line modul problem storag
79:class defin improv migrati note open scenari verific
78:app domain feedbac library max numb stack
77:ask convent find method researc show
76:primary protoco token web
75:client field option python ui unit
74:methodo packag secret
73:analyti auto common contrac reposit techniq technol url vulnera
72:alterna clearly date doc externa fast link rest session
71:coordin guideli imag keep post resolut section
70:alert count devop github md orchest potenti questio script stor
69:emphasi insight paralle phas safety scalabi scalabl well
68:collect creatio endpoin enginee importa recover secur select
67:accessi against async observa opportu selecti self systema
66:bash codebas compati fix instruc item javascr monit protect relat simpl true variabl
65:benchma expect fronten injecti rout stag
64:dashboa futur goal lifecyc nativ root safe scor
63:claud confirm least loop
62:auth behavio criteri dynamic import low tag titl
61:clean fals health microse minimal reduc thoroug
60:finding invok paramet trig
59:batch kuberne machin mast measur mechani softwar term
58:actual chain guidanc implica interna objecti rememb separat tabl
57:commit day escalat found hook index job last mapp notific object operat page program right robust through trend
56:comput concurr install leverag refact runn think
55:budget categor coding direct excelle final isolati label locatio matt null present retry string window
54:align bottlen caus hour procedu resolv stream thresho typescr
53:assuran cpu discove main manual metadat transfo
52:await charact clarity conflic deliv directi explana gap info min naming pull rationa reason spec sql static top trust
51:account allocat azur ecosyst immedia local mobil optiona public releas second skip split transit
50:algorit aws bug convers dev directo everyth hierarc look navigat react runtim want
49:back describ excepti fact medium meet pool prompt relatio total view
48:aggrega detect gate googl identit instead lint lock market pre seni trad visual
47:assess attribu cover done extensi fetch know mainten rollbac small trait
46:brief composi element extract form good human latest making queu sensiti timeout yaml
45:channel compari depth determi diagram email encrypt group live party permiss regress setting severit stay third topic trac train ux
44:additio copy enforc fallbac lead mcp merg positiv propert quick replac short src traffic
43:accurac choic classif confide enterpr filt gracefu graph record timelin transac
42:assumpt brows bundl captur concern dock early indicat industr mitigat readabi redis schedul stateme verif
41:already enhanc fram inciden meaning mission outcom privacy recent regulat side suit tuning
40:abstrac artifac cdn credent enforce entry exact instanc iterati lazy materia ml modif none possibl produc solv statist try wrong
39:built choos color devic estimat export fixe generic git graphql launch mark minimum persist privile publish refacto registr reusabl signal timesta vertica wait
38:achiev asset attempt awar begin catch concept increme intelli invalid major necessa optimal positio reliabl semanti sequent sign similar span tier volum
37:alignme bett branch calcula clos emerg evidenc happen ids logical measure mesh minut off propos refresh skill sub tree word
36:activit affect audienc backgro effect frequen global limitat maximum mock pars philoso predict solid synchro trouble visuali workloa
35:actuall allow basic claim display edit env filter growth integri layout made past person pref preserv pric push py recogni red save see simplic valid
34:accurat adapt capacit clust compres diff gateway gcp governa html intent js modify payload plugin rang remov render retenti sentenc signifi sla strict take
33:commerc constru db driv duplica empty exactly foundat gdpr green leak length node prepar reducti repo slow unless wrap
32:appl approva backup concret const demonst directl even join medi part partial resilie screen segment ship trail websock
31:benefit correla degrada entity fixed highlig history legacy licens mandato payment prefere realist shift stakeho terrafo touch transpa uniqu year
30:accept acknowl anomaly bound brand compete concis conduct dataset distinc echo evoluti fit jwt legal persona power previou regular reprodu sanitiz sett site someth speed surfac sync testabl vend warn xml
29:accepta ambiguo anti assist baselin blue catalog company compar competi daily decid delay delet depreca disabl expos express grep host investi keyword known mastery minimiz month overvie port pr readine spac timing utility vide way
28:adheren answ anyth awarene challen compil convert css duratio e ecommer expecta factory fault finish fixtur general hint horizon indepen inspect orient origina patch perfect placeho pytest receiv region represe respect rollout say sequenc sery stop thread transla unclear utiliza v2 written
27:alongsi analyst autonom broad certifi circuit combin diagnos downstr etl gath handoff hybrid inherit middlew org ownersh period postgr properl readabl retriev sale seo syntax testabi
26:approv aspect assum clarify cli disast grafan hard involv later mention natural overall partn percent privat prometh reach remain rend replic reus strong unknown week yes のア アイ ィと ィテ イデ イル ケー コミ ショ スタ スト タイ ター ッシ ティ デン ニケ フロ プロ ミュ ュニ ョン ロー ンス ンテ ンプ ーク ーシ ート ーン
25:admin apm canary click consult consum contrib cycl decompo depend enhance entir excel explor financi insid left mean npm offer owasp pragmat proc profess rotatio silentl sizing social still subscri switch threat tone unif var violati world xss イン セス ミッ ルー ワー ント ード ール 経験 要ル 重要
24:annotat anoth attack attenti body bool callbac cleanup easy experim extend forc guarant hand hash inlin journey matrix maximiz obvious paginat postgre precis prepara rais raw refer remedia round saa send serverl simulat smart specif specify startup story strip transf v1 vault virtual weight wide エン ステ ック リス レー ロセ 中核 可能 役割 成功 的な 記憶
23:added argumen backwar behind careful cent chart clarifi column consol def doubl draft dss e2e engagem enough helpful hipa interpr landsca mutatio namespa outlin overrid pci plac placeme proven provisi rating revenu tempora toleran treat voic workspa の中 を使 を実 シス ット テム トを パタ フォ ュー ンを ング ージ ータ ープ ーム 専門 性を 成果 技術 指標 的に
22:absolut age chao cite cluster compos dimensi effort embed engag friendl hypothe kafk lambd login meta negotia orm owner playwri rbac reflect replica reversi roll row rust sampl seconda shap slic subject them vect visibl と記 に対 のコ クフ ジェ スク デー トの ルを ース 前に 功指 必要 構築 維持
21:advis averag backoff breakdo cloudfo decorat downtim encod examin exceed exposur federat fill free gitlab guardra histori hit includ incompl infinit introdu isolat iterat offlin passwor perspec qa quot reject smooth sort tech tls webfetc を追 クを スを ップ ファ プラ ポー ライ リン 上の 使用 化す 必ず 果物 核ミ 要件
20:act adaptat adding agnosti asynchr beyond bridg card central cold creativ customi djang dns easily exit exponen forward fully ignor increas java keyboar llm localho loss measura modific move nodejs often old precisi regist repeat roi runbook sdk seamles signatu spot synthes termina typical visibil watch width を構 ォー コン チャ テス トと トレ フィ プレ ムを メン ユー リテ ンド 全な 分析 完全 定す 対応 従う 改善 最適 特定 能な
19:adjust animati arg articl avg becom broken buff defens defer demand destruc disclos dry elimina essenti explora fastap fine guard hack implici inclusi int lower manifes monthly nosql observ officia one openap pand print pro race redunda restful roadmap screens slo snippet str submit sum sustain turn variant き重 ず従 の成 を確 を記 アー ィブ ィン クシ クリ ザー シャ チェ テン トす バッ バー フレ ベー 化さ 向け 実行 実装 度な 築す 設計 追跡 高度
18:adoptio agreeme array bullet char clev craft curs delegat discov drift facing favor fi fresh given great height inform jenkin justifi kind len locat manipul monolit oauth onboard partiti pip prob proceed proof rati reactiv remind scroll seriali sh tail thing thought toml uncerta unexpec various が必 のス の技 を持 を設 を高 ェッ クス コー サイ シー テク トに トリ バイ ビュ リー レビ ンタ ーザ ーテ 変更 学習 定義 戦略 検証 機能 管理 能力 術的 要な 詳細 適化 高め
17:adher append around bar bia button clon cor cultur dead debt drop educati exclud font gather gpu hardcod hidden initiat interes literal localiz micr microso modular moment ms mypy normal noth notic outdat param pend penetra preload preview promis refin respond rigorou sent sleep stabili stabl stub tell typing upgrad vagu walk に基 のエ のパ のワ を含 を定 を明 を生 を見 アク ェン トで トラ パー ポイ ムに ムの ャッ ャリ ラー リア ンシ ンジ ーマ 作成 信頼 優先 基づ 場合 性が 成す 明確 習と
16:2s activat adr aria bind black celery cell cqr csrf dark datadog deadlin declara deriv discuss downloa emit except feel fixing forecas garbag gett give going ground helm individ init instant isti kpis leav minor narrati negativ ongo ops optimis outsid panel pay plain pleas pret prohibi readm refus reserv rewrit sast simplif ssl stress study summari swag synthet temp throttl throw ts unavail union unneces velocit vision vpc vue warehou wast wcag whenev whit workaro を分 を検 を維 イプ イム ォル キュ クト グを コア サー スに ツー トが トは トー ナリ マッ ムワ ラン ルの レン ンに ーキ 問題 失敗 定し 性の 持す 時間 最も 的成 示す 選択 門性
15:android asking assert assign assignm bad bear breach canonic cap cat citatio consump contact contras csharp curl discipl draw elastic eslint especia exclusi exploit flexibl float fundame gitop highest hot iam immutab insuffi inter invento invocat ios ip law listen milesto normali occur origin play prerequ promoti pulum put quantit reality ruff saved searcha shard snapsho suffici thre transie txt usabili vital な能 のシ のリ る前 ァイ エー オフ ジョ スの スケ セッ ダー ディ デフ ト要 マー ルト 使っ 内に 化し 参照 品質 対し 影響 持つ 文書 書化 済み 用し 確認 統合 義す 複数 要で 計画 設定 評価 高い
14:acceler adversa anticip appear archiv asserti atomic bin bottom calenda chunk circula cls complem computa crash csv dast dict disk divers elt encount exec flask fold grpc harden hardwar healthc heavy honest hub iac idiomat intuiti iot lett linkerd mind moderat moderni mongodb numpy prefix presenc prism random redux rely remot restric revisio s3 shot soc2 struct supply tutoria underly util variati warning weekly widget yield のデ のフ を作 を参 を特 を超 アッ アル ィー キャ クセ ゲー シュ スペ ソー テー トフ ドを マン リク ルが レス レッ ンで ンの ンは ンダ 以上 備え 全体 判断 利用 実際 常に 憶し 推奨 方法 決定 状態 環境 生成 用す 確な 自動 装す 計す 証す 説明 調整 適切 間の
13:adopt advic apach bulk byte cadenc checkou checkpo cogniti conclus configm consoli constan coupl cutt disting dotnet elit encoura enter evolv exchang expand feed fn fullsta func genuine grad ide idempot incorre interva investm kpi kubectl land less likely lookup mask memcach memo numeric opentel padd paid paragra permane phras quart ref refinem relic revers situati spik star succeed symptom tailwin taking ttl univers upload utiliz warm win zone に収 のプ の前 の高 を提 イダ イテ イト キス キテ クチ クロ スコ スポ ゼロ ッジ フラ プを プル ペシ ルで レイ ンが ーデ 一貫 修正 処理 切な 含む 引き 成長 提供 条件 構造 正確 結果 考え 能性 超え 追加 重視 領域
12:1m 50m advocat aggress alt anch asci assembl battery binary blank bord campaig carry claus compell composa conscio corpora critiqu cut deal decod demogra density desktop dispatc enumera exhaust expansi expensi expir extr facilit fewer filenam finaliz foot geograp gradual grow guess heading home ineffic inferen ingesti kinesis margin mini near net oci offset ok otherwi pain parent pep pod portfol postur prefer prematu premis propaga proposi ran relativ reset rich satisfa scratch silent slug spend sqlalch strictl super symbol tagg tenant termino traditi weak webhook が実 に合 の専 の最 る場 る必 を保 を備 を削 を取 を推 を行 を調 を通 アウ イズ ウェ ウト ウン ェー オー ガイ キン クに シン スが スは ッド ニア ブラ ベン モデ モー ラッ リッ ルス ルタ ログ 付き 以下 件の 件を 出し 制限 化の 性格 情報 構成 準備 照し 発見 的で 監査 目標 直接 確に 築し 組み 行う 要が 貫し 門家 開発 間を 関係 際の
11:aa adaptiv adjustm alon announc audi bill bypass cancell carg chosen chrom combina commitm compens compila consent cooky cprofil cryptog csp dataloa delt dep desir dump enrichm equival escap executa face fenc financ firewal fixm foreign granula grid happy hold hotspot hover icon incorpo innovat intend justif lake lcp light lineag lt malicio mindset mm mockup mysql named nest oauth2 opa overly palet paus peer phon playboo profici prov proxy pub quickly rank ray recur regiona religio replay reveal rto saving seed seek slack slid slowly spark statele subagen sure tab tbd tdd ticket tight tsc typed verbos websear yellow が最 なデ に関 のト を引 を最 アプ アリ ィッ イア イク イブ エラ カバ キー クエ クテ クル グが ジニ スキ タを ダン ッピ トス ドバ ネス パイ パフ ビジ ビス ミン ムが ャー ラク ラフ リフ ルと レポ ロイ ロジ ンと ンな ンツ ーケ ーチ ービ ーフ ーリ 主要 事項 付け 件に 体的 使い 依存 価値 具体 出す 分け 制約 功し 化を 単一 反復 固有 基準 存在 度に 思決 意思 成し 数の 書き 未満 法論 測定 点を 現実 理解 生む 略を 監視 細な 能で 行す 視し 起こ 跡す 通じ 頻度 題を
10:200m 4s 5s 8s abac acid acquisi airflow allowli angular annual answer apoll argocd asked asynci bandwid bi bicep big box camer cascad centric child cloudwa compara confusi cooki currenc cypress dag datetim dd dedicat defect defensi dive docstri elif erd ethical excessi failov fixer flexibi flut flux forget formul frontma healthy inconsi insert jurisdi k8s kwarg leaders magic managea menu mermaid mismatc modal npx obsess oran peopl php png popular populat promot qualif radius reinfor reload room rpo saml scienc scienti seasona sec shell shown spring sre stal surviv talk telemet theory tip toggl tradeof tried truth unautho undo usernam varianc vite void websit www yyyy とコ なコ な場 に最 に適 のタ のレ の問 の選 るコ を受 を用 イス ギャ クが クと クの クラ グと グに グラ コス ジュ スで スと セン チー テリ デバ デプ デル トか トル ドラ ドリ ナル ニン ネッ ネル ハー バリ バレ ピン フェ プリ ペー ボー リエ リジ ルア ルダ ンチ ンフ ーニ ーラ 予算 以内 伝え 体験 作用 入力 分離 切り 収ま 取り 取得 受け 合の 合は 合わ 同意 含め 境界 定さ 定の 対す 対象 応す 扱う 提示 整す 明示 最大 果を 標準 満た 率が 用の 用可 異な 示し 継続 者が 者を 能に 見つ 覚え 解し 認し 認す 認識 論は 込み 門と 間が 集中
9:019c14f 100m 5m a1 activel adminis alter ambigui associa augment autosca binding biometr blog bold book boolean breakpo bucket candida caught ccpa changel chat classic cloudfl comm comprom conf consequ copilot cov cumulat datacla dedupli demo devtool difficu digital discoun div drill e2 economi energy eof equal everywh family fixabl formula functoo gain h1 hashico headlin heap hygien ingress inject instrum integ intervi inversi iso jaeg kit largest leakag lesson lightwe manuall memoiza methodi mid misc mlop mod movemen narrow nephi overlay pack pair parity partner pathlib perceiv physica pii pitfall pm portal prs qos quantif quantum quarter r5 reasona recov redesig redirec relay residen restart revert sacrifi scoreca securel seen shak shortcu skeleto sonnet sound spam stock swift theoret tmp today togeth unblock undefin unsolva unus upstrea uptim urgency utf valuabl valueer weaknes whol wors がゼ で実 なア なス なフ に分 のイ のバ のユ の人 の仕 の制 の変 の完 の推 の自 は最 み込 るエ る可 る状 を優 を専 を正 を覚 を適 を選 を重 アン ィス ェア エス カル グの グメ グレ ジの ジを ジネ ジメ ジン スプ ズム タス ッキ テキ トア トエ トコ トプ ドで ドオ ドキ フを プト ベル ポリ ポン マイ ムで ムと ュメ リを リシ リプ ルバ ロス ンク ンサ ーア ーエ ーカ ーバ 一般 上に 下を 何を 使う 全性 共有 内の 効率 包括 半期 厳格 同じ 同期 含ま 四半 変換 安全 完了 実施 平均 形式 後の 必須 括的 指示 敗し 断を 方向 施す 更新 有効 段階 注入 深い 準拠 状況 現在 目的 確保 範囲 者の 般的 行し 行動 行可 表現 装し 見て 視す 記録 適用 避け 関す 限り 際に 頼性 験を
8:aim arbitra argo aso belong beta biggest board bulkhea burn center champio city coheren constit contrad corresp corrupt credit crm cta dangero declar destroy disclai disrupt dockerf dr dynamod easi enablem english enum eventua everyon exce expirat fairnes fake fid finop fire flaw forbidd fusion geo glob gorouti govern gpt grain h2 harness heal hpa hr hst idea impress infer influxd inspir interme jq justify k6 lack life lifetim lightho listing logo mental money monorep motivat mttr nextjs nois noteboo obj opena opus overflo overhea paint particu pick pictur pixel polish poll porch prefetc prescri pressur prior pros prototy publica pure pyproje recentl repeata revis ric rm robustn rotat rt ruby saga satisf scannab scikit sens shellch sitemap slot soc sophist sponsor sprint sqlit stand strengt succ taken teach teardow timezon transpo travers truly tune typogra unrelat untrust uuid vitest zustand いコ て扱 とリ にコ にデ に必 のク の実 の強 の目 の統 の詳 はコ は何 をテ を変 を文 を理 を示 を自 を避 ァレ アラ イド イバ ェク カテ カー グす グで ゴリ サブ サン ジッ セキ セグ タン チマ ッチ テゴ テッ トし トシ ドに ドウ ビリ ブル プの ポジ マト ムア メモ メー モリ ャン ュア ュリ ュレ ラウ ラグ リの リオ ルに レベ ロッ ロト ロフ ンア ンバ ンポ ーダ 一律 上が 上で 不可 中で 人格 体系 何か 何が 例 全に 内で 内部 出力 分の 分類 前提 効果 単な 原因 合併 呼び 在す 外部 多く 少な 度を 後に 徹底 性に 態を 手動 手法 投資 持し 持っ 操作 支援 敏感 既定 時に 最初 本番 業界 次の 消費 準を 理す 理由 画を 発生 確で 確立 示的 精度 絶対 続的 複雑 要約 規模 許可 証済 読み 責任 跡し 輸出 通常 連携 達成 録す 間で
7:10x 500m academi accent accord actor ads advanta aesthet aiohttp amazon amount analys anywher appeara articul asgi attach attr axe az bandit bare bg bigquer broadca brok burst buy calibra cancel cart cert childre cloudfr codepip cohesiv col collaps confus cron cu cultura datapro ddo decoupl deeply dom dynatra eks emergen emotion envoy eval exc exercis ext f1 fair fall fan faq fastest flat formati frictio front funnel gi goe grant gray haiku handboo hero img imperat influen infr insecur interop interve invest jargon jitt kotlin kpt legitim lg liabili lie linear loki lost matric memb ment mirr mix monkey mono mvvm neutral nice nist omit oracl organic outag overlap own p95 p99 passiv peak periodi phot poison polar poor precise prefect preflig preproc primiti pydanti rabbitm rapid rds regardl registe rejecti removal reply resista reusabi sbom scaffol sentime shadow sheet shutdow simulta singlet sli slis slsa sm smo snowfla someon spawn speak specula speech splunk sqs staff stuck studi subgrap subtitl subtl surpris suspens tablet tanstac tenancy tensorf tokeniz traceab triag trigger truncat tsx typeof uis unsaf unsuppo uri utc verdict viewpor wc webp webpack went worth yml い限 が失 が高 き起 たア でス でテ とア とメ と同 と言 なガ に伝 に何 に依 に入 に実 に従 に文 に自 に集 のベ の上 の場 の後 の指 の構 の間 び出 へ変 るス るプ る最 を予 を出 を強 を満 を監 を直 を表 を計 を開 を防 ァー ィを イナ イミ イヤ ウィ オン カス カニ ガー クで クは クタ グル コル ザイ シナ ジャ スカ スレ ス最 ツに デザ トテ トパ ドメ ドル ナー ピー フル ブな プが プす ボト マネ ムは メイ メカ ヤー ラリ ルす ルな ルは ルエ ルチ ルデ ンデ ンパ ン認 ーズ ーソ ー体 一合 一致 丁再 下で 不得 予測 仕様 代替 低下 体で 体を 併補 価を 係を 保す 保存 修改 値が 値を 僅作 先彙 入れ 再套 出荷 初期 別の 制御 削減 削除 力が 加す 助言 化と 化に 十分 取る 只做 合す 呼未 善す 單一 在の 基盤 場面 変化 外呼 多檔 套用 始め 存す 定目 実現 寫入 展開 度と 強い 当て 彙總 律以 得る 得外 悪い 意味 意才 感資 或輸 才落 承認 把握 択肢 担当 拡張 換す 改先 於本 更點 最小 最終 最高 有の 期ご 期的 未知 検出 標を 檔修 率を 理と 理論 生單 產生 用い 用於 画す 盤寫 目の 目錄 知端 立す 端點 競合 約を 經同 總變 落盤 補丁 規律 解決 訊一 設只 許容 証を 認証 變更 資訊 質の 転換 述べ 造化 運用 開す 間に 関連 階層 難し 需經 項を 預設
6:10k 10m 1h 200k 5g abus acting adequat adverti agre aks anonymi anthrop apq ar arc arm attorne away axum backpre base64 bdd beautif benefic bias bit blockch bus cac callabl care cash celebra churn circlec clip cmd codeql colleag compet complai conserv counter country crashly credibi cs ctr cyan cycloma dagst databri decimal degrad derivat discrep discrim diversi due dx ease encapsu equally expens far fatigu feasibi fee fingerp flakine fluent forensi fork formal four fragmen freshne frustra fuzz game genuin getattr gin gke gremlin guardia gzip h3 halluci hasattr heurist highly hiring histogr holisti idiom imply inactiv indirec ini interru invent isort jailbre jmet junit kustomi lib lift livenes locally lose lru mac macr mann manufac matplot metacla metal misconf monday motion mount multipr mvp natur nonrtri ns nullabl number olap onlin opentof opt outreac overloa overwhe owned package packet paper partici perf pg piec pillar pinn pivot playgro policym postman premium probabi prun psychol pulsar purchas px pyramid pytorch quantiz rag rail rapp rarely recall recipie reconne recruit repetit replace req res restor restruc resum rigor routin safely safer said samesit sandbox satisfy scalar scen seaborn seem segrega sell sentry sha256 siem smell sometim soon spa spy stamp statefu strangl substan substit suffix suspect suspici svc swiftu takeawa taxonom testimo tf tied tiktok toolcha toolkit topolog toward transcr treatme trip trying useful usr v1alpha v3 vary viabl wechat welcom whiteli wire xl zipkin い場 か月 が成 が本 が発 が自 が重 く見 たプ て使 で最 で考 で追 とサ とデ とト とパ と実 なシ なセ なタ なパ に使 に処 に向 に含 に定 に重 のオ のサ のモ のラ の一 の不 の主 の価 の再 の基 の意 の戦 の手 の深 の状 の要 の進 はエ はマ は単 は必 は明 は通 ら始 り返 るレ をプ をリ を一 を上 を付 を伴 を再 を制 を区 を完 を尊 を得 を改 を書 を管 アカ アコ ィに ィア イフ エリ カレ クす クホ クン グコ ケテ コマ スイ スチ スル ス上 セー ソナ タと タッ タベ タム タリ ダウ ダク ツを デリ トな トウ トロ トワ ドの ドは ドポ ナン ニズ ニッ ネー ノイ ハン パッ フト ブッ ブリ ブレ ブロ プで プに プシ プン ホル マス ムス ムラ メッ ャパ ャル ラム リガ ルド ルネ ルプ ロダ ンゲ ンコ ンレ ン管 ーミ 下に 与え 中す 中国 事業 交渉 人間 他の 件で 任を 任意 企業 作す 作り 供す 個別 健全 先す 公開 内容 再利 初に 別す 前の 力す 力を 動す 動化 動的 化戦 区別 厳し 厳密 去の 収集 可視 同時 向上 問い 囲を 域を 執行 報告 境の 壊れ 大規 奨し 安定 完成 定を 実を 実的 対に 尊重 小さ 市場 度が 強化 当に 当者 志向 応の 性と 意を 意識 手順 抽出 拠を 拡大 持ち 指摘 提案 換し 数百 整し 断す 新し 既知 明す 明で 時の 替え 有し 期間 本原 本当 析す 果に 根本 格な 正し 正す 正規 比較 現場 理で 理に 理の 理を 用さ 略的 発す 発者 瞬間 知の 示リ 競争 系的 約で 経営 習慣 能す 能を 自然 表示 要因 見せ 規制 観測 言う 言語 診断 証の 誰が 調査 貫性 質が 質を 質問 込ま 込む 通し 過去 適な 適応 選定 配信 重複 防ぐ 限を 離す 響す 響を 顧客 駆動 에서
5:100k 24px 2f 2x 300 30d 30s 3s 3x 50k aaa abandon ability acciden accommo accompl admissi advisor agentic air alias animat ansibl apn arkit arriv art artific asid assisti assur atla b2b backlog bank basis bcrypt beat believ bloat blob bluepri boost boot bootstr brevity bring burden buyer c4 callout capital caption cardina catalys cdc cdk certain chargeb chos chronol cited coach come coming conflue consens consul conting copi cot crawl crisis crud crypt custome cve damag dask debat debounc declin deletio deliber deni dens deny departm desc disabil divid doubt douyin downsid drain drizzl dto e2term eligibi empathy empiric eq equity err etag etcd europea expr fabric faceboo factual farm fastify fedramp finally fintech firebas five flake8 flaky flash flexbox flink flip foreach forest fund ga gamepla gatekee gatl gc got gradien graphic gt gtm half hateo headles heatmap hex hostnam httpx hyphen idle illustr impl incom intak intelle intensi interne interse introsp intrusi isinsta island john jsdoc jump jupyt kebab keychai kiban kill kubeflo lag late launchd legend lend lime linkedi linux liquidi living love lowerca lr ls ltv mail marketp markup math mediat medical million mobx moving mtl multied mutual myap nat nav neptun newly nginx nobody np nuanc nutriti o1 obligat ocean offic onelin openid opinion panic patient pdf personn pilot pin pitch plainly plotly podcast pop portabi possess prd prep press proposa purpl pyright pythoni radi ram ranking rc reachab readonl recip reconci regex retrosp rev rf rhythm risky robin robot saying sc scatter scrap seleniu semgrep semi sha sharp shield shop showcas sigstor smok snyk soft solely sonarqu spent sse ssr stall standal std storyte striv subhead submiss subnet subsect subsequ suitabl supervi survey svg swallow tailor tax tb tco tcp tens testus theorem tighten timedel timely timesca toki toolbar tooltip tr transmi trim trivial trustwo tsconfi tupl twit unambig unchang uncheck undocum unhandl unresol untest unverif urgent userser usually utcnow uv val vanill variety vectori vp waf winn xiaohon yarn い値 がス が一 が多 が悪 が現 が確 が見 き込 たコ たス た場 て実 て正 でコ でリ とエ とシ とテ とフ とプ と検 なイ なト なレ な対 な推 にマ に一 に保 に出 に制 に完 に応 に扱 に機 に深 に焦 に特 に精 に置 に記 のギ のセ のチ の下 の予 の出 の分 の切 の失 の投 の方 の機 の正 の熟 の瞬 の結 の複 の重 の領 はデ はフ は完 は実 は常 は決 は絶 へ移 み合 も一 り替 るオ るシ るデ るモ をカ をス を下 を伝 を修 を切 を加 を収 を守 を宣 を当 を意 を投 を支 を混 を無 を知 を組 を考 を許 を評 を起 ァク アが アで アを アド アナ ィの ィク ィフ イザ イベ イー ウド エイ エキ エコ ォリ オブ オプ カウ キッ クし クア グナ グリ ケン コピ ザク シグ シッ シテ シデ シミ シリ ジと ジに ジシ スエ スデ スパ ス設 ズが セク タに タラ タル ダイ ダッ チを ッグ ツは ツリ デッ トイ トセ トッ トマ トモ ト後 ト設 ト間 ドと ドア ドパ ドプ ドレ ニュ ニー ネイ ネジ ノー バシ パス パラ フサ プッ マル ム全 メト モバ ャと ャを ュボ ョー ラメ リブ リュ ルサ ルシ ルパ ルレ ルロ ル構 レジ ロで ロン ワン ンへ ンザ ン率 ン設 ーイ ーゲ ーコ ーパ ーワ 一の 上回 上書 上限 下の 下流 不足 中の 主導 了し 人の 仕事 件が 会議 伴う 体に 体の 作る 作業 価格 保つ 保守 保持 保証 個の 個人 停止 入る 再実 再生 分を 切に 制作 力で 力の 力は 加し 動に 動を 動作 動画 化で 化パ 単位 即時 取引 合し 合格 商業 善し 営業 回の 回避 埋め 域で 報を 増加 契約 奨事 存し 存関 実の 家で 密さ 将来 履歴 年間 底的 度で 度は 引用 強制 後で 得し 得す 応じ 性能 意が 拒否 接続 推測 推論 整理 断が 断の 方が 方で 明し 明ら 時点 暗号 析し 析と 果の 果的 査す 根拠 検索 業を 権限 横断 機会 比率 決し 況を 注意 活用 深度 減し 満に 点で 焦点 獲得 率で 率の 現す 理し 生し 生産 産性 用で 用を 画像 略と 略の 的リ 的意 目立 直す 短縮 破壊 破綻 確実 移行 立し 立て 策を 策定 算を 精密 精通 組織 経由 繰り 置き 義し 翻訳 考慮 者に 者は 能が 自分 致し 落と 行い 見え 見を 言し 言を 認可 誤っ 議を 象に 足し 返し 速度 造的 適し 遵守 部門 配分 重す 間は 間以 除す 階的 障害 雑な 雑性 離を 静か 面で 項目 頼で 類似 魅力 담당 보고
4:0f 100mb 12px 16px 1920x10 1k 24h 2m 30m 32px 3d 60fp 64px abc able accordi achieva acquir acronym adaptab advocac agency aid airbyt alarm aliv allowan alph alpin ambassa anonymo arrang asctim aspnet asymmet asyncge author award axis baked band barr bem bid bidirec bitris blamele blast ble blind boilerp bounc breadcr brotl bubbl bugsnag buildki buildpa bull bytedan ca calm canv carl ccboard ceo chatbot chatgpt checkbo checkov chin cis clevern clickho clients clock cncf coalesc coded cohesio cohort columna comfort commiss compact compani compoun con concise conform consecu conveni cosm counsel cpra crat creep cri crowd curv cvss cyberse dao dart datafra datasto dbt deadloc decisiv decreas defi delight deseria deviat df dialect dialog disagre distrol diving doe dominat drf dron earl earn east ec2 egress eip electro elevat empathe employ employe empow empower emr ended ensembl eprivac erc erp excerpt excit existen f2 fairly fastlan feeling ffi fich fight figur firing firstna fitness fivetra fluentd flush fmt footpri fp friday friend fs gas gemin gestur glanc glue golang gps guest harm harmles have healthk hide hilt holiday hs256 hudi hundred hunt hyperpa hz ic iceberg illegal imagery inadequ indic inp inquiry insuran intel interce interco intermi invaria ips ir isr iter itertoo jd jetpack jsonnet jsonpat judgmen kb kpm lakehou lawful ld lean lern levelna likelih liskov llam locust logout lot mainnet maker mandat mapping master mathema maturit meant members metapro millise minific mistak mixed mixin mkdir mlflow momentu mont mortem mp4 multimo mutabl mutat muted nationa netflix newslet nexus3 nightma noisy norm obtain occurre ocr oidc older opacity opensea optun orang orphan outer outlook pact pager pagerdu paradig pathway paying paypal pd penalty permit physic pinecon piped plausib plural policyt polyfil polymor pos possibi pprof prb preced preempt prest profit profita proprie ps pwa q3 qdrant qualifi queryse quiet quit reactio realm rebuild rect recursi redshif renam renewal rep reputat resiz retain ricplt ricxap riverpo rocket rs rsa safar sanity scat scd school scipy scrutin sdl seal seeing service setattr sev several silenc simply sit sk skeptic slip smalles sold soverei sox sparing spectru spell spin spread sso startsw staticm stdout storybo strongl stylesh subdoma subproc subquer suppres symmetr synaps sys systemi tamper teammat tekton tempera terrasc terrate tertiar testcas testfli textur thank thumb tick tie torch totp touchpo traceba triangu trin trivy tui tuned turb typeer typeorm uk ultr uncompr unfamil uniform unittes unsur userpro uuid4 v5 vanity vast venv verb verbati verifia violat vm volatil vpn walkthr wallet waterfa watt wear webdriv west whitesp wiring worst xapp xs xx yoga youtub z0 zod zoom いデ がア がコ がユ が不 が優 が出 が含 が存 が過 き換 き継 く前 く実 け取 たパ てア てス てレ て完 て成 て記 でエ でク で使 で構 で機 で正 で高 とイ とカ とク とス とセ とタ とバ とマ とユ と一 と意 と明 と比 なオ なプ なモ なユ な修 な出 な制 な機 な証 にア にス にパ にフ にラ にリ にレ に厳 に同 に指 に提 に改 に整 に明 に沿 に照 に異 に移 に組 に設 に説 に述 のキ のナ のハ のビ のマ のメ のル のロ の事 の他 の使 の信 の効 の原 の厳 の反 の同 の呼 の回 の差 の感 の文 の更 の有 の理 の生 の精 の規 の計 の資 の質 の違 の開 の関 の障 の頻 はク はス はパ は交 は人 は使 は出 は別 は前 は厳 は重 め込 も多 も高 り分 り込 るチ るビ る出 る基 をク をサ をタ をデ をマ をメ を与 を促 を共 を具 を処 を判 を反 を可 を必 を扱 を把 を担 を指 を止 を決 を減 を測 を準 を発 を立 を絞 を統 を要 を誘 を説 を送 を達 アの アセ アト ィオ イセ イリ エッ ォロ オを キル クな クイ クニ クポ グし コラ シブ ジオ ジー スし スす スな スバ スフ スマ スモ スロ ズを ソフ タが タグ タデ タド タブ ダリ チが チュ ッセ ツの デュ トご トさ トカ トケ トチ トメ ト上 ト分 ト動 ト化 ト対 ト戦 ト検 ト管 ドが ドコ ドツ ドロ ナビ ナラ ニタ ハイ バラ バル ビゲ フリ ブを ブン プご プと プー プ付 ヘッ ベク ボレ ポス マを マリ ム上 ム内 ム統 メデ モジ ャス ョッ ラテ ラビ ラブ ラベ ラボ リと リソ リト リミ ルか ルオ ルフ ルマ ルメ ル設 ル開 レバ ンす ンセ ンソ ンピ ンブ ンロ ン内 ーサ ーセ ーナ ーネ ーハ ーベ ー率 一度 一方 一部 上げ 不明 不正 不要 中 中に 事は 事前 事実 代わ 件と 会と 会話 位置 低い 使わ 供し 価が 価し 信を 信用 傾向 入す 再発 出さ 出と 出を 分 分か 分な 分割 分布 分散 分未 分解 初の 別し 別に 創造 力し 力に 加速 効性 動の 化が 医療 卓越 単純 原則 反応 反映 古い 号化 各プ 合さ 合で 合に 合性 合意 告を 商品 善が 因で 因に 固定 圧縮 在で 基本 報酬 売上 多い 大き 大な 大の 好み 学的 守し 守る 定で 定に 定め 定可 定期 実証 宣言 容易 密な 対的 専用 導し 層を 崩れ 差異 度の 度分 張す 後は 復改 復的 応し 思考 性は 意の 感じ 成に 戻し 扱い 指定 挙動 振り 提出 換え 支払 敗す 教訓 数を 整合 文化 文字 文脈 方を 既存 早期 昧な 曖昧 更す 更に 更を 最低 最後 月次 期の 期限 本を 析に 析を 果が 査の 格し 案を 検知 業が 業務 業部 概念 権威 機械 止め 正で 正な 正当 残り 残る 毎週 永続 求す 沿っ 法務 法的 活動 流の 混乱 渉不 減す 減ら 渡し 測で 満で 満足 準化 潜在 無効 無視 然に 照合 熟知 熟練 熟達 物テ 物語 独立 率は 率的 率直 生の 用途 界の 界を 発を 登場 的イ 益を 真実 知っ 知識 確性 示さ 示を 禁止 種類 稼働 立つ 算内 簡潔 約に 約の 紹介 絞っ 統一 続け 続化 緊急 締め 編集 義済 者と 能し 自身 良い 荷前 行っ 行で 行を 装と 装を 補完 要素 見ら 規化 視化 視覚 覚を 覚的 解釈 触れ 言い 言わ 計し 計算 記事 訴求 証さ 証し 証と 話す 認を 誘導 語を 識す 識別 議論 財務 資料 資格 起き 超過 越性 込ん 送信 通過 造を 連続 進す 進化 進捗 運営 違い 遷移 選ぶ 部分 重大 量が 録音 長を 長期 開始 間隔 関数 限に 限の 除し 除外 集し 非同 面を 項と 順位 頼度 験の 高の 검증 생성 시 완료 코드 확인
3:10mb 10s 1fr 1px 1rem 1s 24fp 2gi 2xl 30px 3m 3xl 48px 4f 4o 4px 5k 5mb 5rem 5x 60s 6h 75rem 875rem 8gi 8px a1media acl actix acv addopt addr adjacen advance afterth agil ahead aided ajax alembic alia alibab amm among amp amplifi amplify amplitu amundse anchor ans anyon appdyna appeal approxi aqua arr arrange arrow arsenal artille ast athen ats attend auc auditab auth0 authors automl avanc avance avatar avoidan awk awkward backlin backsta backtes badg bann battl bazel beacon beam beauty beginpr besid bff bidd bing bio biom blackli blad blam blur borrow bot brazil breadth briefin btn burnout burp buying califor canad capex capp carbon casl cassand cast casual catboos caution ccc cfo charg cheap chines chip choreog citing clarif clerk clickab closur cloudab cloudhe cms codemag cog collate collibr collisi commodi compren concate concent conn copp corp cosmeti countdo couvr cp crd credibl cree creer crimina critic cronjob crucial ct cte cto curat curatio curricu cwe databre dataflo datahub ddd ddl debrief deck dedup deepen defeat defend deposit desk destina detox deviati digest digit dim dir dispos disput disqual dissemi dist distanc distill diverg djangop dl doct doit dollar donn dot dozen dpa drawdow druid dual duck dvc e2mgr e2nodec ebitd editabl editorg editoru elsewhe emailse embb employm endprop endswit enthusi entirel entrypo eoa equipme es2022 estat eth ether ethereu eurek ev evalu evm expertl expiry fabrica faker familia fc fcm fear feasibl fiction fig filing fip firefox firm flagr flam flex food forg fortun foundry fraud freedom freez fun gaug gbp ge gen gen2 geoloca gerrit getit ghp gitigno giving glass gnb god gradl grap graphiq greek greenfi greet gross guicont gvis habit hadoop halt harmful hashlib hashtag headcou heat held herm hexagon hire homepag honesty honor href hris hugg hyperme hyperop hystrix ia ideally ii impell impossi indent infring inner inspec institu intenti intr invisib involve ioc iphon ipython irrelev irrever isecond isnull jira jit jota journal jpeg jpg jsonb judg judicio jvm kera kernel keyset king ko koa kong kpimon kube lab labelfi ldap leaky lept lgpd lifesty lightgb lightn listvie lite literat litmus litterm loadrep lod logisti logstas longest lookali losing lossles lossy loyalty luxury maco maestr magent malform mapkit markowi masv mb mbp mcc md5 median meeting meilleu message meticul metr microna microst midnigh mindful minify mining minmax mint minvers mise mislead misus mixpane mixtral mnc monetiz monospa motor mov moved msg mttd multime mut mutex mvi mx neighbo neo4j nestjs neural newer newus nextaut nitpick nix nlp nom nosniff notatio noun nunit nx o2 oai obfusca obscur obt ocloud ongu onload onnx oop openzep orderit orderse organis orienta outl overfit oversiz overwri p1 p2 pace pal pane paraphr parquet patrol payroll pc pdlc pectr pem pen perm phish pickl pie ping pinot pipe pipenv plant plt pnpm podman poetry polyglo poorly popd postcss postmor poth pragm precond prefab prev prod proguar projet prom promptl pron prophet prospec prot prpm pseud publicl puppet purview pushd python3 qualify quantil quarkus qwen ra ramp ransomw rapidly rappman rare ratif rb realiz reappea recompi reconst recuper reentra refetch refund reinven rel relax remit resolva resort restora retrain revok reward rework rmr rollup rpc rsc ru rubric rum runnabl runtime runway salesfo salt saturat scanabi scripta sed setdirt settlem seul sev1 sev2 sev3 sev4 shad shed showbac sidekiq sig signabl simples sinatr sink sized skim sku slippag slith slownes smb sms smtp soften solidit sp spatial spie spinnak spons spreads squar ss ssg ssrf stak stalene standup stateob stick straigh streamh strictn stringi student subopti subtest subtota sudo superse superte supprim surg surroun swap sweep synergy synonym tbody td teas telegra tencent tension termine ters testpat textfie texture th thead thousan thumbna timefra timer topical traefik trap trial trio tripl trpc turbomo turbopa tutor typegra typo ubuntu uint256 ultimat unary unauthe uncov underut unicod uniquen unity unlimit unstag unsubsc unsuper untrack unusual unwant unwrap updated upgrade upper ups upsert upsid usabl useless usiz utilis uup uvicorn v4 valuati vec vector2 versati versus ves victim viewmod visit visuall volunta vpa wall warrant wav wave weaken web3 weekend weib wg11 wider windsur workman workstr worktre writeup wsgi xctest xgboost xxe yang yy yyyymmd zip いエ いポ い専 い文 い本 い直 い関 う影 う支 がエ がク がシ がプ が下 が今 が何 が取 が同 が増 が大 が完 が対 が強 が意 が文 が検 が機 が欠 が正 が目 が真 が許 が通 き場 く必 けプ け入 し得 し込 す必 たエ たオ たシ たデ たブ たメ たラ た期 ち上 つ以 つ使 つ正 てイ てチ てリ て推 て検 て診 でア でタ でパ でフ でプ でモ で一 で動 で届 で検 で測 で行 とキ とモ とラ と出 と分 と変 と安 と対 と感 と成 と最 と本 と機 と相 と統 と自 と表 と見 と設 と評 なエ なク なサ なテ なド なビ なマ な仕 な助 な基 な形 な影 な情 な改 な文 な結 な要 な財 な選 にエ にク にタ にダ にチ にテ にト にプ に上 に低 に信 に劣 に問 に回 に変 に届 に引 に強 に影 に徹 に接 に有 に根 に検 に構 に正 に残 に注 に登 に監 に直 に相 に考 に行 に見 に触 に調 に責 に追 に達 に配 に高 のカ のツ のテ のブ のペ の両 の代 の低 の余 の作 の依 の保 の健 の入 の内 の卓 の参 の収 の取 の可 の各 の合 の商 の境 の売 の多 の大 の好 の定 の対 の平 の影 の役 の復 の悪 の提 の新 の明 の注 の物 の特 の発 の相 の競 の範 の継 の見 の視 の評 の話 の責 の追 の通 の連 の部 の集 はア はイ はオ はサ はシ はレ はロ は一 は不 は中 は以 は任 は価 は修 は全 は再 は同 は大 は失 は平 は本 は特 は現 は禁 は複 は言 は非 ば成 み取 も厳 も同 も重 やア やシ ら入 ら得 り直 り高 るイ るク るト るマ るユ る価 る問 る専 る構 る統 る舞 をエ をシ をチ をト をモ を中 を主 を先 を効 を問 を埋 を対 を常 を抽 を拡 を教 を求 を消 を渡 を熟 を獲 を破 を科 を策 を経 を網 を試 を語 を読 を進 を駆 ァシ ァネ アシ アバ アマ アミ アム ィエ イす イタ イパ イポ イメ イラ ウの ウォ ェイ ェル エク オス カラ ガシ ガバ キシ クオ クコ クパ ク分 ク化 ク検 グお グは グア グシ グス グロ グ付 グ出 グ手 ケジ ゲッ コシ コメ サポ サム シニ シネ ジで ジや ジケ スさ スへ スま スシ スス スピ スメ スラ ス制 ス可 ス更 ス正 ス監 ス要 ス間 ズに ズの ゼン ゾー タの タは タビ タフ タ収 チテ チン ッケ ツで ツタ トへ トや トタ トツ トデ トナ トピ トブ トポ トム ト信 ト内 ト向 ト実 ト時 ト最 ト比 ト自 ト認 ト調 ドし ドな ドシ ドネ ドマ ナミ ナレ ニテ ネン バジ バナ パシ ピア ピッ フッ ブジ ブス プし プは プま プパ プ内 ヘル ベス ペア ホッ ホワ ボッ ポッ マテ ミア ミク ミス ミナ ムか ムな ムエ ムコ ムド ムネ ムフ ムレ ム推 ム設 ム間 モニ ャが ャネ ュエ ュフ ュ戦 ユニ ョナ ョニ ラの ラス ラマ リグ リズ リセ リタ リラ ルさ ルし ルへ ルや ルキ ルギ ルセ ルベ ル分 ル要 ル超 レガ レク レコ レミ ロゴ ロサ ロシ ロバ ロモ ワイ ンイ ンキ ンペ ンボ ンメ ンラ ン予 ン全 ン効 ン数 ン調 ン重 ーガ ーブ ーボ ーポ ー管 ー行 万ド 上は 上を 上位 下さ 下し 不一 不十 不安 不能 不落 並べ 中心 争の 事に 二重 互換 人で 人に 介入 仕組 以前 仮説 件は 会社 位の 位を 何で 作の 作を 使え 例外 依頼 価す 保ち 保護 信と 信は 値の 値は 偽装 備す 僅檢 優れ 元の 先の 先回 先度 先行 先順 入を 全で 公式 共同 再構 分が 分で 分に 初回 利益 到達 制す 制上 割り 力ス 力的 功で 加え 劣化 励ま 効な 効に 動で 動ア 動テ 勝者 化は 化フ 化出 化手 単に 危機 危険 参加 参考 収益 取れ 受領 可さ 合う 合が 合を 合テ 合計 同一 向か 向を 向性 員会 善を 営層 回す 回っ 回り 回る 回実 回復 回転 因は 因を 因分 図と 国の 圧倒 在し 在的 垂直 報は 場で 場所 境で 壊す 声と 声の 変え 変わ 変動 外の 多数 奨す 奨は 字の 安裝 官方 定と 定フ 定プ 定量 実に 実務 実性 実績 実践 実験 害を 害モ 密度 富な 審査 導く 導す 小化 属性 層型 層的 常は 平台 年 広い 広告 底す 度ス 建議 弁護 式な 式の 式を 弱い 強く 当社 役立 復旧 心に 応さ 応と 応を 応フ 応答 念を 情的 想定 想的 意し 意で 意は 意図 意見 感で 感情 感覚 慣を 慮し 憶す 成で 成を 成熟 成者 戻っ 所有 手の 手は 払い 找到 投げ 投稿 択が 択す 拠と 拠な 拠に 持さ 指数 振る 挿入 採用 探索 推定 推荐 推進 提と 提を 換性 換率 握す 援し 損失 支え 改用 攻撃 敗で 敗モ 教え 教育 散シ 数が 数値 敵対 文の 料に 料を 断に 断は 新さ 新を 新規 方建 方針 日 日か 日を 日以 日常 日後 早く 映す 是正 更し 更後 書い 書く 書を 最優 最良 最速 月 有す 期す 期に 期を 期待 未找 未検 本執 本的 来の 析フ 査し 査で 査と 査を 核ト 核的 格で 格の 格を 案件 様の 様を 標と 模な 檢視 欠け 次を 次コ 正直 比べ 気に 求め 決め 沈黙 法を 注力 流れ 浮か 深く 深刻 混在 添付 渡す 測す 測可 測性 準で 準の 準は 滑ら 点か 点の 無料 然な 照す 照ら 特化 独自 率に 率最 現し 現を 現行 現金 理が 理さ 理想 理的 生き 生す 生み 生活 用に 用意 用語 用量 由の 由を 画の 画は 界で 界と 番品 異議 発話 的か 的を 的改 盤が 目で 目を 直し 直で 相互 相手 相関 知す 知を 短い 確率 磨き 示で 示唆 社の 社内 私は 秒に 秒未 種別 空間 立ち 算に 算の 算は 節約 築で 築前 約か 約が 約す 約と 紐づ 経路 結論 続す 続で 網羅 練の 縮を 織の 置く 置さ 置を 署名 義さ 者で 者レ 耐え 耐性 能の 脅威 腳本 自信 良く 荷す 落地 蓄積 行き 行に 行の 行は 行わ 術成 表明 表面 裏付 補助 裝嗎 製品 要か 要す 要と 要改 要求 見し 見事 見出 視と 解す 計さ 計を 計パ 訓を 証情 証拠 証明 詰め 話を 認の 認め 認済 認知 誘発 語で 課題 論と 論の 論を 識し 識に 議使 護士 豊富 象で 象の 負債 負荷 買い 費し 資本 起動 超の 足度 距離 践的 較し 迂回 返す 送る 通知 造と 連結 週 週間 進行 遅い 過し 過す 過剰 達し 違反 部の 部コ 配置 釈を 重な 重ね 重み 重点 量で 量を 量化 金を 録し 長い 長さ 門の 開さ 開示 間コ 間帯 防止 限付 限内 限定 除さ 除去 階の 隔離 離し 離れ 露出 非常 非難 面と 音を 音声 順に 順を 頻繁 題で 題と 題に 類し 類す 類の 高く 高品 高性 高速 高頻 결과 경에 구현 금지 당하 로 변경 실행 에게 에이 으로 이전 전트 준수 하는 환경
`;
