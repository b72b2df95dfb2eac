/** Our words for what the YAML parser finds: what is wrong, and what to do. */
import type { ErrorCode } from 'yaml';

const MESSAGES: { readonly [code in ErrorCode]?: string } = {
  ALIAS_PROPS: 'An alias takes no anchor or tag of its own. Write only *name.',
  BAD_ALIAS: 'An anchor or alias needs a name that does not end in a colon. Write &name or *name.',
  BAD_COLLECTION_TYPE: 'The tag does not fit this list or mapping. Remove the tag.',
  BAD_DIRECTIVE: 'This directive is not YAML. Remove the line, or write %YAML 1.2.',
  BAD_DQ_ESCAPE: 'This escape is unknown in double quotes. Double the backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit the lines above. Indent entries of one mapping or list by the same number of spaces.',
  BAD_PROP_ORDER: 'Anchors and tags stand before the value. Move this one there.',
  BAD_SCALAR_START: 'A plain value cannot begin with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A nested mapping cannot stand on one line. Put it on the next line, indented, or in quotes if it is text.',
  BLOCK_IN_FLOW: 'Inside brackets, lists and mappings need brackets as well. Use [ ] or { }.',
  DUPLICATE_KEY: 'This key is written twice in one mapping. Remove one of them.',
  KEY_OVER_1024_CHARS: 'A key is at most 1024 characters long. Shorten it.',
  MISSING_CHAR: 'Something is not closed or is missing here: a quote, a bracket, a comma or a colon. Add it.',
  MULTILINE_IMPLICIT_KEY: 'A key stands on one line. Check for a missing colon or a wrong indentation.',
  MULTIPLE_ANCHORS: 'A value takes one anchor. Remove the others.',
  MULTIPLE_TAGS: 'A value takes one tag. Remove the others.',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation in YAML. Indent with spaces.',
  UNEXPECTED_TOKEN: 'This is not expected here. Check the lines above for a missing quote, bracket, colon or indentation.',
};

/** The message for one of the parser's codes. */
export function syntaxMessage(code: ErrorCode): string {
  return MESSAGES[code] ?? 'The YAML cannot be read here. Check quotes, brackets, colons and indentation.';
}
