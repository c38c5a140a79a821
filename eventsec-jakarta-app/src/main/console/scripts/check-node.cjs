// Ends the build early, with the cure, on a Node that cannot do it. Written in words that a very old one still understands.
"use strict";

// A version given as an argument stands in for this Node's own.
var found = numbers(process.argv[2] || process.version);
var wanted = require("../package.json").engines.node.split("||").map(range);

function numbers(version) {
  return version.replace(/^v/, "").split(".").map(Number);
}

function range(text) {
  var parts = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(text.trim());
  if (!parts) {
    throw new Error("engines.node in package.json is neither ^a.b.c nor >=a.b.c: " + text);
  }
  return { sameMajor: parts[1] === "^", from: numbers(parts[2]) };
}

function isAtLeast(version, least) {
  for (var i = 0; i < least.length; i++) {
    if (version[i] !== least[i]) {
      return version[i] > least[i];
    }
  }
  return true;
}

function fits(range) {
  return isAtLeast(found, range.from) && (!range.sameMajor || found[0] === range.from[0]);
}

function words(range) {
  var from = range.from[0] + "." + range.from[1];
  return range.sameMajor ? from + " or a later " + range.from[0] : from + " or newer";
}

if (!wanted.some(fits)) {
  console.error(
    "\nThe console cannot be built: this is Node " + found.join(".") + ", and it takes " + wanted.map(words).join(", or ") + ".\n" +
      "Cure: install such a Node (nodejs and npm of your system, or of nodejs.org) and put it first on the PATH.\n"
  );
  process.exit(1);
}
