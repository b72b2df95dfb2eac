/** The white space of YAML (https://yaml.org/spec/1.2.2/#55-white-space-characters): to JavaScript much else is white, too. */

/** Whether there is nothing but white space and line breaks in a text. */
export function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}

/** A text without the white space at its end. */
export function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
