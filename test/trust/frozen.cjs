/** Loaded before a program: nothing can be added to what all objects have. A use of it throws, since all of ours is strict. */
for (const shared of [Object, Array, Function, String, Number, Boolean, RegExp, Map, Set, Promise]) {
  Object.freeze(shared.prototype);
}
