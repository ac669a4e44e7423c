// Checks a signed statement as the README tells a third party to: every line but the last is signed, the last is the signature.
import { verify } from "node:crypto";
import { text } from "node:stream/consumers";

const { file, pem } = JSON.parse(await text(process.stdin));
const lines = file.split("\n").slice(0, -1);
const signed = lines.filter((line) => !line.startsWith("signature: ")).map((line) => line + "\n").join("");
const signature = lines.find((line) => line.startsWith("signature: ")).slice("signature: ".length);
console.log(verify(null, Buffer.from(signed, "utf8"), pem, Buffer.from(signature, "base64")));
