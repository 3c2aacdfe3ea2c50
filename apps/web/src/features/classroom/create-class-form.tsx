"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { useRouter } from "#i18n/navigation";
import { FailureNote } from "#shared/failure-note";
import { useViewerTimeZone } from "#shared/time/use-viewer-time-zone";
import { useTRPC } from "#shared/trpc/client";
import { Field } from "#shared/forms/field";
import { useRequestId } from "#shared/trpc/use-request-id";

/** A new class, with the zone its due times are in: this device's unless another is chosen. */
export function CreateClassForm() {
  const t = useTranslations("classroom.create");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { requestId, renew } = useRequestId();
  const viewerZone = useViewerTimeZone();
  const [name, setName] = useState("");
  const [chosenZone, setChosenZone] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const timeZone = chosenZone ?? viewerZone ?? "";
  const create = useMutation(
    trpc.class.create.mutationOptions({
      networkMode: "always",
      onSuccess: async ({ classId }) => {
        renew();
        await queryClient.invalidateQueries({ queryKey: trpc.class.pathKey() });
        router.push(`/classes/${classId}`);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    setMissing(typed === "");
    if (typed !== "" && !create.isPending) create.mutate({ name: typed, timeZone, requestId: requestId() });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field label={t("name")} problem={isMissing ? t("missing") : null}>
        {(wiring) => (
          <input
            {...wiring}
            className="field"
            autoComplete="off"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("zone")} hint={t("zoneHint")}>
        {(wiring) => (
          <select
            {...wiring}
            className="field"
            value={timeZone}
            onChange={(event) => setChosenZone(event.target.value)}
          >
            <ZoneOptions viewerZone={viewerZone} />
          </select>
        )}
      </Field>
      <p>
        <button type="submit" className="btn" disabled={create.isPending || timeZone === ""}>
          {t(create.isPending ? "working" : "action")}
        </button>
      </p>
      {create.error ? <FailureNote failure={create.error} /> : null}
    </form>
  );
}

/** This device's zone first, then every zone it knows. Nothing on the server, whose list may be another. */
function ZoneOptions({ viewerZone }: { viewerZone: string | null }) {
  if (viewerZone === null) return null;
  const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== viewerZone);
  return [viewerZone, ...zones].map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")}
    </option>
  ));
}
