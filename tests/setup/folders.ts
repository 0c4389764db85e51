import { afterAll } from 'vitest';
import { removeFolders } from './folder.ts';

// Read anew for every test file, and the first to ask: so it is done last, after what the file itself closes.
afterAll(removeFolders);
