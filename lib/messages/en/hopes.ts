export default {
  title: 'What feels fed, and what would you love more of?',
  lead: 'Your marks show once you have both made yours. If one of you doesn’t, no marks are ever shown.',
  fed: 'Feels fed',
  more: 'More of it',
  nothing: 'Neither',
  missing: 'Mark at least one of the five.',
  submit: 'Save my marks',
  saving: 'Saving',
  kept: 'Saved. You can change them until you have both made yours.',
  failure: {
    bothMarked: 'You have both made your marks now, so yours can’t be changed any more.',
  },
}
