/** The passwords of eight or more characters that guessing starts with, in lower case. Shorter ones are refused by length. */
const common = new Set(
  `password password1 password12 password123 password1234 password! passw0rd p@ssw0rd p@ssword pa55word pa$$word
  12345678 123456789 1234567890 12345678910 0123456789 123123123 987654321 9876543210 87654321 123454321 1234554321
  11223344 1122334455 112233445566 147258369 159357456 789456123 741852963 963852741 123321123 321321321 12341234 1234512345
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyqwerty 1qaz2wsx 1qaz2wsx3edc qazwsxedc qazwsx123
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123
  abcd1234 abc12345 abc123456 abcdefgh abcdefghi abcdefg1 a1b2c3d4 a1234567 a12345678 a123456789 aa123456 aa12345678 aaa123456
  iloveyou iloveyou1 iloveyou2 iloveyou123 ilovegod loveyou1 lovelove princess princess1 sunshine sunshine1 football football1
  baseball baseball1 basketball superman superman1 batman123 spiderman starwars starwars1 trustno1 whatever letmein1 letmein123
  welcome1 welcome12 welcome123 welcome2 admin123 admin1234 admin12345 administrator root1234 rootroot changeme changeme1 changeme123
  default1 secret123 master123 mustang1 michelle jennifer jonathan charlotte elizabeth alexander alexandra christian samantha
  benjamin victoria nicholas patricia danielle stephanie veronica margaret computer computer1 internet internet1 samsung1 samsung123
  google123 facebook facebook1 linkedin instagram minecraft pokemon1 pokemon123 liverpool liverpool1 chelsea1 arsenal1 barcelona
  manchester realmadrid juventus1 december november september february saturday thursday wednesday summer2023 summer2024 summer2025
  summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 hello123 hello1234 helloworld test1234 test12345
  testtest testing1 testing123 user1234 guest123 guest1234 student1 student123 teacher1 teacher123 school123 demo1234 demodemo
  woaini123 woaini520 woaini1314 woaini521 5201314520 52013141 520131400 13145200 woaiwojia woaizhongguo wodemima mima1234 mimamima
  zhang123 wang1234 lihua123 nihao123 nihao1234 chongqing beijing123 shanghai1 china123 zhongguo zhongguo1 taobao123 qq123456 qq123456789
  aini1314 asd123456 qwe123456 zxc123456 qaz123456 wang123456 li123456 liu123456 chen123456 zhang123456 a5201314 w5201314
  blink182 cocacola butterfly chocolate chocolate1 cheesecake blahblah whatever1 sweetheart lovelife babygirl babygirl1 jesus123
  jesuschrist heaven777 money123 freedom1 dragon123 monkey123 shadow123 killer123 hunter12 ranger12 harley12 pepper12 cookie123 tigger12
  access14 matrix123 phoenix1 thunder1 diamond1 ferrari1 mercedes porsche1 corvette marlboro metallica nirvana1 slipknot eminem123
  fewshot1 fewshot123 fewshotfewshot gpt12345 chatgpt1 chatgpt123 openai123 tokenizer transformer`.split(/\s+/),
);

/**
 * Is this password among the first that anybody would try?
 *
 * @returns true for a listed password in any letter case, one repeated character, or a run such as `23456789`.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  return common.has(lower) || isRun(lower);
}

/** Every neighbour differs by the same step of -1, 0 or 1: "aaaaaaaa", "abcdefgh", "98765432". */
function isRun(text: string): boolean {
  const codes = Array.from(text, (symbol) => symbol.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}
