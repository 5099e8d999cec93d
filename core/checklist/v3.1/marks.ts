/** The two marks of version 3.1, for its rules and for its own sentence about them. Source: lines 95 and 96. */

export const MOST = 1000;
export const PASS = 900;
