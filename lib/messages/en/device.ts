// Opening the journal on this device, from any page.
export default {
  phrase: 'Your phrase',
  show: 'Show',
  hide: 'Hide it',
  showPhrase: 'Show what is typed',
  working: 'This can take a few seconds on an old phone.',

  open: {
    title: 'Open your journal',
    titleUnreachable: 'Your journal can’t be reached',
    titleBroken: 'Your journal isn’t open',
    titleSignedOut: 'You are signed out here',
    lead: 'Your phrase opens it on this device.',
    submit: 'Open',
    submitting: 'Opening your journal',
    lost: 'I lost my phrase',
    notMe: 'Sign in as someone else',
    signedOut:
      'You were signed out here: from another tab or device of yours, because your phrase is a new one, or after a day where others use this device too. Your journal is as it was.',
    signIn: 'Sign in',
    stopped: 'Nothing was opened. Ask whoever runs Fivefold for you before you go on.',
    broken: 'Your journal couldn’t be opened here. Nothing in it was changed.',
  },
  unopened: {
    remove: 'Remove',
    sure: 'This can’t be opened here. Another of your devices may still open it. Once it is removed, nothing brings it back.',
    yes: 'Remove it for good',
    removing: 'Removing',
    no: 'Keep it',
  },
  earlier: {
    detail: 'If whoever runs Fivefold restored a backup, go on from there. If nobody did, open nothing and ask them.',
    yes: 'Yes, it was restored',
    no: 'No, open nothing',
  },
  clock: {
    label: 'The clock of this device',
    off: 'This device says it is {here}. Fivefold goes by {today}: set the date of this device when you can.',
  },
  insecure: {
    title: 'This address isn’t safe enough for writing',
    cause:
      'This page came over plain http. Anyone on the way could read or change it, so this browser doesn’t let you open a journal here.',
    way: 'Use an address that begins with https. Whoever runs Fivefold gets one by starting it with npm start -- --home, or with a reverse proxy in front. On the computer it runs on, http://localhost works too.',
  },
}
