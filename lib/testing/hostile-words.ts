// Words that a partner could store to break the pages of the other: markup, what turns or hides text, towers of marks, words and letters
// without end, scripts and signs of all kinds.

/** Markup that would run, or leave an element with `data-planted`, if a page took text for HTML. */
const MARKUP =
  '<img src=x onerror=globalThis.planted=1><b data-planted>{{7*7}}</b><script>globalThis.planted=1</script>'

/** What a name may hold: it begins from right to left, and ends as markup. */
export const HOSTILE_NAME = 'نور "><svg onload=globalThis.planted=1 data-planted>'

/** What a title may hold. */
export const hostileTitles: readonly string[] = [
  MARKUP,
  '"><svg onload=globalThis.planted=1 data-planted>',
  '</script></title></textarea><i data-planted>',
  '&lt;b data-planted&gt;&amp;&#0; ${7*7} %s %00 \\u003c',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'مساء الخير يا حبيبي، المطبخ في السابعة',
  'ערב טוב, המטבח בשבע, עם שתי כוסות',
  '周四晚上七点半，我们一起在厨房里煮汤，然后打电话聊到很晚很晚，直到灯灭',
  'สวัสดีตอนเย็นวันพฤหัสบดีเราทำซุปด้วยกันในครัว',
  'गुरुवार की शाम रसोई में क्षत्रिय स्त्री',
  '👩🏽‍❤️‍💋‍👨🏿👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇵🇹🫱🏻‍🫲🏿'.repeat(2),
  `e${'\u0301\u0323'.repeat(4)} Z${'\u0300'.repeat(40)}`,
  `${'ᄀ'.repeat(60)} ${'☺\u200d'.repeat(20)}`,
  'javascript:globalThis.planted=1',
  'W'.repeat(120),
]

/** What a sealed text may hold besides: a device that is made for it seals anything. */
export const hostileTexts: readonly string[] = [
  ...hostileTitles,
  `\u202e${MARKUP}`,
  '\u2066\u2067\u202dA line that never closes what it turned',
  'أهلا \u202e\u2067 with words that were turned twice',
  `${'\u200b\u2060\u00ad\ufeff'.repeat(500)}zero width`,
  `H${'\u0351\u0363\u0489'.repeat(2000)}e`,
  'ᄀ'.repeat(3000),
  '👨\u200d'.repeat(3000),
  `क${'\u0903'.repeat(3000)}`,
  'x'.repeat(20_000),
  'a\n'.repeat(5000),
  '👨‍👩‍👧‍👦'.repeat(1000),
  '   \t\u3000\u00a0 words far apart \u2028\u2029\r\n end',
  `${'\u0007\u001b[31m'}control signs`,
  'أهلا وسهلا '.repeat(500),
]

/** Nearly the longest text that is sealed: a page has others beside it. */
export const LONGEST = `${MARKUP} `.repeat(4000)
