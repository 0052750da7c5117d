/** Loaded into a step before anything else: writes the most memory that the process had, in bytes, when it ends. */
import { writeFileSync } from 'node:fs';

const path = process.env['BENCH_MEMORY'] ?? '';
process.on('exit', () => writeFileSync(path, String(process.resourceUsage().maxRSS * 1024)));
