const TERMS =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,](?=\p{N})|(?<=\p{L})['’](?=\p{L}))+/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const HAN = /^\p{Script=Han}/u;

/**
 * Cuts a text into the terms that a keyword search compares.
 *
 * Chinese has no spaces, so a run of Han characters gives each character and each pair of neighbours: 上下文 gives
 * 上, 下, 文, 上下, 下文. Other letters and digits give words in lower case, without a final 's; 45.4 stays whole and
 * GPT-3 gives gpt and 3. Full-width Latin is read as its narrow form. 10⁹ stays 10⁹: it must not turn into 109.
 *
 * @returns Terms with repetition; within a Han run first the characters, then the pairs. Punctuation gives none.
 */
export function searchTerms(text: string): string[] {
  const plain = text.normalize("NFC").replace(FULL_WIDTH, narrow).toLowerCase();
  return (plain.match(TERMS) ?? []).flatMap((run) => (HAN.test(run) ? hanTerms(run) : [run.replace(/['’]s$/, "")]));
}

function hanTerms(run: string): string[] {
  const characters = Array.from(run);
  const pairs = characters.slice(1).map((character, index) => characters[index]! + character);
  return [...characters, ...pairs];
}

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}
