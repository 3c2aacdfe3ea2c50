"""Writes the golden files beside it: what other programs compute for the cases that ml-core's tests check.

Run with Python 3.10+, numpy and tokenizers:  python make_goldens.py
Independent of the TypeScript: numpy's own random stream; numpy arithmetic written after transformers' logits
processors (masks on the vocabulary, ascending cumulative sums) and llama.cpp's sampler chain; Hugging Face tokenizers.
"""

import itertools
import json
import pathlib
import platform

import numpy as np
import tokenizers
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

HERE = pathlib.Path(__file__).parent
SEED = 20261123


def write(name, body):
    header = {
        "script": "golden/make_goldens.py",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "tokenizers": tokenizers.__version__,
        "seed": SEED,
    }
    text = json.dumps({"madeBy": header, **body}, ensure_ascii=True, indent=2)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


# --- random.json ---------------------------------------------------------------------------------------------------


def mulberry32(seed):
    state = seed
    while True:
        state = (state + 0x6D2B79F5) % 2**32
        mixed = (state ^ state >> 15) * (state | 1) % 2**32
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) % 2**32
        yield (mixed ^ mixed >> 14) / 2**32


def numpy_case(seed):
    np.random.seed(seed)
    case = {"seed": seed, "random": [np.random.random() for _ in range(4)]}
    case["normal"] = [np.random.normal(0, 0.5) for _ in range(5)]
    case["randomBetweenTheTwoOfAPair"] = np.random.random()
    case["normalAfterThat"] = [np.random.normal(10, 3) for _ in range(2)]
    for _ in range(2000):
        last = np.random.random()
    case["random2000DrawsLater"] = last
    return case


def make_random():
    write(
        "random.json",
        {
            "numpy": [numpy_case(seed) for seed in (0, 1, 42, 2**31, 2**32 - 1)],
            "mulberry32": [
                {"seed": seed, "numbers": list(itertools.islice(mulberry32(seed), 6))}
                for seed in (0, 1, 42, 2**32 - 1)
            ],
        },
    )


# --- regression.json -----------------------------------------------------------------------------------------------


def make_regression():
    np.random.seed(42)
    xs = np.array([1, 2, 3, 4, 5], dtype=float)
    ys = 2 * xs + np.random.normal(0, 0.5, 5)
    w, b, rate, steps, lines = 0.0, 0.0, 0.01, [], []
    for epoch in range(100):
        error = w * xs + b - ys
        loss, dw, db = np.mean(error**2), np.mean(2 * error * xs), np.mean(2 * error)
        w, b = w - rate * dw, b - rate * db
        steps.append([w, b, dw, db, loss])
        if epoch % 20 == 0:
            lines.append(f"Epoch {epoch}: w={w:.3f}, b={b:.3f}, loss={loss:.3f}")
    slope, intercept = np.polyfit(xs, ys, 1)
    hessian = np.array([[2 * np.mean(xs * xs), 2 * np.mean(xs)], [2 * np.mean(xs), 2]])
    write(
        "regression.json",
        {
            "ys": ys.tolist(),
            "lines": lines,
            "columns": ["w", "b", "dw", "db", "loss"],
            "steps": np.array(steps)[[0, 1, 2, 17, 50, 99]].tolist(),
            "epochsOfSteps": [0, 1, 2, 17, 50, 99],
            "leastSquares": {"w": slope, "b": intercept},
            "largestStableLearningRate": 2 / np.linalg.eigvalsh(hessian).max(),
        },
    )


# --- sampling.json -------------------------------------------------------------------------------------------------


def softmax(scores):
    weights = np.exp(scores - scores.max())
    return weights / weights.sum()


def penalise(logits, previous, penalty):
    scores = logits.copy()
    ids = np.unique(np.array(previous, dtype=int))
    scores[ids] = np.where(scores[ids] < 0, scores[ids] * penalty, scores[ids] / penalty)
    return scores


def hf(logits, s, previous):
    scores = penalise(logits, previous, s["repetitionPenalty"]) / s["temperature"]
    if 0 < s["topK"] < len(scores):
        scores = np.where(scores < np.sort(scores)[-s["topK"]], -np.inf, scores)
    if s["topP"] < 1:
        ascending = np.argsort(scores)
        remove = np.cumsum(softmax(scores)[ascending]) <= 1 - s["topP"]
        remove[-1] = False
        scores[ascending[remove]] = -np.inf
    if s["minP"] > 0:
        probs = softmax(scores)
        scores = np.where(probs < s["minP"] * probs.max(), -np.inf, scores)
    return softmax(scores)


def llama_cpp(logits, s, previous):
    scores = penalise(logits, previous, s["repetitionPenalty"])
    order = np.argsort(-scores)
    if s["topK"] > 0:
        order = order[: s["topK"]]
    if s["topP"] < 1:
        reached = np.cumsum(softmax(scores[order])) >= s["topP"]
        order = order[: int(np.argmax(reached)) + 1 if reached.any() else None]
    if s["minP"] > 0:
        order = order[scores[order] >= scores[order[0]] + np.log(s["minP"])]
    probs = np.zeros(len(scores))
    probs[order] = softmax(scores[order] / s["temperature"])
    return probs


def make_sampling():
    rng = np.random.default_rng(SEED)
    cases = []
    for order in ("hf", "llama.cpp"):
        for _ in range(16):
            logits = (rng.normal(0, 3, 24)).astype(np.float32)
            settings = {
                "temperature": round(float(rng.uniform(0.2, 2.5)), 2),
                "topK": int(rng.choice([0, 3, 8, 15, 40])),
                "topP": float(rng.choice([1, 0.95, 0.8, 0.5, 0.1])),
                "minP": float(rng.choice([0, 0.02, 0.1, 0.5])),
                "repetitionPenalty": float(rng.choice([1, 1.3, 2, 0.8])),
                "order": order,
            }
            previous = rng.integers(0, 24, 6).tolist()
            probs = (hf if order == "hf" else llama_cpp)(logits.astype(np.float64), settings, previous)
            ranked = [int(i) for i in np.argsort(-probs, kind="stable") if probs[i] > 0]
            kept = [{"id": i, "prob": float(probs[i])} for i in ranked]
            cases.append({"logits": logits.tolist(), "settings": settings, "previousIds": previous, "kept": kept})
    write("sampling.json", {"cases": cases})


# --- tokenizer.json ------------------------------------------------------------------------------------------------

TEXT = """
The girl said she'd come from the earth, and the boy said he'd come from China. They'll tell the others: we've come
from the moon! I'm sure you're right. In 2026 there were 1024 stars, 2048 stones and 4096 little fish in the lake.
The cat and the dog went to the market; the cat wanted fish, the dog wanted bread. The end, said the old man.
    There    are   spaces,	tabs and
new lines.
我来自中国。我来自地球。我来自上海，他来自北京。小猫和小狗去集市买东西，小猫想吃鱼，小狗想吃面包。
从前有一个小女孩，她住在山里。她说：你好，世界！老人说：故事到这里就结束了。今年是2026年，天上有1024颗星。
Ça va? Le garçon était là. Привет, мир! Κόσμε. 안녕하세요 세계. hello 👋 world 🌍 aaaa aaaaaaa
"""

VECTORS = [
    "",
    " ",
    "The girl said hello.",
    "I'm sure they'll say we've won, it's she'd",
    "I'M SURE THEY'LL",
    "a \ufeffb",
    "a \u0085b",
    "a\u00a0b\u2003c\u3000d\u200be\u180ef\u001cg",
    "\ufeff\ufeff",
    "trailing   ",
    "three   spaces then word",
    " \n\n  x\r\ny\t\tz",
    "我来自地球",
    "我 来自 中国。Hello世界hello",
    "「你好」，2026年！３４５ⅣⅫ½",
    "hello 👋 world 🌍 👩‍👩‍👧",
    "e\u0301 Ça garçon Привет мир Κόσμε",
    "안녕하세요 세계 こんにちは カタカナ々〇",
    "<|endoftext|>",
    "constructor __proto__ toString hasOwnProperty",
    "x=1;y+=2//3**4 && foo_bar(baz)[0]{}",
    "a" * 50,
    " a" * 9,
    "\u0000\u0007\u007f\u0080\u009f\u00ad",
    "\U0010ffff\ue000\ufffd",
    "𠀀𪚥龘",
]

KINDS = {
    "gpt2": r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
    "fewshot": r"'s|'t|'re|'ve|'m|'ll|'d|\p{Han}| ?(?:(?!\p{Han})\p{L})+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
}


def stand_ins():
    """The characters that stand for bytes, in the order of their ids (bytes_to_unicode of OpenAI's encoder.py)."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    return [chr(byte) for byte in printable] + [chr(256 + n) for n in range(256 - len(printable))]


def tokenizer_case(kind):
    splitter = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(KINDS[kind]), "isolated"), pre_tokenizers.ByteLevel(False, use_regex=False)]
    )
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = splitter
    trainer = trainers.BpeTrainer(vocab_size=420, initial_alphabet=stand_ins(), show_progress=False)
    trained.train_from_iterator([TEXT] * 2, trainer)
    merges = [tuple(pair) for pair in json.loads(trained.to_str())["model"]["merges"]]

    vocab = {token: i for i, token in enumerate(stand_ins())}
    for left, right in merges:
        vocab.setdefault(left + right, len(vocab))
    tokenizer = Tokenizer(models.BPE(vocab, merges))
    tokenizer.pre_tokenizer = splitter
    tokenizer.decoder = decoders.ByteLevel()
    vectors = [{"text": text, "ids": tokenizer.encode(text).ids} for text in VECTORS]
    assert all(tokenizer.decode(v["ids"]) == v["text"] for v in vectors)
    merges_text = "#version: 0.2\n" + "".join(f"{left} {right}\n" for left, right in merges)
    return {"kind": kind, "merges": merges_text, "vectors": vectors}


if __name__ == "__main__":
    make_random()
    make_regression()
    make_sampling()
    write("tokenizer.json", {"tokenizers": [tokenizer_case(kind) for kind in KINDS]})
