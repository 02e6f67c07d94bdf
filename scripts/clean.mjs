// Removes what builds wrote, so that a renamed source leaves no old output behind in a package.
import { rmSync } from 'node:fs';

for (const directory of ['dist', 'src/runtime/dist', 'coverage']) rmSync(directory, { recursive: true, force: true });
