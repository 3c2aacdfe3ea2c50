"""Stage 7: golden files for the JavaScript tokenizer, exporter and runtime.

    python make_goldens.py --model story-v3
    python make_goldens.py --tokenizer-only

tokenizer.json needs only .work/merges.txt; greedy.json and logits.json are made from the shipped
fp16 weights, computed in fp32.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from bpe import JAVASCRIPT_PATTERN, byte_alphabet, byte_order, load_tokenizer
from generate import greedy, prompt_ids
from goldens import SEED, header, rounded, write_json
from golden_texts import GREEDY_PROMPTS, LOGIT_PROMPTS, STRINGS
from gpt2 import Gpt2, Gpt2Config
from sources import END_OF_TEXT, WORK

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
GREEDY_STEPS = 64
NARROWEST_GAP = 1e-3
PER_LANGUAGE = 25


def load_shipped(folder: Path) -> Gpt2:
    """The model of models/NAME: fp16 values held in fp32."""
    values = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    sizes = ("n_layer", "n_head", "n_embd", "n_positions", "vocab_size")
    model = Gpt2(Gpt2Config(**{size: values[size] for size in sizes}))
    model.load_state_dict({name: w.float() for name, w in load_file(folder / "model.safetensors").items()})
    return model.eval()


def tokenizer_golden(tokenizer: Tokenizer) -> dict[str, object]:
    """About 200 strings with ids, and id prefixes that stop inside a character with their bytes."""
    rng = random.Random(SEED)
    texts = list(STRINGS)
    for name in ("own_zh", "own_en", "poems_zh", "fairytales_en"):
        documents = json.loads((WORK / "docs" / f"{name}.held.json").read_text(encoding="utf-8"))
        for document in rng.sample(documents, 12):
            start = rng.randrange(max(1, len(document) - 60))
            texts.append(document[start : start + rng.randrange(5, 60)])
    cases = []
    for text in dict.fromkeys(texts):
        ids = tokenizer.encode(text).ids
        if tokenizer.decode(ids, skip_special_tokens=False) != text:
            raise SystemExit(f"round trip failed: {text!r}")
        cases.append({"text": text, "ids": ids})
    byte_of = {character: byte for character, byte in zip(byte_alphabet(), byte_order())}
    partial = []
    for text in ("𠮷", "龘", "🦊🦊", "é", "孩𪚥子", "👩‍🏫"):
        ids = tokenizer.encode(text).ids
        for length in range(1, len(ids)):
            raw = bytes(byte_of[c] for i in ids[:length] for c in tokenizer.id_to_token(i))
            partial.append({"ids": ids[:length], "bytes": raw.hex(), "text": raw.decode("utf-8", errors="replace")})
    return {
        **header("make_goldens.py", ["tokenizers"], SEED),
        "kind": "fewshot",
        "pattern": JAVASCRIPT_PATTERN,
        "flags": "gu",
        "vocab_size": tokenizer.get_vocab_size(),
        "end_of_text": tokenizer.token_to_id(END_OF_TEXT),
        "note": "<|endoftext|> inside a text is one special token. `partial`: ids that may stop inside a character.",
        "strings": cases,
        "partial": partial,
    }


def held_out_openings(language: str) -> list[str]:
    """The beginning of every held-out piece of ours: 8 characters (zh) or 4 words (en)."""
    documents = json.loads((WORK / "docs" / f"own_{language}.held.json").read_text(encoding="utf-8"))
    return [text[:8] if language == "zh" else " ".join(text.split(" ")[:4]) for text in documents]


def greedy_golden(model: Gpt2, tokenizer: Tokenizer, name: str) -> dict[str, object]:
    """PER_LANGUAGE prompts a language whose greedy steps are never a near-tie."""
    cases = []
    for language, prompts in GREEDY_PROMPTS.items():
        taken = 0
        for prompt in (*prompts, *held_out_openings(language)):
            start = prompt_ids(tokenizer, prompt)
            result = greedy(model, start, GREEDY_STEPS)
            if taken < PER_LANGUAGE and min(result.gaps) >= NARROWEST_GAP:
                taken += 1
                text = tokenizer.decode(result.ids, skip_special_tokens=False)
                cases.append({"language": language, "prompt": prompt, "prompt_ids": start, "greedy_ids": result.ids,
                              "text": text, "smallest_gap": round(min(result.gaps), 5)})
        if taken < PER_LANGUAGE:
            raise SystemExit(f"{language}: only {taken} prompts without a near-tie")
    return {
        **header("make_goldens.py", ["torch", "tokenizers", "safetensors"], SEED),
        "model": name,
        "steps": GREEDY_STEPS,
        "note": "fp16 weights computed in fp32; generation does not stop at <|endoftext|>; "
        "smallest_gap is the least difference between the best two logits over the steps.",
        "cases": cases,
    }


@torch.no_grad()
def logits_golden(model: Gpt2, tokenizer: Tokenizer, name: str) -> dict[str, object]:
    """Full logits after three prompts; the first 64 logits at every position of one."""
    last = []
    for prompt in LOGIT_PROMPTS:
        start = prompt_ids(tokenizer, prompt)
        row = model.last_logits(torch.tensor([start]))[0]
        last.append({"prompt": prompt, "ids": start, "logits": rounded(row.tolist())})
    start = prompt_ids(tokenizer, LOGIT_PROMPTS[0])
    rows = model(torch.tensor([start]))[0, :, :64]
    return {
        **header("make_goldens.py", ["torch", "tokenizers", "safetensors"], SEED),
        "model": name,
        "last_position": last,
        "all_positions_first_64": {"prompt": LOGIT_PROMPTS[0], "ids": start,
                                   "logits": [rounded(row) for row in rows.tolist()]},
    }


def main() -> None:
    """Writes the golden files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--model")
    group.add_argument("--tokenizer-only", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = load_tokenizer(WORK / "merges.txt")
    write_json(GOLDEN / "tokenizer.json", tokenizer_golden(tokenizer))
    if arguments.tokenizer_only:
        return
    folder = HERE.parent / "models" / arguments.model
    shipped = load_tokenizer(folder / "merges.txt")
    if shipped.get_vocab() != tokenizer.get_vocab():
        raise SystemExit(f"{arguments.model} was exported with other merges")
    model = load_shipped(folder)
    write_json(GOLDEN / "greedy.json", greedy_golden(model, tokenizer, arguments.model))
    write_json(GOLDEN / "logits.json", logits_golden(model, tokenizer, arguments.model))


if __name__ == "__main__":
    main()
