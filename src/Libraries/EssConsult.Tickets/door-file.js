// Reads in a browser what DoorFile.cs and TicketCode.cs write; README.md gives both formats.

/** @typedef {{ id: string, name: string, organisation: string, note: string, table: string, party: number }} DoorAttendee */
/** @typedef {{ key: string, title: string, start: string, end: string, records: number, people: number, expires: string }} DoorEvent */
/** @typedef {{ format: string, event: DoorEvent, salt: string, rounds: number, tickets: Record<string, string>, names: string }} DoorFile */
/** @typedef {{ kind: number, event: string, attendee: string, secret: Uint8Array, signed: Uint8Array, signature: Uint8Array }} Ticket */

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const PURPOSE = "ESSCONSULT-TICKET\n";
const utf8 = new TextEncoder();

/** @param {Uint8Array} bytes */
const toBase64Url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
/** @param {string} text */
const fromBase64Url = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** The 102 bytes of a code (RFC 9285), or null. @param {string} text */
function fromBase45(text) {
  const digits = [...text].map((letter) => ALPHABET.indexOf(letter));
  if (digits.length !== 153 || digits.includes(-1)) return null;
  const pairs = Array.from({ length: 51 }, (_, i) => digits[3 * i] + 45 * digits[3 * i + 1] + 2025 * digits[3 * i + 2]);
  return pairs.some((pair) => pair > 0xffff) ? null : Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 255]));
}

/** What a scanned code says, unverified; null when it is no ticket of version 1. @param {string} code @returns {Ticket | null} */
export function readTicket(code) {
  const bytes = fromBase45(code.trimEnd().padStart(153));
  if (!bytes || bytes[0] >> 4 !== 1) return null;
  const hex = [...bytes.subarray(6, 22)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return {
    kind: bytes[0] & 15,
    event: toBase64Url(bytes.subarray(1, 6)),
    attendee: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    secret: bytes.slice(22, 38),
    signed: new Uint8Array([...utf8.encode(PURPOSE), ...bytes.subarray(0, 38)]),
    signature: bytes.slice(38),
  };
}

/** Whether the site signed a ticket; null where WebCrypto has no Ed25519: being on the list then has to do. @param {Ticket} ticket @param {string} publicKey base64 */
export async function verifyTicket(ticket, publicKey) {
  const raw = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]).catch(() => null);
  return key && crypto.subtle.verify({ name: "Ed25519" }, key, ticket.signature, ticket.signed);
}

/** @param {DoorFile} file @param {number} now milliseconds */
export const isExpired = (file, now = Date.now()) => now >= Date.parse(file.event.expires);

/** Whom a ticket lets in; null when it is not on the list. @param {DoorFile} file @param {Ticket} ticket @returns {Promise<DoorAttendee | null>} */
export async function findByTicket(file, ticket) {
  const secret = await crypto.subtle.importKey("raw", ticket.secret, "HKDF", false, ["deriveBits"]);
  const derive = (/** @type {string} */ use, /** @type {number} */ bits) =>
    crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: fromBase64Url(file.salt), info: utf8.encode(use) }, secret, bits);
  const lookup = toBase64Url(new Uint8Array(await derive("lookup", 128)));
  return Object.hasOwn(file.tickets, lookup) ? open(file, file.tickets[lookup], await derive("record", 256), lookup) : null;
}

/** Everybody, or null for a wrong PIN. @param {DoorFile} file @param {string} pin @returns {Promise<DoorAttendee[] | null>} */
export async function openByPin(file, pin) {
  const letters = await crypto.subtle.importKey("raw", utf8.encode(pin.replace(/[\s-]/g, "").toUpperCase()), "PBKDF2", false, ["deriveBits"]);
  const key = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: fromBase64Url(file.salt), iterations: file.rounds }, letters, 256);
  return open(file, file.names, key, "names");
}

async function open(/** @type {DoorFile} */ file, /** @type {string} */ sealed, /** @type {ArrayBuffer} */ bits, /** @type {string} */ place) {
  const key = await crypto.subtle.importKey("raw", bits, "AES-GCM", false, ["decrypt"]);
  const box = fromBase64Url(sealed);
  const context = utf8.encode(`${file.format}\n${file.event.key}\n${Math.floor(Date.parse(file.event.expires) / 1000)}\n${file.salt}\n${place}`);
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.subarray(0, 12), additionalData: context }, key, box.subarray(12)).catch(() => null);
  return text && JSON.parse(new TextDecoder().decode(text));
}
