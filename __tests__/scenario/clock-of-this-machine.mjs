/** Loaded into main and post before anything else: CLOCK_AHEAD is by how many milliseconds the clock of their machine is ahead. */
const ahead = Number(process.env['CLOCK_AHEAD']);
const now = Date.now.bind(Date);
Date.now = () => now() + ahead;
