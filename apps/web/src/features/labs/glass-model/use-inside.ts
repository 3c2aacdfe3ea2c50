"use client";
import { useRef, useState } from "react";
import { loadGlass, type GlassModel } from "@fewshot/lm/glass";
import { useModelTask, type ModelTask } from "../language-model/use-model-task.ts";
import { pieceOf } from "../next-token/token-piece.ts";
import { mostTokens, type Inside } from "./inside.ts";

/** A text read with the model opened up. */
export interface Reader {
  task: ModelTask;
  /** null before the first text was read, and while it is another one's. */
  inside: Inside | null;
  read: (text: string) => void;
  forget: () => void;
}

/** Reads texts on request; the model is loaded with the first. */
export function useInside(): Reader {
  const task = useModelTask();
  const glass = useRef<GlassModel | null>(null);
  const [inside, setInside] = useState<Inside | null>(null);
  const read = (text: string): void =>
    task.run(async (model, signal) => {
      const { tokenizer, manifest } = model;
      const folder = new URL(`/models/${manifest.name}/`, location.href).href;
      glass.current ??= await loadGlass(manifest, folder, signal);
      const all = [model.endOfTextId, ...tokenizer.encode(text)];
      const ids = all.slice(0, mostTokens);
      const reading = await glass.current.read(ids, async () => {
        // A turn of the event loop between layers: the page stays awake, and a stop is heard.
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
      });
      const piece = (id: number) => (id === model.endOfTextId ? { kind: "end" as const } : pieceOf(tokenizer, id));
      setInside({ glass: glass.current, reading, ids, piece, isCut: all.length > ids.length });
    });
  return { task, inside, read, forget: () => setInside(null) };
}
