// Why something did not work, one sentence for each kind of failure. A room adds sentences of its own under `<room>.failure`.
// "Try again" is said only where trying the same again can succeed.
export default {
  // the server and the way to it
  unreachable: 'Fivefold can’t be reached right now. Nothing is lost: try again.',
  notNow: 'Fivefold is very busy right now. Nothing is lost: try again in a moment.',
  tooSlow: 'This took too long to arrive. Try again.',
  slowDown:
    'Too many tries for now. Wait {wait, plural, =0 {a moment} one {# second} other {# seconds}}, then try again.',
  slowDownMinutes: 'Too many tries for now. Wait {wait, plural, one {# minute} other {# minutes}}, then try again.',
  wrongOrigin:
    'This page is open at an address that isn’t Fivefold’s own, so nothing was saved. Open Fivefold at its own address.',
  oldPage: 'This page has been open for too long. Reload it.',
  fault: 'Something is wrong with this page. Reload it. If you see this again, tell whoever runs Fivefold for you.',
  unexpected: 'Something went wrong. Try again.',
  clockOff: 'The clock of this device is wrong. Set its date and time, then go on.',

  // the person who asks
  signedOut: 'You are signed out on this device. Sign in, then try again.',
  notKnown: 'That email and phrase don’t belong together.',
  emailTaken: 'There is already a journal with this email. Sign in, or use another email.',
  alone: 'This needs the two of you.',
  alreadyPaired: 'A journal is shared with one person at a time. To share it with someone else, part first.',
  notPinned:
    'You can’t share with {name} from this device yet: it couldn’t check that {name} joined with your link. Lock your journal and open it again. If you still see this, part, and pair with a new link.',
  partnerUnreadable: 'This device can’t tell how {name}’s journal opens, so nothing was shared.',

  // what they asked for
  gone: 'This isn’t there any more.',
  ended: 'This has ended.',
  skipped: 'This was skipped. Bring it back first.',
  kept: 'One of you took part in this, so its day, its time and what it feeds stay. Take the mark back first.',
  takenBack: 'This page was taken back.',
  changed: 'This was changed in the meantime. Look at how it is now.',
  shown: 'You can both see this now, so it can’t be changed any more.',
  weekClosed: 'You can answer for a week from its first day until two days after it.',
  day: 'Choose today, or a day at most 31 days back.',
  beforePairing: 'This day is before the two of you paired here, so it counts for neither. Choose a later one.',
  tooLong: 'This is too long to save. Make it shorter.',
  tooMuch: 'This is more than Fivefold can save here.',
  wrongField: 'Something is wrong with {field}. Change it, then send it again.',
  wrongSomewhere: 'Something in this is missing or isn’t as it should be. Look over what you entered.',
  tooManyInvites: 'You can’t make another invitation for now. Take an open one back, or wait until tomorrow.',
  inviteGone: 'This invitation can’t be used any more. Ask for a new one.',
  inviteWords: 'One of these words isn’t right. Ask your partner to read them again.',
  ownInvite: 'This is your own invitation. It is for your partner.',

  // opening a journal
  phraseShort: 'Your phrase needs at least 14 characters.',
  phraseLong: 'Your phrase can have 256 characters at most.',
  wrongPhrase: 'That isn’t the phrase of this journal.',
  notSparePage: 'This isn’t the code of a spare page: it has eight groups of four letters and digits.',
  phraseNeeded: 'This device can’t open your journal by itself any more. Open it with your phrase.',
  olderWay:
    'Fivefold asked this device to open your journal in a weaker way than before. Nothing was sent. Ask whoever runs it.',
  earlier: 'This is an older copy than this device has seen before. Was Fivefold restored from a backup?',
  unreadable: 'What Fivefold has saved of your journal can’t be read. Nothing in it was changed.',
  otherDevice: 'Another of your devices was saving at the same moment. Try again.',
  insecure: 'This page came over plain http, where a journal can’t be opened.',
  notLoaded: 'A part of this page didn’t arrive. Try again.',
  noMemory: 'This device has too little free memory right now. Close other pages and try again.',

  // a text that can't be shown
  notMine: 'This can’t be opened with your journal.',
  notWhole: 'This was changed after it was written, so it isn’t shown.',
  notTheirs: 'This doesn’t come from the person it names, so it isn’t shown.',
  notHere: 'This was written for another place, so it isn’t shown.',
  otherAnswer:
    'Fivefold answered something else than this device asked for, so it isn’t shown. Tell whoever runs it for you.',

  // storage on this device
  storageFull: 'This device is full. Free some space on it, and what you write can be saved again.',
  noStorage:
    'This browser doesn’t let Fivefold save anything on this device. Leave private mode, or allow this site to store data.',
  storageStuck:
    'This browser’s storage doesn’t answer, so nothing can be saved on this device. Close the browser and open it again.',

  /** The button beside such a sentence. */
  again: 'Try again',

  /** Stands in for {name} where no name is known. */
  partner: 'your partner',

  /** The fields that a person fills in, as a sentence names them. */
  field: {
    name: 'your name',
    email: 'your email',
    zone: 'the time zone',
    locale: 'the language',
    title: 'the title',
    what: 'the details',
    place: 'the place',
    types: 'what it feeds',
    day: 'the day',
    plannedOn: 'the day',
    onDate: 'the day',
    time: 'the time',
    minutes: 'how long it takes',
    text: 'the words',
    weekdays: 'the days of the week',
    everyWeeks: 'how often it is',
    startsOn: 'the first day',
    until: 'the day it goes on',
    fed: 'what feels fed',
    more: 'what you would love more of',
    focus: 'the type that you chose',
    felt: 'how it felt',
    answer: 'your answer',
    now: 'how close it felt',
    wish: 'how close you would like it',
  },
}
