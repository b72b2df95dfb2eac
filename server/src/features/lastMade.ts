/** What was made last, kept as long as nothing that it depends on is another: of what a person types, little is. */

/** Gives what was made last of the very same things, or makes it. What is undefined is not kept: making it was given up. */
export type LastMade<T> = <Made extends T | undefined>(about: readonly unknown[], make: () => Made) => T | Made;

/** Makes an empty one. */
export function lastMade<T>(): LastMade<T> {
  let last: { readonly about: readonly unknown[]; readonly made: T } | undefined;
  return (about, make) => {
    if (last?.about.length === about.length && last.about.every((one, index) => one === about[index])) return last.made;
    const made = make();
    if (made !== undefined) last = { about, made };
    return made;
  };
}
