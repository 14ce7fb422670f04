/** What are words that agents of every trade use called in Portuguese, Spanish, French, German and Italian? */

/** Rows like those of `LATIN_LEXICON`, which come first: where both name a word, they have it. */
export const LATIN_GENERAL_LEXICON = `
software|software|software|logiciel*|software*|software
engineer|engenh*|ingenier*|ingenieur*|ingenieur*|ingegner*
program programming|program*|program*|program*|programm*|programm*
expert|especialist* perit*|expert* especialist*|expert* specialist*|expert* spezialist* fach*|espert* specialist*
senior|senior* experient* veteran*|senior* veteran*|senior* chevron*|senior* erfahren*|senior espert*
assistant|assistent*|asistent*|assistant*|assistent*|assistent*
agent|agente agentes|agente agentes|agent agents|agent agenten|agente agenti
consultant advisor|consultor* assessor*|consultor* asesor*|consultant* conseiller*|berater* beratung*|consulent*
prompt|prompt* instruc*|prompt* instruc*|prompt* consigne* instruct*|prompt* anweisung*|prompt istruzion*
story requirement|historia* cronic*|historia*|histoire* recit*|geschichte*|storia storie
roadmap|roteiro* roadmap*|hoja_ruta roadmap*|feuille_route|fahrplan* roadmap*|roadmap
stakeholder|interessad* stakeholder*|interesad* stakeholder*|partie_prenant*|interessengrupp* stakeholder*|stakeholder
search|busca buscas buscar procur*|busqued* buscar busca|cherch* recherch*|suche* such|cerca ricerc*
ranking seo|posicion* ranque*|posicion*|referenc*_nat* positionn*|ranking suchmasch*|posizion*
keyword|palavra*_chave|palabra*_clave|mots_cles mot_cle|schlagwort* schlusselwort*|parol*_chiav*
email|email* correio*|correo* email*|courriel* email*|email* e-mail*|email posta
technical|tecnic*|tecnic*|techni*|technisch* technik*|tecnic*
technology|tecnolog*|tecnolog*|technolog*|technolog*|tecnolog*
system|sistema*|sistema*|systeme*|system*|sistem*
solution|soluc* resolv* resolu*|soluc* resolv* resuel*|solution* resou*|losung* lose* lost|soluzion* risolv*
knowledge|conheciment*|conocimient*|connaissanc*|wissen kenntnis*|conoscenz*
task|tarefa*|tarea*|tache*|aufgabe*|attivit* compit*
work|trabalh*|trabaj*|travail*|arbeit*|lavor*
focus area|foco focar area areas|enfoque* foco area areas|domaine*_exp* axe axes|schwerpunkt* bereich*|area aree ambit*
approach|abordag*|enfoque* abordaj*|approch* demarch*|ansatz* herangeh*|approcci*
clear|claro* clar* claras|claro* clara*|clair*|klar*|chiar*
describe|descrev* descric*|describ* descripc*|decri* descript*|beschreib*|descriv* descrizion*
define|defin*|defin*|defin*|definier* festleg*|defin*
choose|escolh*|elig* eleg* escog*|choisi* choix|wahle* auswahl* wahl*|scegl* scelt*
compare|compar*|compar*|compar*|vergleich*|confront* compar*
prefer|prefir* prefer*|prefier* prefer*|prefer* privileg*|bevorzug*|prefer*
avoid|evit*|evit*|evit*|vermeid*|evit*
handle|trat* lidar|manej* trat* gestio*|traite* gerer|behandel* umgang*|gestis* gestir*
input|entrada*|entrada*|entree*|eingabe*|input ingress*
number|numer* quantid*|numer* cantid*|nombre* chiffre*|zahl zahlen anzahl*|numer*
time|tempo prazo*|tiempo* plazo*|temps delai*|zeit zeiten dauer*|tempo tempi
day|dia dias|dia dias|jour_ouvr*|tag tage tagen|giorno giorni
small|pequen* menor*|pequen* menor*|petit*|klein*|piccol*
large big|grand* maior*|grand* mayor*|grand* gros|gross*|grand* grosso
new|novo nova novos novas|nuevo nueva nuevos nuevas|nouveau nouvel*|neu neue neuen neues|nuovo nuova nuovi nuove
real|real reais|real reales|reel*|echt* real*|real*
first|primeir*|primer*|premier*|erst erste ersten zuerst|prim*
people person|pesso*|person*|personne* gens|mensch* leute person*|person*
value|valor*|valor*|valeur*|wert werte|valor*
level|nivel niveis|nivel niveles|niveau*|ebene* stufe* niveau|livell*
key|chave chaves|clave claves|cle cles|schlussel*|chiav*
important|important*|important*|important*|wichtig*|important*
constraint|restric*|restricc*|contraint*|einschrank* beschrank*|vincol*
start|comec* inici* inicie|comienz* empiez* inici*|commenc* debut* demarr*|beginn* start* anfang*|inizi* cominci*
end finish|termin* final* fim conclu*|termin* final* fin conclu*|termin* fin finale* conclu*|ende enden abschl*|termin* fine conclu*
share|compartilh* partilh*|compart*|partag*|teilen geteilt*|condivid*
support multiple|vario* varias multipl* divers*|vario* varias multipl* divers*|plusieurs multipl* divers*|mehrer* verschied*|vari* multipl* divers*
open|abert* abrir abr*|abiert* abrir abre|ouvr* ouvert*|offen offne*|apert* apri*
need|precis* necess* necessit*|necesit* necesari* precis*|necess* besoin*|brauch* benotig* notig* notwend*|necess* bisogn*
effort|esforc*|esfuerz*|effort*|aufwand*|sforz*
context|contexto*|contexto*|contexte*|kontext*|contest*
concept|conceito*|concepto*|concept* notion*|konzept*|concett*
detail|detalh*|detall*|detail*|detail* einzelheit*|dettagl*
note|nota notas anot*|nota notas anot*|note notes|hinweis* notiz*|nota note
list|lista* listar|lista* listar|liste*|liste* auflist*|elenc* lista*
proof concept prototype|prototip* mvp|prototip*|prototyp* maquett*|prototyp*|prototip*
resilience|resilien* toleran*|resilien* toleran*|resilien* toleran*|ausfallsich* resilien*|resilien* toller*
retry|retent* repetic* tentativ*|reintent*|reessa* nouvelle_tentat*|wiederhol* erneut|ritent* riprov*
`;
