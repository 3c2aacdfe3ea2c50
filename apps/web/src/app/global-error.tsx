"use client";
import "./app.css";
import { BothLanguages } from "#shared/errors/both-languages";
import { common as en } from "#messages/en/common";
import { common as zh } from "#messages/zh/common";

/** For a failure of the frame itself, where the language is not known. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="zh-Hans">
      <body>
        <BothLanguages zh={zh.error} en={en.error} onAction={reset} />
      </body>
    </html>
  );
}
