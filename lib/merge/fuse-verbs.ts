/** Which words open an instruction, and in which form? */

/** Verbs that instructions to agents begin with, in their base form. */
const BASES = `
  achieve add address adhere adopt advise align allow analyze analyse anticipate apply architect ask assess assist audit
  automate avoid balance benchmark brainstorm break build cache calculate capture catch categorize challenge check choose
  cite clarify classify coach collaborate collect combine communicate compare compose compress conduct configure
  confirm connect consider consult consolidate construct containerize control convert coordinate cover craft create
  debug decide decouple define delegate deliver demonstrate deploy derive describe design detect determine develop
  diagnose document draft eliminate embed empower enable encapsulate encourage encrypt enforce engage engineer enhance
  ensure establish estimate evaluate examine execute exclude explain explore expose extract facilitate favor fetch filter
  find fix flag focus follow format foster gather generate give govern group guarantee guide handle help highlight
  identify illustrate implement import improve include incorporate inform inject inspect install instrument integrate
  introduce investigate isolate iterate judge justify keep leverage limit link lint list listen load locate log maintain
  make manage map mask measure mentor merge migrate minimize mitigate mock model monitor name navigate normalize note
  offer optimize optimise orchestrate order organize organise outline parse partition perform pick pinpoint plan point
  prefer prepare present preserve prevent prioritize prioritise process produce profile promote propose protect prototype
  provide publish push query raise rank read reason recommend record reduce refactor refer reference reflect refine
  register reject release remember remove rename render reorganize replace report reproduce request require research
  resolve respect respond restructure return reuse review revise rotate run safeguard sanitize save scale scan schedule
  scope search secure seek select separate serve set share ship show simplify simulate specify spot standardize start
  state stay store stream streamline stress structure study suggest summarize supply support surface synthesize tackle
  tag tailor target teach test think throttle trace track train transform translate treat tune understand update upgrade
  use utilize validate verify version visualize walk warn watch weigh work wrap write
`
  .trim()
  .split(/\s+/);

/** Their last consonant is doubled before "ing". */
const DOUBLED = new Set(
  'embed format get log map plan program run scan set ship spot stop submit tag trim wrap refer'.split(' '),
);

const GERUND_OF = new Map(BASES.map((base) => [base, gerund(base)]));
const BASE_OF = new Map([...GERUND_OF].map(([base, form]) => [form, base]));

function gerund(base: string): string {
  if (DOUBLED.has(base)) return `${base}${base.slice(-1)}ing`;
  if (/[^aeiouy]e$|[aiou][^aeiou]*ue$/.test(base) || /[uv]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${base}ing`;
}

export type VerbForm = 'base' | 'gerund';

/** Returns in which form a word is a verb that opens instructions, or null. */
export function verbForm(word: string): VerbForm | null {
  const lower = word.toLowerCase();
  if (GERUND_OF.has(lower)) return 'base';
  return BASE_OF.has(lower) ? 'gerund' : null;
}

/**
 * Puts a verb into another form, its capital kept; a word that is none stays as it is.
 *
 * @example toForm('Designing', 'base') // 'Design'
 */
export function toForm(word: string, form: VerbForm): string {
  const lower = word.toLowerCase();
  const other = form === 'base' ? BASE_OF.get(lower) : GERUND_OF.get(lower);
  if (other === undefined) return word;
  return word.charAt(0) === lower.charAt(0) ? other : other.charAt(0).toUpperCase() + other.slice(1);
}

/** Names of techniques that look like verbs. */
const NOUN_GERUNDS = new Set(
  `caching monitoring logging testing indexing scaling processing profiling messaging streaming scheduling batching
   routing rendering versioning mapping modeling planning engineering training tracing throttling reporting sharding
   pricing marketing networking hashing encoding parsing clustering formatting linting debugging`.split(
    /\s+/,
  ),
);

/** Whether a word is the name of a technique rather than a verb ("caching"). */
export function isNounGerund(word: string): boolean {
  return NOUN_GERUNDS.has(word.toLowerCase());
}

/** Verbs that ask for nearly the same, so that their objects make one list. */
const ALIKE = [
  'implement apply use add establish build integrate leverage utilize employ incorporate introduce configure specify',
  'design architect create plan define structure develop craft',
  'ensure verify validate check confirm',
  'identify detect find spot flag highlight',
  'provide give offer deliver supply include',
  'recommend suggest propose',
  'explain describe clarify document',
  'optimize improve enhance tune',
  'analyze assess evaluate examine review inspect',
];
const CLASS_OF = new Map(
  ALIKE.flatMap((line, at) => line.split(' ').map((verb): [string, number] => [verb, at])),
);

/** Whether two verbs, in base form, ask for nearly the same. */
export function areAlike(a: string, b: string): boolean {
  const own = CLASS_OF.get(a);
  return a === b || (own !== undefined && own === CLASS_OF.get(b));
}

/** Verbs that are nouns as often, so that they tell nothing within a list ("request batching"). */
const NOUNS = new Set(
  `audit balance benchmark break build cache challenge check cover craft debug design deploy document draft filter fix
  flag focus format group guide handle help highlight hook import input label limit link list load log map mask measure
  model monitor name note offer order outline plan point process produce profile prototype publish query rank read
  record refactor reference register release report request research review run save scale scan schedule scope search
  secure share ship show stage start state store stream structure study supply support surface tag target test throttle
  trace track train transform update upgrade use version watch work wrap write`.split(/\s+/),
);

/** Whether a word that opens instructions is as often a noun. */
export function isAlsoNoun(word: string): boolean {
  return NOUNS.has(word.toLowerCase());
}
