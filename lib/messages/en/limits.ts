// Why something can't be saved: what one person may save was reached. Never says "try again".
export default {
  reached: {
    rituals:
      'You have suggested {most} rituals, which is as many as Fivefold saves. Suggest other terms for one of them instead.',
    openRituals:
      'You have suggested {most} rituals that are still open, which is as many as there can be. End one of them first.',
    termsOfRitual:
      'You have suggested terms for this ritual {most} times, which is as often as you can. To change it, end it and suggest a new one.',
    restsOfRitual:
      'You have let this ritual rest, or go on, {most} times, which is as often as you can. To change it, end it and suggest a new one.',
    momentsOfDay:
      'You have logged {most} moments for this day, which is as many as a day can hold. Choose another day.',
    sharedPagesOfDay:
      'You have shared {most} pages today, which is as many as a day can hold. You can share more tomorrow.',
    repliesOfDay: 'You have written {most} replies today, which is as many as a day can hold. You can reply tomorrow.',
    repliesOfPage:
      'You have written {most} replies to this page, which is as many as it can hold. Share a page of your own instead.',
    versionsOfMonth:
      'You have suggested {most} ways to close this month, which is as many as you can. Your partner can say yes to one, or suggest another.',
    plansOfDay: 'You have put {most} plans on this day, which is as many as it can hold. Choose another day.',
    plansAhead: 'You have {most} plans ahead, which is as many as there can be. Once some are over, you can add more.',
    itemsOfPlan:
      'You have added {most} things to this plan, with those you removed. That is as many as it can hold. Write more into its details.',
    itemsOfWeek: 'The plans around this day hold as many things as they can. Remove some first.',
    couples:
      'One of you has shared a journal {most} times, which is as often as Fivefold can. This invitation can’t be accepted.',
    sealedBytes:
      'Your journal is full: what you have written takes up 200 MB on this server. Remove something you no longer need, and there is room for more.',
    daysOfRest: 'A ritual can rest for a year at most. Choose an earlier day, or let it rest without an end.',
    daysAhead: 'Choose a day within the next two years.',
  },
}
