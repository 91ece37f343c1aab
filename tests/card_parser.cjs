// Microsoft's own Adaptive Card parser as a line server: one card as JSON in, one JSON list of problems out.
"use strict";
const readline = require("node:readline");
console.log = console.error; // standard output carries answers only
const cards = require(process.argv[2]);

// The library's expression carries the flag `g`, which remembers its place: every second `lang` would be refused.
const { langProperty } = cards.CardElement;
langProperty.regEx = new RegExp(langProperty.regEx.source, "i");

const named = (enumeration, value) => enumeration[value] ?? String(value);
const where = (source) => (source && source.getJsonTypeName ? source.getJsonTypeName() : "card");
const told = (event) => `${named(cards.ValidationEvent, event.event)} in ${where(event.source)}: ${event.message}`;

function problems(line) {
  const card = new cards.AdaptiveCard();
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  card.parse(JSON.parse(line), context);
  const found = [];
  for (let index = 0; index < context.eventCount; index++) found.push(told(context.getEventAt(index)));
  for (const event of card.validateProperties().validationEvents) found.push(told(event));
  return [...new Set(found)];
}

function answer(line) {
  try {
    return problems(line);
  } catch (error) {
    return [`the parser threw ${error}`];
  }
}

readline
  .createInterface({ input: process.stdin, terminal: false })
  .on("line", (line) => process.stdout.write(JSON.stringify(answer(line)) + "\n"));
