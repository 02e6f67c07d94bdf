/** The folder of the unit a file belongs to, relative to the root; empty for the root itself. Files of one unit answer for each other. */
export type UnitOf = (path: string) => string;

/** A folder that is installed or deployed as a whole, with all that lies in it. */
const whole = /(?:^|\/)(?:package\.json|template\.ya?ml|cdk\.json|samconfig\.toml|serverless\.(?:ya?ml|ts)|[^/]+\.tf)$/;
/** A program of its own; at the top of a collection, perhaps only that of its documentation. */
const program =
  /(?:^|\/)(?:pyproject\.toml|requirements\.txt|setup\.py|Pipfile|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|deno\.jsonc?)$/;

/** A folder with at most this many projects below it is one project in parts (front end, back end, infrastructure); with more, a collection. */
const mostParts = 8;

/**
 * Tells which files belong together when one text must not change without another: those below the outermost package.json or deployment manifest; where
 * there is none, those of the outermost folder that is no collection of projects.
 *
 * @param paths every file of the root, relative to it: no disk is asked.
 */
export function createUnits(paths: readonly string[]): UnitOf {
  const wholes = new Set(paths.filter((path) => whole.test(path)).map(folderOf));
  const programs = new Set(paths.filter((path) => program.test(path)).map(folderOf));
  const outermost = [
    ...[...wholes].filter((folder) => !ancestorsOf(folder).some((above) => wholes.has(above))),
    ...[...programs].filter(
      (folder) =>
        ![...ancestorsOf(folder), folder].some(
          (above) => wholes.has(above) || (above !== folder && programs.has(above)),
        ),
    ),
  ];
  const projectsBelow = countBelow(outermost);
  const units = new Map<string, string>();
  return (path) => {
    const folder = folderOf(path);
    const known = units.get(folder);
    if (known !== undefined) return known;
    const unit =
      [...ancestorsOf(folder), folder].find(
        (above) => wholes.has(above) || (projectsBelow.get(above) ?? 0) <= mostParts,
      ) ?? `${folder}/.`;
    units.set(folder, unit);
    return unit;
  };
}

function countBelow(folders: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const folder of folders)
    for (const above of ancestorsOf(folder)) counts.set(above, (counts.get(above) ?? 0) + 1);
  return counts;
}

/** The folders above a folder, outermost first; the root is the empty name. */
function ancestorsOf(folder: string): readonly string[] {
  if (folder === '') return [];
  const names = folder.split('/');
  return names.map((_, depth) => names.slice(0, depth).join('/'));
}

function folderOf(path: string) {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}
