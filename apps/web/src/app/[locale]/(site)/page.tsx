import { courseOutline } from "@fewshot/content/server";
import { getTranslations } from "next-intl/server";
import { CourseContents } from "#features/home/course-contents";
import { HeroRoll } from "#features/home/hero-roll";
import { Link } from "#i18n/navigation";

const rules = ["canned", "apart", "kept", "rank"] as const;

/** The first insight within seconds, then what the course is, what it promises, and how to teach with it. */
export default async function HomePage() {
  const t = await getTranslations("home");
  return (
    <>
      <section className="hero">
        <h1>{t("title")}</h1>
        <p className="lede">{t.rich("lede", { br: () => <br className="only-wide" /> })}</p>
      </section>
      <HeroRoll />
      <p className="cap mt-3 max-w-[46em]">
        {t.rich("roll.caption", { b: (chunks) => <b>{chunks}</b> })}{" "}
        <Link href="/course/predict-next-token/one-token-at-a-time">{t("roll.lesson")}</Link>
      </p>

      <section className="two">
        <div>
          <h2>{t("course.title")}</h2>
          <p className="cap mt-2.5">{t.rich("course.about", { i: (chunks) => <i lang="en">{chunks}</i> })}</p>
        </div>
        <CourseContents modules={courseOutline()} />
      </section>

      <section className="two">
        <h2>{t("rules.title")}</h2>
        <dl className="facts">
          {rules.map((rule) => (
            <div key={rule}>
              <dt>{t(`rules.${rule}.name`)}</dt>
              <dd>{t(`rules.${rule}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section className="two">
        <div>
          <h2>{t("teach.title")}</h2>
          <p className="cap mt-2.5">{t("teach.about")}</p>
        </div>
        <div>
          <div className="cmd" lang="en" tabIndex={0}>
            <i>$ </i>git clone …/fewshot{"\n"}
            <i>$ </i>npm start
          </div>
          <p className="mt-4">
            <Link className="btn" href="/classes">
              {t("teach.classes")}
            </Link>
          </p>
        </div>
      </section>
    </>
  );
}
