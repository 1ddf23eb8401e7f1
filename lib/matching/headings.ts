export const SECTIONS = ["must", "nice", "negated", "duties", "about", "benefits", "boilerplate", "other"] as const;
/** What a part of a posting is about. "other" is text before or without any heading. */
export type Section = (typeof SECTIONS)[number];

/** First match wins, so the narrow ones stand first. English and German. */
const LEXICON: [Section, RegExp][] = [
  [
    "nice",
    /nice[- ]to[- ]haves?|\bbonus\b(?! plan|es)|\bpreferred\b|\bpluses\b|\b(?:a|big|definite|huge)? ?plus(?:es)?\b|desirable|\bdesired\b|good to have|extra (?:credit|points)|be (?:great|nice|awesome)\b|stand out|even better|wünschenswert|von vorteil|pluspunkte|das wäre|optional|not required,? but|brownie points|advantage|additional (?:skills|qualifications)|also (?:great|nice)/i,
  ],
  [
    "negated",
    /not (?:required|needed|necessary)|(?:don['’]?t|do not) (?:need|use|require|want|expect|care)|not a (?:requirement|must)|nicht (?:erforderlich|nötig|notwendig|benötigt)|brauchst du nicht/i,
  ],
  [
    "benefits",
    /\bbenefits?\b|\bperks?\b|what we (?:can )?offer|\bwe offer\b|(?:here['’]s )?what (?:we|you['’]ll) (?:offer|get|receive|gain)|why (?:join|work|you['’]ll love|us\b|choose)|compensation|\bsalary\b|pay (?:range|transparency)|what['’]s in it for|our offer|wir bieten|bieten wir|dich erwartet bei|(?:deine|ihre) vorteile|total rewards|\bunser angebot\b|das bieten|freuen\b/i,
  ],
  [
    "boilerplate",
    /equal (?:opportunity|employment)|\beeo\b|divers(?:e|ity)|inclusi(?:on|ve)|privacy|accommodations?|how to apply|(?:application|interview|hiring|recruitment|selection) process|\bapply\b|bewerb|disclaimer|legal notice|datenschutz|background check|e-verify|additional information|kontakt|contact/i,
  ],
  [
    "must",
    /requirements?|\brequired\b|qualifications?|must[- ]haves?|what (?:you|we)(?:['’](?:ll|re|ve)| will| are)? ?(?:all )?(?:bring|need|have|look|looking)|what you['’]ve|you(?:['’]ll| will)? (?:have|bring|need|should have|possess)|who you are|you are\b|about you\b|you might be|your (?:profile|skills?|background|experience|qualifications?|expertise|strengths)|\bskills?\b|^experience\b|experience (?:required|needed)|(?:we['’]re|we are)? ?looking for|minimum|\bbasic\b|\bessentials?\b|ideal candidate|what it takes|to succeed|to be successful|anforderung|(?:dein|ihr|das) profil|mitbring|bringst du|bringen sie|voraussetzung|qualifikation|das solltest du|kenntnisse|knowledge|competenc|is this you|sounds like you|you['’]d be a (?:good|great) fit/i,
  ],
  [
    "duties",
    /responsibilit|what you(?:['’]ll| will)? (?:be )?(?:do|doing|own|work|build)|your (?:role|mission|tasks?|impact|job|day|challenge)|(?:the|this|your) (?:role|position|job|opportunity)\b|\bduties\b|day[- ]to[- ]day|in this role|job (?:description|summary|purpose)|overview|\bsummary\b|aufgaben|deine rolle|erwartet dich|tätigkeit|you will\b|you['’]ll\b|tech(?:nology|nical)?[ -]?stack|our stack|technologies|tools we use|tech we use|^stack$|\btasks\b|what we['’]?re building|the work/i,
  ],
  [
    "about",
    /about\b|who we are|our (?:mission|values|culture|story|company|team|product|vision)|\bcompany\b|über (?:uns|das)|wer wir sind|unternehmen|the team|meet the/i,
  ],
];

/** The section a heading opens, or undefined when it says nothing we know. */
export function sectionOfHeading(heading: string): Section | undefined {
  return LEXICON.find(([, pattern]) => pattern.test(heading))?.[0];
}

const EQUAL_OPPORTUNITY =
  /equal[- ](?:opportunity|employment)|regardless of (?:race|gender|age|color|colour|origin|their)|without regard to|protected (?:veteran|status|characteristic|class|by law)|discriminat|reasonable accommodation|background check|e-verify|privacy (?:policy|notice)|sexual orientation|gender identity|welcome applications from|encourage (?:people|applications|candidates|women|you to apply even)|underrepresented|geschlecht|behinderung/i;
const BENEFIT =
  /(?:health|dental|medical|vision|life) (?:insurance|coverage|plan)|health ?care (?:plan|benefits|coverage)|401\(?k|paid (?:time off|vacation|holidays|parental)|parental leave|stock options|equity package|gym membership|free (?:snacks|lunch|food)|days (?:of )?(?:vacation|holiday|annual leave)|pension|home office budget|learning budget|urlaubstage|jobticket|altersvorsorge|wellness/i;

/** Corrects the section of one line by what the line itself says: equal-opportunity text and perks need no heading. */
export function sectionOfLine(line: string, section: Section): Section {
  if (EQUAL_OPPORTUNITY.test(line)) return "boilerplate";
  if (section !== "must" && section !== "nice" && BENEFIT.test(line)) return "benefits";
  return section;
}
