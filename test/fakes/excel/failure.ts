/** Errors as Excel answers them, and one that a test must never see: a member that this host does not know. */

export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string = code) {
    super(message);
    this.code = code;
  }
}

/** The add-in used something that is not modelled: the test fails, whatever the add-in makes of it. */
export class UnknownMember extends ApiError {
  constructor(type: string, member: string) {
    super("UnknownMember", `${type}.${member} is not known to the test host`);
  }
}
