/** What is wrong with this YAML, in the words of the person who writes it? */

/** One row an error code of npm `yaml`; where a code has several causes, `when` tells them apart by the parser's words. */
const WORDS: readonly { code: string; when?: RegExp; words: string }[] = [
  { code: 'ALIAS_PROPS', words: 'an alias (*) has a tag or an anchor of its own' },
  { code: 'BAD_ALIAS', words: 'an alias (*) names no anchor (&) above it; put the text in quotes' },
  { code: 'BAD_DQ_ESCAPE', words: 'a backslash in double quotes begins no known escape; write it twice' },
  { code: 'BAD_INDENT', when: /end with/, words: 'a closing bracket is missing' },
  { code: 'BAD_INDENT', words: 'a line is not indented as the lines that it belongs to' },
  { code: 'BAD_PROP_ORDER', words: 'a tag or an anchor stands before the sign that it has to follow' },
  {
    code: 'BAD_SCALAR_START',
    words: 'an unquoted value begins with a sign that YAML keeps for itself; put it in quotes',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: /mapping/,
    words: 'a colon in an unquoted value; put the value in quotes',
  },
  { code: 'BLOCK_AS_IMPLICIT_KEY', words: 'a list stands where a key is expected' },
  { code: 'BLOCK_IN_FLOW', words: 'lines with keys or hyphens stand inside brackets or braces' },
  {
    code: 'KEY_OVER_1024_CHARS',
    words: 'a key is longer than 1,024 characters; is a quote or a line end missing?',
  },
  { code: 'MISSING_CHAR', when: /closing/, words: 'a quote is opened and never closed' },
  { code: 'MISSING_CHAR', when: /Comments/, words: 'a # needs a space before it; put the value in quotes' },
  {
    code: 'MISSING_CHAR',
    when: /Implicit map keys|Implicit keys/,
    words: 'a line holds no colon after its key',
  },
  {
    code: 'MISSING_CHAR',
    when: /Missing ,|Expected .*(?:end with|\]|\})/,
    words: 'a comma or a closing bracket is missing',
  },
  { code: 'MISSING_CHAR', words: 'a sign is missing here' },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    words: 'text goes on where a new key is expected; indent it, or put the value in quotes',
  },
  { code: 'MULTIPLE_ANCHORS', words: 'one value has two anchors (&)' },
  { code: 'MULTIPLE_TAGS', words: 'one value has two tags (!)' },
  { code: 'TAB_AS_INDENT', words: 'a line is indented with a tab; use spaces' },
  { code: 'TAG_RESOLVE_FAILED', words: 'a tag (!) does not fit its value; put the value in quotes' },
  {
    code: 'UNEXPECTED_TOKEN',
    words: 'something stands after the end of the value; put the whole value in quotes',
  },
];

/** Returns words for an error of the YAML parser; never the parser's own. */
export function yamlErrorWords(code: string, message: string): string {
  const row = WORDS.find((words) => words.code === code && (words.when?.test(message) ?? true));
  return row?.words ?? 'this line is not YAML';
}
