// Why something did not work, one sentence for each kind of failure. A room adds sentences of its own under `<room>.failure`.
// "Try again" is said only where trying the same again can succeed.
export default {
  // the server and the way to it
  unreachable: 'Fivefold can’t be reached right now. Nothing is lost: try again.',
  notNow: 'Fivefold has too much to do right now. Nothing is lost: try again in a moment.',
  tooSlow: 'This took too long to arrive. Try again.',
  slowDown:
    'Too many tries for now. Wait {wait, plural, =0 {a moment} one {# second} other {# seconds}}, then try again.',
  slowDownMinutes: 'Too many tries for now. Wait {wait, plural, one {# minute} other {# minutes}}, then try again.',
  wrongOrigin: 'This page is open at another address than Fivefold’s own, so nothing was saved. Open it there.',
  oldPage: 'This page has been open for too long. Reload it.',
  fault: 'Something is wrong with this page. Reload it. If you see this again, tell whoever runs Fivefold for you.',
  unexpected: 'Something went wrong. Try again.',
  clockOff: 'The clock of this device is wrong. Set its date and time, and go on.',

  // who asks
  signedOut: 'You are signed out on this device. Sign in, then try again.',
  notKnown: 'That email and phrase don’t belong together.',
  emailTaken: 'This email has a journal here already. Sign in, or use another one.',
  alone: 'This needs the two of you.',
  alreadyPaired: 'A journal is shared with one person at a time. To share it with someone else, part first.',
  notPinned:
    'Your words can’t reach {name} from this device: it could not check that your link brought {name} here. Lock the device and open your journal once more. If you see this again, part and pair by a new link.',
  partnerUnreadable: 'This device can’t read how {name}’s journal opens, so nothing was shared.',

  // what is asked for
  gone: 'This isn’t there any more.',
  ended: 'This has ended.',
  takenBack: 'This page was taken back.',
  changed: 'This was changed meanwhile. Look at what is there now.',
  shown: 'You can both see this now, so it stays as it is.',
  weekClosed: 'A week can be answered from its first day to the second day after it.',
  day: 'Choose a day that is not ahead of you, and at most 31 days back.',
  tooLong: 'This is too long to be kept. Make it shorter.',
  wrongField: 'Something is wrong with {field}. Change it, then send it.',
  wrongSomewhere: 'Something in this is missing or isn’t as it should be. Look over what you entered.',
  tooManyInvites: 'You have as many open invitations as there can be. Take one back, or wait until tomorrow.',
  inviteGone: 'This invitation is not open any more. Ask for a new one.',
  inviteWords: 'One of these words isn’t right. Hear them once more.',
  ownInvite: 'This invitation is your own. It is for your partner.',

  // opening a journal
  phraseShort: 'Your phrase needs at least 14 characters.',
  phraseLong: 'Your phrase can have 256 characters at most.',
  wrongPhrase: 'That is not the phrase of this journal.',
  notSparePage: 'This is not what is on a spare page: eight groups of four letters and digits.',
  phraseNeeded: 'This device can’t open your journal by itself any more. Open it with your phrase.',
  olderWay:
    'Fivefold asks for a weaker way to open your journal than this device has seen. Nothing was sent. Ask whoever runs it.',
  earlier: 'Fivefold shows an earlier state than this device has seen. Was it restored?',
  unreadable: 'What Fivefold holds of your journal can’t be read. Nothing of it was changed.',
  otherDevice: 'Another of your devices was saving at the same moment. Try again.',
  insecure: 'This page came over plain http, where a journal can’t be opened.',
  notLoaded: 'A part of this page did not arrive. Try again.',
  noMemory: 'This device has too little memory free for this just now. Close other pages and try again.',

  // a text that can't be shown
  notMine: 'This can’t be opened with your journal.',
  notWhole: 'This is not as it was written, so it isn’t shown.',
  notTheirs: 'This doesn’t come from the person it names, so it isn’t shown.',
  notHere: 'This was written for another place, so it isn’t shown.',

  // what this device keeps
  storageFull: 'This device has no room left. Make some room on it, and what you write can be kept again.',
  noStorage:
    'This browser doesn’t let Fivefold keep anything on this device. Leave its private mode, or allow this site to store data.',

  /** What a button beside the sentence says. */
  again: 'Try again',

  /** Who is meant where no name is known. */
  partner: 'your partner',

  /** The fields that a person fills in, as a sentence names them. */
  field: {
    name: 'your name',
    email: 'your email',
    zone: 'the time zone',
    locale: 'the language',
    title: 'the title',
    what: 'what exactly you do',
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
    until: 'the day until which it rests',
    fed: 'what feels fed',
    more: 'what you would love more of',
    focus: 'the type that you chose',
    felt: 'how it felt',
    answer: 'your answer',
    now: 'how close it felt',
    wish: 'how close you would like it',
  },
}
