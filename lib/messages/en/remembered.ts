// A plan to look back at: its own page, and its lines elsewhere, which are opened more rarely than the week.
export default {
  takeBack: {
    sure: 'This date is too long ago to be marked again. How it felt and your line show only with your mark.',
    yes: 'Take my mark back',
    no: 'Leave it',
  },
  lastTime: 'Last time you remembered it',
  felt: {
    title: 'How it felt',
    legend: 'How did it feel to you?',
    you: 'You',
    hard: 'hard',
    lovely: 'lovely',
    first: '1 of 7, hard',
    last: '7 of 7, lovely',
    step: '{step} of 7',
    // each of the seven steps, where an answer is shown
    words:
      '{step, select, 1 {hard} 2 {mostly hard} 3 {more hard than lovely} 4 {as hard as it was lovely} 5 {more lovely than hard} 6 {mostly lovely} other {lovely}}',
    numbers: 'Show the numbers',
    numbersCaption: 'From 1, hard, to 7, lovely',
    blind: 'You see each other’s answer once you have both answered. Until then you can change yours.',
    blindOver: 'Answers show where you both gave one. You can’t change yours any more.',
    kept: 'Saved.',
    keptBoth: 'Saved. You both see it now.',
    over: 'You can answer until 31 days after the day of the plan.',
  },
  line: {
    removed: 'Removed.',
    title: 'To remember it by',
    label: 'A line of yours',
    hint: 'You and {name} can read it. Nobody else can.',
    done: 'Done',
    change: 'Change your line',
    none: 'There is no line here.',
    unreadable: 'This can’t be read here. It may have been changed after it was written.',
  },
}
