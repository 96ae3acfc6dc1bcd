// The one page that may say key, sealed and encrypted.
export default {
  overline: 'Privacy',
  title: 'Who can read what',
  lead: 'Your partner sees only what you share, what you agree on, and what both of you answered.',
  caption: 'Field by field: what you, your partner, and whoever runs this server can read',
  field: 'Field',
  you: 'You',
  partner: 'Your partner',
  server: 'Whoever runs this server',
  reading: {
    yes: 'yes',
    no: 'no',
    sizeTime: 'size, time',
    onceBoth: 'once both answered',
    hash: 'a hash',
    hashDay: 'a hash, for a day or longer',
    sealed: 'sealed, size',
    half: 'one half',
    inviteBoth: 'name, until when',
  },
  group: {
    own: 'Yours',
    ours: 'Of the two of you',
    account: 'About you',
  },
  line: {
    pages: 'Pages and voices that you keep to yourself',
    pagesAbout: 'Their types, day and kind; how much you believe the voice',
    drafts: 'Drafts, kept on your device',
    sealedUse: 'How much room what you wrote takes up on this server, in all',
    hopes: 'Which types feel fed, and which you would love more of',
    checkIns: 'How close a week feels, how close you would like it, and each type, as numbers; for which week',
    monthNotes: 'Your three notes of a month: the words',
    monthNotesAbout: 'For which months you added notes',
    monthHelps: 'Whether a month’s small change helped',
    shared: 'Shared pages: the text, what you would like, the day you wrote it if you show it',
    sharedAbout: 'Shared pages: their types, kind, day of sharing, and whose they are',
    replies: 'Replies: the words',
    repliesAbout: 'Replies: their day, whose they are, and to which page',
    moments: 'Moments: the words',
    momentsAbout: 'Moments: their types, day, and whom they fed',
    rituals:
      'Rituals: title, types, days, times and zone, of all terms so far; who proposed, suggested other terms, agreed, kept it as it was, let it rest or ended it, and when',
    meanings: 'What a ritual means to each of you',
    plans: 'Plans: what, where and when, and who brings or does what',
    weekReady: 'Whether you are set with a week',
    felt: 'How a plan felt to you, in seven steps',
    planLines: 'A line to remember a plan by',
    takingPart: 'Who took part in a plan, and on which day',
    monthChanges: 'The small change you take from a month: the words',
    monthClosings: 'How a month was closed: the type, whether there is a change, who said yes, and when',
    couple: 'Since when you are paired, and the first day of your week',
    person: 'Name, time zone',
    publicKeys: 'Public keys',
    email: 'Email, language, and time zones you had in the last days',
    phrase: 'Your phrase, and the code on your spare page',
    proofs: 'What signs you in, made from them on your device',
    keyring: 'Your private keys, and the keys you hold of your partner',
    sparePage: 'The day you saved your spare page',
    sessions: 'Sessions: the browser’s name, the day of sign-in and of last use, who else uses the device',
    deviceKey: 'What opens a device that is yours alone',
    knownDevice: 'A random number that marks a browser you have signed in with',
    invites: 'Invitations: when made, until when, taken back or accepted',
    attempts: 'Tries to sign in or up, and from which network',
  },
  sizeTitle: 'What “size, time” means',
  size: 'For a row that can’t be read: how long it is, rounded up to the next power of two, when it was first and last written, and how often. It also shows how many such rows there are.',
  limitsTitle: 'What this can’t protect',
  limits: {
    software: 'Changed software, from whoever runs this server. The code that seals your pages comes from it.',
    shoulder: 'A device left open, a program that spies on it, or someone reading over a shoulder.',
    kept: 'A device that stays open, taken together with this server’s data.',
    weak: 'A weak phrase. Whoever has this server’s data can go on guessing.',
    copied: 'What your partner copied before you took it back.',
    backups:
      'What you change, remove or take back, as it was in backups from before. The ones that the software makes by itself stay for about six months; copies of them, as long as whoever runs this server keeps them. If all newer data is lost and one is restored, a couple that has parted since is a couple again.',
    blind: 'An answer given blind, from a partner who also runs this server and looks early.',
    silence: 'If you have answered and see nothing, you can tell that your partner hasn’t answered yet.',
    size: 'How many pages you keep, how long they are to within a factor of two, and when you saved them.',
    older:
      'An older state of the server, shown to a device that has never seen a newer one; and rows that it leaves out.',
    forward: 'Pages from before, once a private key is known: there is no forward secrecy.',
    reviewed: 'Mistakes in the design. Nobody but its authors has reviewed it yet.',
  },
  lostTitle: 'If you lose both',
  lost: 'Without your phrase or your spare page nobody can open your journal, not even whoever runs this server.',
  takenTitle: 'What signing up tells others',
  taken:
    'Whoever tries to sign up with your email is told that it is taken. There may be no mail server here, so there is no other honest answer; such tries are slowed down. Signing in and opening with the spare page tell nobody whether an address is known.',
  sealedTitle: 'How a page is sealed',
  sealed: {
    device:
      'In your browser, before it is sent: an age file (X25519, ChaCha20-Poly1305) to your key, or to yours and your partner’s, signed with your Ed25519 key and padded to a power of two.',
    phrase:
      'Your phrase goes through Argon2id (64 MiB, three passes) on your device. One half of what comes out signs you in; the other half, which is never sent, opens your keys.',
    pinned:
      'Your partner’s key is the one that came with the invitation. If it ever changes, sharing stops. To share again, part, and pair with a new link.',
    opened:
      'What is opened is checked first: who signed it, for whom, and which version it is. A page that fails isn’t shown, not even in part.',
    third: 'Nothing is loaded from anybody else: no fonts, no counters, no advertisements.',
  },
  cookiesTitle: 'What stays on your device',
  cookies: {
    session:
      'A cookie that keeps you signed in: until 30 days after the last use, or until the browser closes where others use the device.',
    device:
      'A cookie with a random number, for a year, also after signing out: wrong tries by others then don’t slow you down here.',
    csrf: 'A cookie that keeps other sites from signing you in.',
    locked: 'A cookie that says that this device is locked.',
    theme: 'A cookie for light or dark.',
    drafts:
      'Drafts, and the newest versions that the device has seen, both sealed. They stay after signing out, so that nothing is lost.',
    index:
      'Of the pages, replies, moments and lines opened here: their day, types and first words, sealed, so that one can come back to you. At most ten thousand, the oldest days first out. Signing out removes it.',
    recipients: 'The public key that drafts are sealed to. Signing out removes it.',
    profiles:
      'Which strength of Argon2id you last signed in with here, as a number beside a hash of your email, so that no server can ask this device for less. It stays after signing out.',
    marks:
      'What you chose or put off on this device: spell checking, saving the spare page and the day you were last asked to, asking the browser to keep drafts, which memory came last and which shouldn’t come back. Signing out removes what names you.',
    invite:
      'The secret of an invitation that you opened, in that tab alone, until you accept or decline it or it runs out. It is never sent.',
    worker:
      'A small program, without anything of yours, by which the browser says in our own words that Fivefold can’t be reached. It is there while you are signed in: signing out removes it.',
    half: 'On a device that is yours alone, half of what opens it. Hide, Lock and signing out remove it.',
  },
  checkTitle: 'How to check',
  check: {
    network:
      'Open your browser’s developer tools at “Network”, write a page and press Done. You can see what is sent: <code>sealed</code> is your page.',
    code: 'The code that seals is in <code>lib/vault</code>, and none of it depends on the server. Its tests open files whose format must never change.',
    schema: 'The columns are in <code>prisma/schema.prisma</code>. A test fails when this page leaves one out.',
    suites:
      'A test tries each promise here. <code>docs/testing.md</code> says which one, and <code>npm run soak</code> runs them.',
    row: 'Whoever runs this server can look: <code>select * from private_entry</code>.',
  },
}
