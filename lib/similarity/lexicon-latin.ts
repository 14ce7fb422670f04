/** What are the words of an agent's trade called in Portuguese, Spanish, French, German and Italian? */

/** The columns of the table, by their ISO 639-1 codes. */
export const LATIN_LANGUAGES = ['pt', 'es', 'fr', 'de', 'it'] as const;

/**
 * A row a concept: its English words, then the words of each language, folded; `*` ends a beginning that all its forms
 * share, `_` joins words that count together, and between them grammar words may stand ("banco de dados").
 */
export const LATIN_LEXICON = `
review|revis* revej* avaliacao_codigo|revis*|relect* revue* reli* reliseu*|prufung prufe* pruft review* gutacht*|revision* revisor* riesamin*
audit|audit*|audit*|audit*|audit* prufbericht*|audit* verific_conform*
design|projet* desenh*|disen*|concev* conception conceptio* conco*|entwirf* entwerf* entwurf* gestalt*|progett*
architecture|arquitet*|arquitect*|architect*|architekt*|architett*
write|escrev* escrit* redator* redac* redig*|escrib* escrit* redact*|ecri* redact* redig*|schreib* verfass*|scriv* scritt* redat*
test|test*|prueb* test*|test* essai*|test*|test* collaud*
debug|depur* debug* corrigir_erros|depur* debug*|debog* debug* deverm*|debug* fehlersuch* entwanz*|debug*
analyze analysis|analis*|analiz* analisis analist*|analys*|analys*|analizz* analis*
optimize|otimiz*|optimiz*|optimis*|optimier*|ottimizz*
improve|melhor*|mejor*|amelior*|verbesser*|miglior*
build|constru*|constru*|constru*|bau bauen baut bauweise|costru*
create|cria criar criacao crie criando gera gerar geracao|crea crear creacion cree genera generar|cree* creation* creer genere* generer|erstell* erzeug*|crea creare creazione genera generare
develop developer|desenvolv*|desarroll*|develop*|entwick*|svilupp*
implement|implement*|implement*|implement* met_oeuvre|implement* umsetz* umzusetz*|implement* realizz*
deploy deployment|implantac* implantar publicac* entrega_continua deploy*|desplieg* desplegar* despliegu* deploy*|deploie* deploye* deploi*|bereitstell* ausroll* deploy* auslieferung*|distribuzion* rilasci* deploy*
monitor|monitor*|monitor* supervis*|surveill* supervis* monitor*|uberwach* monitor*|monitor* sorvegl*
observability|observabil*|observabil*|observabil*|beobachtbar*|osservabil*
document documentation|document*|document*|document*|dokument*|document*
plan|planej* plano planos planif*|planif* plan planes|planif* plan plans|plan* vorplan*|pianif* piano piani
refactor|refator*|refactor*|refactor* remani*|refactor* refaktor* umbau*|refactor* rifattor*
migrate migration|migra*|migra*|migr*|migri* umzieh*|migra*
manage management|gerenc* gest*|gestion* administr* gerenc*|gere gerer gestion* gestionn* pilot*|verwalt* manag* leit*|gesti* gestis*
configure configuration|configur*|configur*|configur* parametr*|konfigur* einricht*|configur*
integrate integration|integra*|integra*|integr*|integr* einbind*|integra*
validate|valid*|valid*|valid*|validier*|valida* convalid*
verify check|verif* confer* chec*|verif* comprueb* comprob*|verif* control*|verifizier* uberpruf* kontroll*|verific* controll*
research|pesquis*|investig*|recherch*|recherch* forsch*|ricerc*
fix|corrig* correc* conserta*|corrig* correg* correc* arregl*|corrig* correct* repar*|beheb* korrig* reparier* behob*|corregg* correzion* ripar*
error|erro erros|error* fallo fallos fallas|erreur*|fehler*|error*
bug|bugs bug defeito*|bugs bug defecto*|bogue* bug bugs|bug bugs|bug difett*
problem issue|problema*|problema*|probleme*|problem*|problem*
find|encontr* localiz* ache|encontr* localiz* hall*|trouv* localis*|finde* auffind*|trova* individua*
identify|identif*|identif*|identif* reper*|identifiz* erkenn*|identific*
provide|fornec* oferec*|proporcion* ofrec*|fourni* propos*|liefer* bietet biete bereit|fornis* offri*
suggest recommend|suger* recomend*|suger* recomiend* recomend*|sugger* recommand* conseil*|empfehl* vorschlag* schlag*|sugger* raccomand* consigli*
maintain|manter manten* manutenc*|manten* mantien*|mainten* maintien*|wart* pflege* instand*|manten* manutenzion*
measure|medi* meca mensur*|medi* mide* mida*|mesur*|mess* miss gemess*|misur*
report|relatori* relat*|informe* report*|rapport*|bericht*|rapport* relazion* report
explain|explic* explique*|explic* explique*|expliqu* explic*|erklar* erlauter*|spieg*
answer|respost* respond*|respuest* respond*|repon* reponse*|antwort* beantwort*|rispos* rispond*
question|pergunt* duvida*|pregunt* duda*|question*|frage* fragst|domand*
read|leia ler leitura lendo leitor*|lee leer lectur* leyendo lector*|lire lecture* lisez lisib*|lies lesen leser* lesbar*|legg* lettur* lettor*
change|mudanc* alter* mudar* modific*|cambi* modific*|chang* modif*|ander* anderung*|cambi* modific*
update|atualiz*|actualiz*|actualis* jour|aktualis*|aggiorn*
remove|remov* elimin*|elimin* quit*|supprim* elimin* retir*|entfern* losch*|rimuov* rimoz* elimin*
user|usuari* utilizador*|usuari*|utilisateur* utilisatr*|benutzer* nutzer* anwender*|utent*
customer client|client* consumidor*|client* consumidor*|client*|kund*|client*
team|time equipe* equipa*|equipo*|equip*|team* mannschaft*|squadr* team
project|projeto projetos|proyecto*|projet projets|projekt*|progetto
product|produto*|producto*|produit*|produkt produkte produkts produkten|prodotto prodotti
business|negoci* empresa* empresari*|negoci* empresa* empresari*|metier* entreprise* affaire*|geschaft* unternehm* fachlich*|azienda* business
requirement|requisit* exigenc*|requisit* exigenc*|exigenc* besoin* cahier|anforder*|requisit* esigenz*
specification|especific*|especific*|specif*|spezifi*|specific*
goal objective|objetivo* meta metas|objetivo* meta metas|objectif* but|ziel*|obiettiv*
decision|decis* decid* decisoes|decis* decid*|decis* decid*|entscheid*|decis* decid*
alternative|alternativ*|alternativ*|alternativ*|alternativ*|alternativ*
risk|risco*|riesgo*|risque*|risik*|rischi*
cost|custo*|coste* costo*|cout*|kosten*|costo costi
quality|qualidad*|calidad*|qualit*|qualitat*|qualit*
practice|pratica*|practica*|pratiqu*|praktik* praxis|pratich* pratica
example|exempl*|ejempl*|exempl*|beispiel*|esempi*
result|resultad*|resultad*|resultat*|ergebnis*|risultat*
deliverable output|saida entreg* entregav*|salida entreg* entregabl*|sortie livrabl* livr*|ausgabe* liefer_ergeb* abgabe|output uscita consegn*
step|etapa* passo passos|paso pasos etapa*|etape*|schritt*|passo passi passaggi*
process workflow|process* fluxo*|proceso* flujo*|process* flux|prozess* ablauf* vorgeh*|process* flusso
rule|regra*|regla*|regle*|regel*|regola regole
standard|padroes padrao padroniz*|estandar* norma normas|norme*|standard* norm|standard norme
pattern|padroes_projeto padrao_projeto|patron*|patron patrons motif*|muster entwurfsmuster|pattern
structure|estrutur*|estructur*|structur*|struktur*|struttur*
responsibility|responsab*|responsab*|responsab*|verantwort*|responsab*
code|codigo*|codigo*|code codes|code quellcode* codebasis|codice codici
function|func* funcao|funcion*|fonction*|funktion*|funzion*
method|metodo*|metodo*|method*|methode*|metodo metodi
class|classe*|clase*|classe*|klasse*|classe classi
module|modulo* modular*|modulo* modular*|modul*|modul*|modulo moduli modular*
component|component*|component*|composant*|komponent* baustein*|component*
library|bibliotec*|bibliotec* libreria*|biblioth*|bibliothek*|libreri* bibliotec*
tool|ferrament*|herramient*|outil*|werkzeug*|strument*
file|arquivo* ficheiro*|archivo* fichero*|fichier*|datei*|file
line|linha*|linea*|ligne*|zeile*|riga righe
version|versao versoes version*|version*|version*|version*|version*
release|lancament* liberac*|lanzamient* liberac*|livraison* publi*|veroffentlich* release*|rilasci*
branch|ramo ramos ramific*|rama ramas|branche*|zweig*|ramo rami
repository|repositori*|repositori*|depot depots|repositor*|repositori*
server backend|servidor*|servidor*|serveur*|server*|server
service|servic*|servici*|servic*|dienst* service*|servizi*
microservice|microsservic* microservic*|microservici*|microservic*|microservice* mikrodienst*|microservizi*
database|banco_dados bancos_dados base_dados bases_dados|base_datos bases_datos|base_donnees bases_donnees|datenbank*|base_dati basi_dati database
query|consult*|consult*|requet*|abfrag*|query interrogazion*
index|indic* indexa*|indic* indexa*|index*|index* indiz*|indic* indicizz*
table|tabel*|tabla*|table tables|tabell*|tabell*
schema model|esquema* modelag* model*|esquema* model*|schema* model*|schema* modell*|schema schemi modell*
cache|cache*|cache*|cache*|cache* zwischenspeich*|cache
queue|fila filas enfileir*|cola colas encol*|file_attente files|warteschlang*|coda code_mess*
message|mensag* mensager*|mensaj*|messag*|nachricht*|messagg*
event|evento*|evento*|evenement*|ereignis*|evento eventi
transaction|transac*|transacc*|transaction*|transaktion*|transazion*
network|rede redes|red redes|reseau*|netz*|rete reti
cloud|nuvem nuvens|nube nubes|nuage cloud|cloud*|cloud nuvol*
container|contain* conteiner*|contenedor*|conteneur*|container*|container contenitor*
pipeline|pipeline* esteira*|pipeline* canaliz*|pipeline* chaine_int*|pipeline*|pipeline
infrastructure|infraestrut*|infraestruct*|infrastruct*|infrastrukt*|infrastrutt*
environment|ambiente*|entorno*|environnement*|umgebung*|ambiente ambienti
production|produc*|produccion*|production*|produktion* produktiv*|produzion*
log|registro* logs|registro* logs|journal journaux logs|protokoll* logs|registri log
metric|metric*|metric*|metriqu*|metrik* kennzahl*|metric* metrich*
alert|alerta*|alerta*|alert*|alarm* warnung*|allert*
incident|incident*|incident*|incident*|vorfall* storung*|incident*
failure|falha* falhar|fallo fallos falla fallar|panne* echou* echec*|ausfall* fehlschl*|guast* falliment*
root cause|causa* causa_raiz|causa* causa_raiz|cause*|ursach*|causa cause
symptom|sintoma*|sintoma*|symptom*|symptom*|sintom*
hypothesis|hipotes*|hipotes*|hypothes*|hypothes*|ipotes*
reproduce|reproduz* reproduc*|reproduc*|reproduc* reprodui*|reproduzier* nachstell*|riproduc* riproduz*
stack trace|rastreament* pilha|traza* pila|pile trace|stacktrace*|traccia
performance|desempenh* performanc*|rendimient* desempen*|performan*|leistung* performan*|prestazion* performan*
latency|latenc* lentid* lento*|latenc* lentitud lento*|latenc* lent*|latenz* langsam*|latenz* lent*
memory|memori*|memori*|memoir*|speicher*|memori*
load|carga carregament*|carga cargas|charge charges|last lasten lade*|carico carich*
scale|escal*|escal*|echell* scalab* passage_echelle|skalier*|scal*
bottleneck|gargal*|cuello* cuellos_botella|goulot* goulet*|engpass* flaschenh*|collo colli_botti*
security|segur*|segur*|secur*|sicherheit* sicher*|sicurezz* sicur*
vulnerability|vulnerab*|vulnerab*|vulnerab* faille*|schwachstell* verwundb* sicherheitsluck*|vulnerab*
authentication|autentic*|autentic* autentific*|authentif*|authentifi* anmeld*|autentic*
authorization permission|autoriza* permiss*|autoriza* permis*|autoris* permiss* habilit*|autorisier* berechtig*|autorizz* permess*
secret password|senha* segredo* credenc*|contrasen* secreto* credenc*|secret* identifiant*|passwort* geheimnis* zugangsdat*|password segret* credenz*
encryption|criptogr* cifr*|cifrad* criptogr* encript*|chiffr* cryptogr*|verschlussel*|crittogr* cifr*
threat attack|ameac* ataqu*|amenaz* ataqu*|menac* attaqu*|bedroh* angriff* angreif*|minacc* attacc*
penetration|penetrac* invas*|penetrac* intrus*|intrusion* penetration|eindring*|penetrazion*
privacy|privacid*|privacid*|confidentialit*|datenschutz*|privacy riservat*
compliance|conformid*|conformid* cumplimient*|conformit*|konformit* einhalt*|conformit*
legal|juridic* legal* advog*|juridic* legal* abogad*|juridi* legal* avocat*|recht* jurist* anwalt*|legal* giuridic* avvocat*
contract|contrato*|contrato*|contrat*|vertrag*|contratt*
policy|politica*|politica*|politiqu*|richtlin*|politic*
interface|interface*|interfaz* interfac*|interface*|schnittstell* oberflach*|interfacc*
screen|tela telas|pantalla*|ecran*|bildschirm*|scherm*
page|pagina*|pagina*|page pages|seite seiten|pagina pagine
layout|leiaute* layout*|maquet* disposic*|mise_page maquett*|layout*|layout impagin*
style|estilo* estiliz*|estilo*|style styles|stil*|stile stili
accessibility|acessib*|accesib*|accessib*|barrierefr* zugangl*|accessib*
usability|usabil*|usabil*|utilisabil* ergonom*|benutzbar* bedienbar* usability|usabil*
experience|experienc*|experienc*|experienc*|erfahrung* erlebnis*|esperienz*
mobile|movel moveis celular* dispositiv_mov*|movil*|mobil*|mobil*|mobil*
app application|aplicat* aplicac* apps app|aplicac* app apps|applicati* appli|anwendung* app apps|applicazion* app
web|web|web|web|web*|web
browser|navegador*|navegador*|navigateur*|browser*|browser
device|dispositiv* aparelho*|dispositiv*|appareil*|gerat* gerate*|dispositiv*
store publishing|loja lojas|tienda*|magasin* store|store|store negozi*
game|jogo jogos|juego*|jeu jeux|spiel spiele|gioco giochi
data|dado dados|dato datos|donnee*|daten*|dato dati
dataset|conjunto_dados|conjunto_datos|jeu_donnees jeux_donnees|datensatz*|dataset
warehouse|armazem armazen*|almacen*|entrepot*|lagerhaus data-warehouse|magazzin*
ingest extract|ingest* extra* coleta*|ingest* extra* ingesta|ingest* extra* collect*|extrah* extraktion|estra* acquisiz*
transform|transform*|transform*|transform*|transform* umwandl*|trasform*
model train|trein* treinament* treino|entren* entrenamient*|entrain*|trainier* training*|addestr*
machine learning|aprendiz*_maquina aprendizado aprendizagem|aprendizaje*|apprentissag*|lernen maschinell*|apprendiment*
prediction|predic* previs* prever|predic* predec* pronost*|predic* predi* previs*|vorhers*|predizion* prevision*
feature|feature* variaveis caracterist*|caracterist* variables|caracterist* variable*|merkmal*|caratterist*
statistics|estatist*|estadist*|statisti*|statisti*|statistic*
experiment|experiment*|experiment*|experience* experiment*|experiment*|esperiment*
chart|grafico*|grafico*|graphiqu*|diagramm* grafik*|grafico grafici
diagram|diagrama*|diagrama*|diagramm* schema|diagramm* schaubild*|diagramm*
language|linguag* idioma*|lenguaj* idioma*|langage* langue*|sprach*|linguagg* lingua
translate|traduz* traduc* tradutor*|traduc* traduz*|tradui* traduc* traduct*|ubersetz*|traduzion* tradur* tradutt*
text|texto*|texto*|texte*|text texte|testo testi
content|conteud*|contenid*|contenu*|inhalt*|contenut*
article|artigo*|articulo*|article*|artikel*|articol*
guide|guia guias tutoria*|guia guias tutorial*|guide guides tutoriel*|anleitung* leitfad* handbuch*|guida guide tutorial
reference|referenc*|referenc*|referenc*|referenz* nachschlag*|riferiment*
reader|leitor leitores|lector lectores|lecteur*|leser*|lettore lettori
marketing|marketing|mercadeo marketing|marketing|marketing|marketing
sales|venda vendas vendedor*|venta ventas vendedor*|vente ventes vendeur*|vertrieb* verkauf*|vendit*
brand|marca marcas|marca marcas|marque*|marke marken|marchio brand
campaign|campanha*|campana*|campagne*|kampagne*|campagn*
audience|publico* audienc*|publico* audienc*|public audience|publikum zielgrupp*|pubblic*
finance|financ*|finanz* financ*|financ* finance*|finanz*|finanz*
price|preco precos|precio*|prix tarif*|preis*|prezzo prezzi
payment|pagament*|pago pagos|paiement*|zahlung* bezahl*|pagament*
account|conta contas contab*|cuenta* contab*|compte* comptab*|konto konten buchhalt*|conto conti contab*
budget|orcament*|presupuest*|budget*|budget*|budget bilanci*
tax|impost* tribut* fisca*|impuest* tribut* fiscal*|impot* fiscal*|steuer*|tass* fiscal*
market|mercado*|mercado*|marche*|markt*|mercat*
strategy|estrateg*|estrateg*|strateg*|strateg*|strateg*
hiring recruit|contrat*_pess* recrut* vagas|contratac* reclut*|recrut* embauch*|personal einstell*_pers* rekrut*|assunzion* reclut*
training course|curso cursos|curso cursos|cours formation*|kurs kurse schulung*|corso corsi formazion*
student teacher|alun* estudant* profess*|alumn* estudiant* profes*|eleve* etudiant* enseign*|schuler* lehr* student*|student* insegn*
support|suport* atendiment*|soport* atencion*|support* assistanc*|support unterstutz*|support* assistenz*
image|imag*|imag*|imag*|bild bilder|immagin*
video|video*|video*|video*|video*|video
unit|unitari* unidade*|unitari* unidad*|unitair* unite*|unit einheit* modultest*|unitari* unita
end-to-end|ponta_ponta|extremo_extremo|bout_bout|ende-zu-ende|end-to-end
coverage|cobert*|cobert*|couvert*|abdeck*|copertur*
mock|simulad* dubles mock*|simulad* dobles mock*|simulac* bouchon* doublur*|attrapp* mock*|mock simulat*
regression|regress*|regres*|regress*|regress* ruckschritt*|regression*
automation|automa* automatiz*|automa* automatiz*|automat*|automat*|automa* automatizz*
scenario case|cenario* caso casos|escenari* caso casos|scenari* cas|szenari* fall falle|scenar* caso casi
assertion|assert* asser* afirmac*|asercion* asert*|assert*|zusicher* assertion*|asserzion*
type|tipo tipos tipag* tipad*|tipo tipos tipad*|type types typag*|typ typen typis* typsicher*|tipo tipi tipizz*
generic|generic*|generic*|generi*|generisch* generik*|generic*
asynchronous|assincron*|asincron*|asynchron*|asynchron*|asincron*
concurrency|concorr* concorrenc* paralel*|concurr* paralel*|concurren* parallel*|nebenlauf* parallel*|concorr* parallel*
thread|thread* linhas_exec*|hilo hilos|thread*|thread*|thread
exception|exce*|excepcion*|exception*|ausnahm*|eccezion*
dependency|dependenc*|dependenc*|dependanc*|abhangig*|dipendenz*
package|pacote*|paquet*|paquet*|paket*|pacchett*
variable|variav*|variabl*|variabl*|variabl*|variabil*
naming readable|nomes nomenclat* legiv* legib*|nombres legib* legibl*|nommag* lisib*|benenn* lesbar*|nomi leggib*
simple|simpl*|simpl* sencill*|simpl*|einfach*|semplic*
complexity|complex*|complej*|complex*|komplex*|compless*
duplicate|duplic*|duplic*|dupliq* duplic* doublon*|duplik* doppel*|duplic*
severity critical|sever* critic* grav*|sever* critic* grav*|sever* critiqu* grav*|schweregrad* kritisch* schwer|gravit* critic*
finding|achad* constatac*|hallazg*|constat*|befund* fund funde|riscontr*
evidence|evidenc* prova provas|evidenc*|preuve*|beleg* nachweis*|prov* evidenz*
priority|priorid* prioriz*|priorid* prioriz*|priorit* prioris*|prioritat* priorisier*|priorit*
limit|limit*|limit*|limit*|grenz* limit*|limit*
endpoint api|api apis endpoint*|api apis endpoint*|api apis|api apis endpunkt*|api
version control pull request|pull_request* diff|pull_request* diff|pull_request* diff|pull_request* diff merge-request*|pull_request* diff
endpoint resource|recurso*|recurso*|ressourc*|ressourc*|risors*
idempotency|idempot*|idempot*|idempot*|idempot*|idempot*
consistency|consist*|consist*|coheren* consist*|konsist*|consist* coeren*
availability|disponib*|disponib*|disponib*|verfugbar*|disponib*
failover backup recovery|backup* recuperac* restaur*|respald* recuperac* copia_segur*|sauvegard* restaur* reprise*|sicherung* wiederherst*|backup ripristin*
rollback|reversao revert* rollback*|reversion revert* rollback*|retour_arrier* rollback*|rollback* zuruckroll* ruckroll*|rollback
domain|dominio*|dominio*|domaine*|domane* fachlich*|dominio domini
boundary|limites fronteir*|limites fronter*|frontier* limites|grenzen|confin*
scalability distributed|distribu*|distribu*|distribu* reparti*|verteilt*|distribuit*
trade-off|compromiss* contrapartid*|compromis* contrapart*|compromis|abwag* kompromiss*|compromess*
profile|perfil* profil*|perfil*|profil*|profil*|profil*
render|renderiz*|renderiz*|rendu rendus|rendern rendering|render*
state|estado*|estado*|etat etats|zustand* status|stato stati
form|formulari*|formulari*|formulair*|formular*|modul_form*
responsive|responsiv*|responsiv* adaptable*|responsiv* adaptatif*|responsiv*|responsiv*
native|nativ*|nativ*|natif* nativ*|nativ*|nativ*
offline|offline desconect*|sin_conexion offline|hors_ligne|offline|offline
notification|notific*|notific*|notific*|benachricht*|notific*
`;
