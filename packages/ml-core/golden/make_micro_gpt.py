"""Writes micro-gpt.json beside it: what PyTorch computes for a tiny GPT-2, its gradients and three AdamW steps.

Run with Python 3.10+ and torch:  python make_micro_gpt.py, then prettier.
Independent of the TypeScript: torch's own layer norm, GELU, attention, cross-entropy, autograd and AdamW, in float64.
"""

import json
import math
import pathlib
import platform

import torch
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent
SEED = 20261123
CONFIG = {"vocabSize": 7, "contextLength": 6, "layers": 2, "heads": 2, "dModel": 4}
BATCH_SIZE, LENGTH = 3, 5
LEARNING_RATE, WEIGHT_DECAY = 0.01, 0.1

Weights = dict[str, torch.Tensor]


def create_weights() -> Weights:
    """Random weights in the order of the TypeScript, biases and gains too; 4 digits keep the file small."""
    d = CONFIG["dModel"]
    shapes: dict[str, tuple[int, ...]] = {"wte.weight": (CONFIG["vocabSize"], d)}
    shapes["wpe.weight"] = (CONFIG["contextLength"], d)
    for layer in range(CONFIG["layers"]):
        for name, shape in {
            "ln_1": (d,),
            "attn.c_attn": (d, 3 * d),
            "attn.c_proj": (d, d),
            "ln_2": (d,),
            "mlp.c_fc": (d, 4 * d),
            "mlp.c_proj": (4 * d, d),
        }.items():
            shapes[f"h.{layer}.{name}.weight"] = shape
            shapes[f"h.{layer}.{name}.bias"] = shape[-1:]
    shapes |= {"ln_f.weight": (d,), "ln_f.bias": (d,)}
    draw = torch.Generator().manual_seed(SEED)
    return {
        name: torch.normal(0.0, 0.5, shape, generator=draw, dtype=torch.float64).round(decimals=4).requires_grad_()
        for name, shape in shapes.items()
    }


def forward(weights: Weights, ids: torch.Tensor) -> torch.Tensor:
    """Logits, shape [B, T, V]."""
    d, heads = CONFIG["dModel"], CONFIG["heads"]
    batch, length = ids.shape

    def norm(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(x, (d,), weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-5)

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, weights[f"{name}.weight"].T, weights[f"{name}.bias"])

    def by_head(x: torch.Tensor) -> torch.Tensor:
        return x.view(batch, length, heads, d // heads).transpose(1, 2)

    x = F.embedding(ids, weights["wte.weight"]) + weights["wpe.weight"][:length]
    for layer in range(CONFIG["layers"]):
        h = f"h.{layer}"
        q, k, v = linear(norm(x, f"{h}.ln_1"), f"{h}.attn.c_attn").split(d, dim=2)
        mixed = F.scaled_dot_product_attention(by_head(q), by_head(k), by_head(v), is_causal=True)
        x = x + linear(mixed.transpose(1, 2).reshape(batch, length, d), f"{h}.attn.c_proj")
        hidden = F.gelu(linear(norm(x, f"{h}.ln_2"), f"{h}.mlp.c_fc"), approximate="tanh")
        x = x + linear(hidden, f"{h}.mlp.c_proj")
    return F.linear(norm(x, "ln_f"), weights["wte.weight"])


def flat(tensors: Weights) -> dict[str, list[float]]:
    return {name: tensor.detach().flatten().tolist() for name, tensor in tensors.items()}


def train(weights: Weights, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> dict[str, object]:
    matrices = [w for w in weights.values() if w.dim() > 1]
    vectors = [w for w in weights.values() if w.dim() == 1]
    groups = [{"params": matrices, "weight_decay": WEIGHT_DECAY}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=LEARNING_RATE)
    losses, gradients = [], {}
    for inputs, targets in batches:
        optimizer.zero_grad()
        loss = F.cross_entropy(forward(weights, inputs).flatten(0, 1), targets.flatten())
        loss.backward()
        losses.append(loss.item())
        gradients = gradients or flat({name: w.grad.clone() for name, w in weights.items()})
        optimizer.step()
    return {"losses": losses, "firstGradients": gradients, "weightsAfter": flat(weights)}


def main() -> None:
    weights = create_weights()
    draw = torch.Generator().manual_seed(SEED + 1)
    pieces = [torch.randint(CONFIG["vocabSize"], (BATCH_SIZE, LENGTH + 1), generator=draw) for _ in range(3)]
    batches = [(piece[:, :-1], piece[:, 1:]) for piece in pieces]
    body = {
        "madeBy": {
            "script": "golden/make_micro_gpt.py",
            "python": platform.python_version(),
            "torch": torch.__version__,
            "seed": SEED,
        },
        "config": CONFIG,
        "options": {"learningRate": LEARNING_RATE, "weightDecay": WEIGHT_DECAY},
        "batchSize": BATCH_SIZE,
        "length": LENGTH,
        "batches": [{"inputs": i.flatten().tolist(), "targets": t.flatten().tolist()} for i, t in batches],
        "weights": flat(weights),
        "firstLogits": forward(weights, batches[0][0]).flatten().tolist(),
        **train(weights, batches),
    }
    assert all(math.isfinite(loss) for loss in body["losses"])
    (HERE / "micro-gpt.json").write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
