/** How many processes are killed: as many as each test says, or as `KILLS` does. */
export function countKills(usual: number): number {
  return Number(process.env.KILLS ?? usual);
}
