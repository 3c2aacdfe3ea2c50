import type { Metadata } from "next";
import "./app.css";
import { BothLanguages } from "#shared/errors/both-languages";
import { common as en } from "#messages/en/common";
import { common as zh } from "#messages/zh/common";

export const metadata: Metadata = { title: "Fewshot · 404" };

/** For addresses outside the pages, where no language is known. */
export default function GlobalNotFound() {
  return (
    <html lang="zh-Hans">
      <body>
        <BothLanguages zh={zh.notFound} en={en.notFound} hrefs={{ zh: "/zh/course", en: "/en/course" }} />
      </body>
    </html>
  );
}
