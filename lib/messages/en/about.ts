export default {
  overline: 'About',
  title: 'Five kinds of closeness',
  lead: 'People feel close in more ways than one, and small things feed each of them. Fivefold keeps five in view, so that you notice when one goes quiet, while it is still easy to feed.',
  typesTitle: 'The five',
  examples: {
    emotional: 'Naming a fear. Asking “what was hard today?”. Thanking for something specific.',
    physical: 'Holding hands on a walk. Dancing in the kitchen. A back rub, a long hug, sexual closeness.',
    intellectual: 'Reading the same book. Arguing about a film. Teaching each other something.',
    experiential: 'Cooking something new. A trip, a game. Chores, as a team.',
    spiritual: 'Values. Faith, or meditation. Watching a sunset. Giving time to a cause.',
  },
  sex: 'Closeness is not sex. Sex is one part of the physical kind, and never the measure.',
  whyTitle: 'Why closeness matters',
  why: {
    one: 'Two people who feel close tell each other what is hard, ask for what they need, and forgive a bad week sooner. Nobody decides to grow apart. There is work, a child, pain, worry, or two cities, and what used to happen by itself stops happening.',
    two: 'It comes back the way it went, in small things. A page that says what the day was like. A question and time for the answer. One evening that belongs to the two of you. Seeing together what you have been feeding, and what has been quiet, makes the next small thing easier to find.',
  },
  betterTitle: 'What gets better with it, and how we know',
  better: {
    rituals: {
      title: 'A habit that both see as a ritual',
      text: 'Couples with rituals of their own reported more positive emotions, and more satisfaction and commitment. The same weekly evening did this where both saw it as a ritual, and not where one of them saw it as a routine. So a ritual here begins when both have agreed to the same words, and each can say what it means to them.',
    },
    exciting: {
      title: 'Something exciting rather than something nice',
      text: 'Couples who did something that they found exciting for an hour and a half a week were more satisfied after ten weeks than couples who did something pleasant. In another trial, couples who did this for four weeks were happier with each other than those still on the waiting list, and four months later still better off than at the start.',
    },
    voice: {
      title: 'An answer to the inner voice',
      text: 'Many people carry a voice that runs them or their partner down, and keeps them from coming close. R. Firestone had people say it as “you…”, see where it might come from, and answer it as themselves. Looking at the voice alone was seen to raise shame, so a page here counts as finished once it holds a kind and specific answer.',
    },
  },
  howTitle: 'How it works here',
  how: {
    pages: 'You write, for yourself. A page is shared when you share it, whole or in part, and you can take it back.',
    moments: 'Either of you notes a moment: something small that one of you, or both, did.',
    rituals: 'You agree on a ritual for the week, and each says when you took part.',
    checkIns:
      'Once a week each of you says how close it feels, and how close you would like it, on pairs of circles. You see each other’s answer once you have both given one.',
    lately:
      'Lately shows, for each of the five, on how many days of a week each of you fed it. A week without any is a quiet week, and nothing is held against anybody.',
  },
  alone: 'It works for one person, too: the journal is a whole journal by itself.',
  sourcesTitle: 'Sources',
  sources: {
    garcia:
      'X. Garcia-Rada, O. Sezer and M. I. Norton, “Rituals and Nuptials: The Emotional and Relational Consequences of Relationship Rituals”, Journal of the Association for Consumer Research 4(2), 2019. Four studies.',
    reissman:
      'C. Reissman, A. Aron and M. R. Bergen, “Shared Activities and Marital Satisfaction: Causal Direction and Self-Expansion versus Boredom”, Journal of Social and Personal Relationships 10, 1993. Fifty-three couples.',
    coulter:
      'K. Coulter and J. M. Malouff, “Effects of an Intervention Designed to Enhance Romantic Relationship Excitement: A Randomized-Control Trial”, Couple and Family Psychology: Research and Practice 2(1), 2013. One hundred and one couples.',
    aron: 'A. Aron, E. N. Aron and D. Smollan, “Inclusion of Other in the Self Scale and the Structure of Interpersonal Closeness”, Journal of Personality and Social Psychology 63(4), 1992. The pairs of circles here are our own drawing, after the idea.',
    firestone:
      'R. W. Firestone, L. Firestone and J. Catlett, “Conquer Your Critical Inner Voice”, New Harbinger, 2002. The five steps follow R. Firestone’s; the words are ours.',
  },
  careful: 'These are averages over people who volunteered. They say what helped many, not what will help you.',
  hurt: 'Where someone is being hurt or controlled, working on closeness is the wrong advice.',
  turn: 'Whom to turn to',
}
