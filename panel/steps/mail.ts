/** The mail of the hand-over: to copy, to open in a mail program, to save as a draft, or to send where a host can. */

import { handOverMail, mailtoLink } from "../../core/papers/letters.ts";
import type { Letter } from "../../core/papers/types.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import type { MailHost, StepHost } from "../types.ts";
import { MAIL_TEXT as TEXT } from "../words/steps.ts";
import { refuseTooLarge, saveDraft } from "./files.ts";
import {
  actionButton,
  ask,
  cellButton,
  changeSteps,
  confirmation,
  copyable,
  outcome,
} from "./parts.ts";

export function mailActions(
  context: Context,
  { files, mail }: StepHost,
  primary: boolean,
): Child[] {
  const { checklist, report, ui } = context;
  const { look } = ui.steps;
  if (mail && look && ui.steps.asking === "send") return [sendConfirmation(context, mail, look)];
  const letter = handOverMail(checklist, report, TEXT.workbook);
  const buttons: ((isFirst: boolean) => View)[] = [];
  if (mail) buttons.push((isFirst) => lookButton(context, mail, isFirst));
  const workbook = files?.workbook;
  if (files && workbook) {
    buttons.push((isFirst) =>
      actionButton(context, {
        name: "draft",
        label: TEXT.draft,
        primary: isFirst,
        act: async () => saveDraft(files, workbook, checklist, await context.fresh()),
      }),
    );
  }
  buttons.push((isFirst) => mailLink(letter, isFirst));
  return [
    h(
      "div",
      { key: "mail-buttons", class: "buttons" },
      ...buttons.map((button, index) => button(primary && index === 0)),
    ),
    outcome(context, "draft", "send", "look"),
  ];
}

/** What the host would send is looked at first, and shown before anything leaves. */
function lookButton(context: Context, mail: MailHost, primary: boolean): View {
  const view = actionButton(context, {
    name: "look",
    label: TEXT.send,
    primary,
    act: async () => {
      const look = await mail.look();
      refuseTooLarge(look.bytes);
      if (look.quota < 1) throw new Error(TEXT.noQuota);
      context.ui.steps.look = look;
      ask(context, "send");
      return null;
    },
  });
  return { ...view, props: { ...view.props, "data-focus": "ask-send" } };
}

function sendConfirmation(
  context: Context,
  mail: MailHost,
  look: Awaited<ReturnType<MailHost["look"]>>,
): View {
  const letter = handOverMail(context.checklist, context.report, look.file);
  return confirmation(
    context,
    "send",
    [
      TEXT.confirm(letter.to, letter.subject),
      `${TEXT.attached(look.file, TEXT.size(look.bytes))} ${TEXT.quota(look.quota)}`,
      ...(look.note === undefined ? [] : [look.note]),
    ],
    {
      name: "send",
      label: TEXT.sendNow,
      act: async () => {
        await mail.send(letter);
        context.focusOn("steps-title");
        changeSteps(context, (steps) => {
          steps.asking = null;
        });
        return TEXT.sent(letter.to);
      },
    },
    TEXT.keep,
  );
}

export function mailLink(letter: Letter, primary = false): View {
  return h(
    "a",
    {
      key: "mailto",
      class: primary ? "button primary" : "button",
      href: mailtoLink(letter),
      // Hosts show the panel in a frame, and a frame cannot open a mail program.
      target: "_blank",
      rel: "noopener noreferrer",
    },
    TEXT.link,
  );
}

export const linkHint = (letter: Letter): string | null =>
  mailtoLink(letter).includes("&body=") ? null : TEXT.linkWithoutText;

/** Recipient, subject and text, each to copy. */
export function mailBlock(context: Context, ...actions: Child[]): View {
  const { checklist, report } = context;
  const letter = handOverMail(checklist, report, TEXT.workbook);
  const tick = report.places.Prerequisite_Sent;
  const hints = [TEXT.linkHint, linkHint(letter), context.host.steps?.workbookHint];
  const isSent = report.profile.prerequisites.selfAssessmentSent;
  return h(
    "section",
    { key: "mail", class: "block copies" },
    h("h2", {}, TEXT.title),
    copyable(context, "to", TEXT.to, letter.to),
    copyable(context, "subject", TEXT.subject, letter.subject),
    copyable(context, "text", TEXT.text, letter.text, 6),
    h("p", { class: "hint" }, hints.filter(Boolean).join(" ")),
    tick === undefined || isSent
      ? null
      : h("p", { key: "tick" }, TEXT.tick, " ", cellButton(context, tick)),
    ...actions,
  );
}
