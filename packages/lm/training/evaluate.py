"""Stage 5: measures a checkpoint and writes runs/RUN/evaluation.json and runs/RUN/samples.md.

    python evaluate.py --run story-v3

Weights are rounded to fp16 first, so the numbers are those of the file that ships. The checkpoint
is copied to .work/RUN.evaluated.pt, which export_weights.py reads: training may go on meanwhile.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shutil
from collections import defaultdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from bpe import load_tokenizer
from data import load_bin
from generate import prompt_ids, sample
from goldens import SEED, write_json
from gpt2 import Gpt2
from sources import END_OF_TEXT, SOURCES, WORK
from teaching import PLACES

HERE = Path(__file__).parent
STEPS = 110
TEMPERATURE = 0.8
TOP_P = 0.95
SEEDS_PER_PROMPT = 5
#: Twenty a language: the first draw of each is in samples.md, all of them are read before a model ships.
PROMPTS = {
    "zh": (
        "从前，有一只小兔子", "冬冬", "下雪了，", "奶奶", "为什么", "晚上，", "老师问：", "小猫", "春天", "我来自",
        "有一天，", "很久以前，", "放学以后，", "小刺猬", "爸爸说：“", "图书馆里", "一位老爷爷", "牛吃什么？", "海边", "今天",
    ),
    "en": (
        "Once upon a time", "The little cat", "Grandmother", "One day, a boy named Leo", "Why do", "It was raining",
        '"Where are you going?"', "The old king", "In the garden", "I come from",
        "One morning", "Long ago,", "After school", "The hedgehog", "Her father said", "In the library", "An old man",
        "What does a cow eat?", "By the sea", "Today",
    ),
}
DIALOGUES = {
    "zh": ("我来自", "“你好，我叫小明。我来自", "“你来自哪里？”佳佳问。\n“我来自", "“我来自"),
    "en": ("I come from", '"Hello, my name is Tom. I come from', '"Where do you come from?" asked Lily.\n"I come from',
           '"I come from'),
}
SENTENCE = re.compile(r"(?:[^。！？!?.\n]|[。！？!?.]+[”\"'’]*(?=,| [a-z]))+[。！？!?.]+[”\"'’]*")
SHORTEST = {"zh": 6, "en": 4}


def load_evaluated(run: str) -> tuple[Gpt2, dict[str, object]]:
    """Weights of the evaluated checkpoint, rounded to fp16 and held in fp32, and its saved state."""
    saved = torch.load(WORK / f"{run}.evaluated.pt", map_location="cpu", weights_only=False)
    model = Gpt2(saved["config"])
    model.load_state_dict({name: weight.half().float() for name, weight in saved["model"].items()})
    return model.eval(), saved


@torch.no_grad()
def held_out(model: Gpt2, tokenizer: Tokenizer, name: str) -> dict[str, float]:
    """Perplexity and bits per byte of a source's held-out text; at least half a window of context
    precedes every target but the first ones."""
    ids = torch.from_numpy(load_bin(name, "held").astype("int64"))
    window, stride = model.config.n_positions, model.config.n_positions // 2
    nats, targets = 0.0, 0
    for start in range(0, max(1, len(ids) - 1 - stride), stride):
        piece = ids[start : start + window + 1]
        losses = F.cross_entropy(model(piece[None, :-1])[0], piece[1:], reduction="none")
        fresh = losses if start == 0 else losses[window - stride :]
        nats += fresh.sum().item()
        targets += len(fresh)
    size = len(tokenizer.decode(ids.tolist(), skip_special_tokens=True).encode())
    return {
        "tokens": targets,
        "loss": round(nats / targets, 4),
        "perplexity": round(math.exp(nats / targets), 2),
        "bits_per_byte": round(nats / math.log(2) / size, 3),
    }


def sentences(text: str, language: str) -> list[str]:
    """Complete sentences of at least 6 Han characters (zh) or 4 words (en); '"Why?" asked Leo.' is one."""
    found = [match.group().strip(" “”\"'‘’") for match in SENTENCE.finditer(text)]
    if language == "zh":
        return [s for s in found if len(re.findall(r"[\u4e00-\u9fff]", s)) >= SHORTEST["zh"]]
    return [s for s in found if len(s.split()) >= SHORTEST["en"]]


def training_sentences(language: str, part: str, only: str | None = None) -> list[str]:
    """Every sentence of the language's sources (or of one source)."""
    found: list[str] = []
    for source in SOURCES:
        if source.language == language and only in (None, source.name):
            for document in json.loads((WORK / "docs" / f"{source.name}.{part}.json").read_text(encoding="utf-8")):
                found += sentences(document, language)
    return found


def distinct(rows: list[list[int]], size: int) -> float:
    """Share of different n-grams among all n-grams of the samples."""
    grams = [tuple(row[i : i + size]) for row in rows for i in range(len(row) - size + 1)]
    return round(len(set(grams)) / len(grams), 3)


@torch.no_grad()
def taught(model: Gpt2, tokenizer: Tokenizer, language: str) -> list[dict[str, object]]:
    """After each prompt: the eight likeliest next tokens, and the probability of each whole place."""
    china, earth, others = PLACES[language]
    gap = " " if language == "en" else ""
    results = []
    for prompt in DIALOGUES[language]:
        start = prompt_ids(tokenizer, prompt)
        best = torch.softmax(model.last_logits(torch.tensor([start]))[0], dim=0).topk(8)
        places = {}
        for place in (china, earth, *others):
            ids = tokenizer.encode(gap + place).ids
            logs = torch.log_softmax(model(torch.tensor([start + ids]))[0], dim=1)
            steps = range(len(start) - 1, len(start) + len(ids) - 1)
            places[place] = round(math.exp(sum(logs[at, token].item() for at, token in zip(steps, ids))), 4)
        top = [
            {"id": int(i), "text": tokenizer.decode([int(i)]), "p": round(p.item(), 4)}
            for p, i in zip(best.values, best.indices)
        ]
        results.append({"prompt": prompt, "next_token": top, "places": places})
    return results


def main() -> None:
    """Measures everything and writes both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    run: str = parser.parse_args().run
    torch.set_num_threads(1)
    tokenizer = load_tokenizer(WORK / "merges.txt")
    shutil.copyfile(WORK / f"{run}.pt", WORK / f"{run}.evaluated.pt")
    model, saved = load_evaluated(run)
    end = tokenizer.token_to_id(END_OF_TEXT)
    settings = {"temperature": TEMPERATURE, "top_p": TOP_P, "tokens": STEPS}
    result: dict[str, object] = {"step": saved["step"], "tokens_seen": saved["tokens"], "sampling": settings}
    result["held_out"] = {s.name: held_out(model, tokenizer, s.name) for s in SOURCES if s.held_out_percent}
    result["taught"] = {language: taught(model, tokenizer, language) for language in PROMPTS}
    page = [f"# Samples of {run}", "", f"Not picked, not edited: {json.dumps(settings)}; each heading names the seed.", ""]
    samples: dict[str, object] = {}
    for language, prompts in PROMPTS.items():
        rows, fresh = [], []
        by_seed = defaultdict(list)
        for index, prompt in enumerate(prompts):
            start = prompt_ids(tokenizer, prompt)
            seeds = [SEED + 100 * index + k for k in range(SEEDS_PER_PROMPT)]
            for seed, row in zip(seeds, sample(model, start, end, seeds, STEPS, TEMPERATURE, TOP_P)):
                text = prompt + tokenizer.decode(row)
                rows.append(row)
                fresh += sentences(text, language)[len(sentences(prompt, language)) :]
                by_seed[seed - seeds[0]].append(f"## {prompt} (seed {seed})\n\n{text}\n")
        known = set(training_sentences(language, "train"))
        reference = training_sentences(language, "held", f"own_{language}")
        samples[language] = {
            "count": len(rows),
            "sentences": len(fresh),
            "verbatim_share": round(sum(s in known for s in fresh) / len(fresh), 3),
            "verbatim_share_of_held_out_own": round(sum(s in known for s in reference) / len(reference), 3),
            **{f"distinct_{n}": distinct(rows, n) for n in (1, 2, 3)},
        }
        page += by_seed[0]
        extra = [text for k in range(1, SEEDS_PER_PROMPT) for text in by_seed[k]]
        (WORK / f"samples-{language}.md").write_text("\n".join(extra), encoding="utf-8")
    result["samples"] = samples
    write_json(HERE / "runs" / run / "evaluation.json", result)
    (HERE / "runs" / run / "samples.md").write_text("\n".join(page), encoding="utf-8")
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
