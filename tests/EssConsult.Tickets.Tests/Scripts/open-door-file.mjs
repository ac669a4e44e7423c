// Does at a door what the tests ask, with what a browser has.
import { text } from "node:stream/consumers";
import { findByTicket, isExpired, openByPin, readTicket, verifyTicket } from "./door-file.mjs";

const { file, codes, pins, publicKey, strangersKey, now } = JSON.parse(await text(process.stdin));
const tickets = codes.map(readTicket);
console.log(JSON.stringify({
  attendees: tickets.map((ticket) => ticket && ticket.attendee),
  events: tickets.map((ticket) => ticket && ticket.event),
  genuine: await Promise.all(tickets.map((ticket) => ticket && verifyTicket(ticket, publicKey))),
  strangers: await Promise.all(tickets.map((ticket) => ticket && verifyTicket(ticket, strangersKey))),
  found: await Promise.all(tickets.map((ticket) => ticket && findByTicket(file, ticket))),
  lists: await Promise.all(pins.map((pin) => openByPin(file, pin))),
  expired: now.map((moment) => isExpired(file, moment)),
}));
