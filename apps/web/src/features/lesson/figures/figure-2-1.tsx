import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureFrame } from "./figure-frame.tsx";

/** The task, the examples and the question of Figure 2.1, word for word. @see Brown et al., 2020, Figure 2.1 */
export const translation = {
  task: "Translate English to French:",
  examples: ["sea otter => loutre de mer", "peppermint => menthe poivrée", "plush giraffe => girafe peluche"],
  prompt: "cheese =>",
} as const;

/** How many of the examples stand in the prompt of each setting. */
export const shots = { zero: 0, one: 1, few: 3 } as const;
const inContext = Object.keys(shots) as (keyof typeof shots)[];

/** The four panels of Figure 2.1: three prompts, and fine-tuning, which changes the weights after each example. */
export function Figure21() {
  const t = useTranslations("figures.figure-2-1");
  const names = useTranslations("figures.settings");
  return (
    <FigureFrame
      id="figure-2-1"
      caption={t("caption")}
      header={[t("setting"), t("hasTask"), t("inPrompt"), t("updates")]}
      rows={[
        ...inContext.map((setting) => [names(setting), t("yes"), shots[setting], 0]),
        [names("tuning"), t("no"), 0, t("each")],
      ]}
    >
      <div className="panels">
        {inContext.map((setting) => (
          <Panel key={setting} title={names(setting)} count={`K = ${shots[setting]}`} foot={t("unchanged")}>
            <Entry role={t("task")} text={translation.task} />
            {translation.examples.slice(0, shots[setting]).map((example) => (
              <Entry key={example} role={t("example")} text={example} />
            ))}
            <Entry role={t("prompt")} text={translation.prompt} />
          </Panel>
        ))}
        <Panel title={names("tuning")} foot={t("changed")}>
          {translation.examples.map((example) => (
            <Entry key={example} role={t("example")} text={example} after={`↓ ${t("update")}`} />
          ))}
          <Entry role={t("prompt")} text={translation.prompt} />
        </Panel>
      </div>
    </FigureFrame>
  );
}

type PanelProps = { title: string; count?: string; foot: string; children: ReactNode };

function Panel({ title, count, foot, children }: PanelProps) {
  return (
    <section className="panel-of-four">
      <p className="panel-title">
        <b>{title}</b> <span className="faint num">{count}</span>
      </p>
      <ol>{children}</ol>
      <p className="panel-foot">{foot}</p>
    </section>
  );
}

/** A line that the model sees, what it is, and what happens after it. */
function Entry({ role, text, after }: { role: string; text: string; after?: string }) {
  return (
    <li>
      <code className="mono" lang="en">
        {text}
      </code>{" "}
      <span className="faint">{role}</span>
      {after === undefined ? null : <p className="panel-update">{after}</p>}
    </li>
  );
}
