/** Which words say nothing of what a text is about, in the languages that agents are mostly written in? */

/** Folded as the terms are: lower case, Latin letters without accents. One-letter words never get this far. */
const LISTS = {
  en: `
    a about above after again all also am an and any are aren as at be because been before being below between both
    but by can cannot could couldn did didn do does doesn doing don down during each either else ever every few for
    from further had hadn has hasn have haven having he her here hers herself him himself his how however if in into
    is isn it its itself just let like ll many may me might more most much must mustn my myself need neither no nor
    not now of off on once one only onto or other others our ours ourselves out over own per rather re same shall she
    should shouldn since so some such than that the their theirs them themselves then there these they this those
    through to too two under until up upon us very via was wasn we were weren what when where whether which while who
    whom whose why will with within without won would wouldn ve yet you your yours yourself yourselves eg ie etc
    always never ensure using use used uses make makes including include includes`,
  pt: `
    ao aos aquela aquele aquilo as ate cada com como contra da das de dela dele deles depois desde dessa desse desta
    deste do dos dum duma durante ela elas ele eles em entre era essa essas esse esses esta estao estas este estes
    estou eu foi foram ha isso isto ja la lhe mais mas me mesma mesmo meu minha muito na nao nas nem nessa nesse nesta
    neste no nos nossa nosso num numa ou outra outras outro outros para pela pelas pelo pelos perante pode podem por
    porque porem pra qual quais qualquer quando quanto quase que quem sao se seja sejam sem sempre sendo ser sera seu
    seus si sob sobre sua suas tal tambem tanto te tem tendo ter teu toda todas todo todos tua tu um uma umas uns use
    vez voce voces deve devem nunca apenas entao onde caso ainda antes`,
  es: `
    al algo algun alguna algunas alguno algunos ante antes asi aun aunque bajo bien cada casi como con contra cual
    cuales cualquier cuando cuanto de debe deben del desde donde dos durante el ella ellas ellos en entre era eres es
    esa esas ese eso esos esta estan estas este esto estos fue fueron ha hace hacia han hasta hay la las le les lo los
    mas me mi mientras misma mismo mucho muy nada ni ningun ninguna nos nosotros nuestra nuestro nunca os otra otras
    otro otros para pero poco por porque pues puede pueden que quien se sea sean segun ser si sido siempre siendo sin
    sino sobre solo son su sus tal tambien tan tanto te tener tiene tienen toda todas todo todos tu tus un una unas
    uno unos usa usalo uso usted vez y ya`,
  fr: `
    afin ai ainsi alors apres au aucun aucune aussi autre autres aux avant avec avez avoir car ce cela celle celles
    celui ces cet cette ceux chaque comme comment dans de depuis des dont du elle elles en encore entre es est et etes
    etre eux faire fait faut ici il ils je jamais la le les leur leurs lors lorsque lui mais meme memes mes moi moins
    mon ne ni nos notre nous ont ou par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi puis quand que
    quel quelle quelles quels qui quoi sa sans selon sera ses si soit sont sous souvent sur ta tes toi ton toujours
    tous tout toute toutes tres tu un une utilise utilisez vers vos votre vous`,
  de: `
    aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bevor bis
    bist da dabei damit dann das dass dazu dein deine deinem deinen deiner dem den denn der deren des dessen die dies
    diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwa fur gegen
    hast hat haben hier ich ihr ihre ihrem ihren ihrer im immer ins ist jede jedem jeden jeder jedes jedoch kann
    kannst kein keine keinem keinen keiner konnen man mehr mein mit muss mussen nach nicht nichts nie niemals noch nur
    ob oder ohne sehr sein seine seinen seiner sich sie sind so sobald sollen sollte sondern soll sowie statt uber um
    und uns unter vom von vor wann war warum was weil welche welchen welcher welches wenn werden wer wie wird wo wobei
    wurde zu zum zur zwischen`,
  it: `
    ad agli ai al alla alle allo anche ancora avere che chi ci come con cosa cui da dagli dai dal dalla dalle dello
    degli dei del della delle deve di dopo dove durante ed essere fare fino gia gli il in io la le lo loro ma mai meno
    mentre nei nel nella nelle nello nessun niente noi non nostro ogni oltre oppure per perche piu poi prima puo quale
    quali qualsiasi quando quanto quella quelle quelli quello questa queste questi questo qui quindi se sei sempre
    senza si sia solo sono sotto sta su sua sue sugli sui sul sulla sulle suo suoi tra tu tua tue tuo tutta tutte
    tutti tutto un una uno usa vi voi`,
  nl: `
    aan al alle alleen als altijd ander andere bent bij daar dan dat de deze die dit doen door een elk elke en er geen
    gebruik het hier hoe hun ik in is je jij jouw kan kunnen maar meer met moet na naar niet nog nooit of om onder ook
    op over te tegen tot tussen uit van veel voor waar wanneer wat welke wie wordt worden zal ze zich zij zijn zo
    zonder zou`,
  pl: `
    aby albo ale bez bo byc co czy dla do gdy gdzie go ich ile im ja jak jako je jego jej jest jestes jesli juz kazdy
    kiedy kto ktora ktore ktory ma na nad nie nigdy od oraz po pod poza przed przez przy sie sa tak takze tam te ten
    to tylko ty tym wszystkie za zawsze ze`,
  ru: `
    без более бы был была были было быть вам вас весь во вот все всегда всех вы где да для до его ее если есть еще же
    за из или им их как когда которые который либо мы на над не него нее нет ни никогда но об он она они от перед по
    под при про раз сам себя со так также там те тем то того тоже только том ты у уже чем что чтобы эта эти это этого
    этой этом этот`,
} as const;

export type StopWordLanguage = keyof typeof LISTS;

/** The languages that have a list, English first. */
export const STOP_WORD_LANGUAGES = Object.keys(LISTS) as StopWordLanguage[];

const SETS = new Map<string, ReadonlySet<string>>(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.trim().split(/\s+/))]),
);

/** Returns the grammar words of one language, folded. */
export function stopWordsOf(language: StopWordLanguage): ReadonlySet<string> {
  return SETS.get(language) ?? new Set();
}

/** Words of many languages that carry grammar and no matter, folded. "not" and its like are among them. */
export const STOP_WORDS: ReadonlySet<string> = new Set([...SETS.values()].flatMap((words) => [...words]));
