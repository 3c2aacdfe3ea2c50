type Words = { title: string; body: string; action: string };

type Props = { zh: Words; en: Words } & ({ onAction: () => void } | { hrefs: { zh: string; en: string } });

/** The same message in both languages, for places where the reader's is not known. */
export function BothLanguages(props: Props) {
  return (
    <main className="page py-16">
      {(["zh", "en"] as const).map((locale) => (
        <section key={locale} lang={locale === "zh" ? "zh-Hans" : "en"} className="pane mb-6">
          <h1 className="text-h3">{props[locale].title}</h1>
          <p className="dim">{props[locale].body}</p>
          {"onAction" in props ? (
            <button type="button" className="btn sm" onClick={props.onAction}>
              {props[locale].action}
            </button>
          ) : (
            <a className="btn sm" href={props.hrefs[locale]}>
              {props[locale].action}
            </a>
          )}
        </section>
      ))}
    </main>
  );
}
