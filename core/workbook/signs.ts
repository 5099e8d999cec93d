/** By which names a checklist is known, apart from all that is known of them: programs ask before they load the rest. */

/** One of them is enough: what is left of a checklist is one, too. */
export const SIGNS = ["Item_Id", "Self_Answer"] as const;
