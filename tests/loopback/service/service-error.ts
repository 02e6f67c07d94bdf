/** An answer that is an error: its HTTP status, its AWS type and its text. */
export class ServiceError extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** The service itself refuses the request. */
export function invalid(message: string): ServiceError {
  return new ServiceError(400, 'ValidationException', message);
}

/** What the model refuses. The Messages route hands its text on as it is, the AWS operations wrap it. */
export class ModelRefusal extends ServiceError {
  constructor(message: string) {
    super(400, 'ValidationException', message);
  }
}

/** Keys that the other side does not know are refused, each by its path. */
export function refuseExtraInputs(found: object, known: ReadonlySet<string>, path = ''): void {
  const extra = Object.keys(found).find((key) => !known.has(key));
  if (extra !== undefined) throw new ModelRefusal(`${path}${extra}: Extra inputs are not permitted`);
}
