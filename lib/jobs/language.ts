/** Words frequent in one language and rare in the others; a word listed twice counts for both. */
const STOP_WORDS: Record<string, string> = {
  en: "the and you with for our will are your we have this that from as be or of to in is an work team who what",
  de: "und der die das mit für wir du dein deine ein eine einer sie ihr ist den von zu bei auf auch sowie oder unser unsere nicht im dich dir werden",
  fr: "et les des vous nous pour dans une est avec sur votre notre du au aux qui la le en par ou plus être ce cette",
  es: "y los las para con una del por que nuestro nuestra tu en el la se como más es al equipo o su trabajo experiencia",
  nl: "en het een je van voor met wij ons onze bij bent jij jouw te op dat zijn naar als deze ook",
  pt: "e os as para com uma do da dos das você nós em que no na não por mais ao seu sua equipe equipa ou",
  it: "e il gli per con una del della dei delle che di in nel sono nostro nostra tuo lavoro alla come più si ed un",
  pl: "i w na z do się oraz dla jest nie że lub od po w będziesz nasz naszym pracy doświadczenie znajomość jako",
  sv: "och att det som på är för med du vi en av till har om din vår eller inom ett",
  da: "og at det som på er for med du vi en af til har om din vores eller et dig",
};
const MIN_HITS = 4;
const SAMPLE = 1500;
const NOT_LETTERS = /[^a-z\u00df-\u024f]+/;
const NON_LATIN = /[\u0370-\u1fff\u3040-\ud7af]/;

const SCRIPTS: readonly [string, RegExp][] = [
  ["ja", /[\u3040-\u30ff]/g],
  ["ko", /[\uac00-\ud7af]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["ru", /[\u0400-\u04ff]/g],
  ["he", /[\u0590-\u05ff]/g],
  ["ar", /[\u0600-\u06ff]/g],
  ["el", /[\u0370-\u03ff]/g],
  ["th", /[\u0e00-\u0e7f]/g],
];

const LANGUAGES = Object.keys(STOP_WORDS);
/** Per word the languages it counts for, as indexes. */
const languagesByWord = new Map<string, number[]>();
LANGUAGES.forEach((language, index) => {
  for (const word of new Set(STOP_WORDS[language]?.split(" "))) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), index]);
  }
});

/** ISO 639-1 code of the language most of the text is in, by its small words or its script; undefined when unsure. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  if (NON_LATIN.test(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    for (const [language, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > letters * 0.3) return language;
  }
  const scores = new Float64Array(LANGUAGES.length);
  for (const word of sample.split(NOT_LETTERS)) {
    const languages = languagesByWord.get(word);
    if (!languages) continue;
    for (const language of languages) scores[language] = (scores[language] ?? 0) + 1 / Math.sqrt(languages.length);
  }
  const best = scores.indexOf(Math.max(...scores));
  const score = scores[best] ?? 0;
  const isClear = scores.every((other, language) => language === best || score > other * 1.15);
  return score >= MIN_HITS && isClear ? LANGUAGES[best] : undefined;
}
