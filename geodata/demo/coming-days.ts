/** How many days the coming round of the demonstration is open, both ends counted, and how many are over when it opens. */
export const daysOpen = 60;
export const daysAnswered = 20;
