"""GPT-2 with the same parameter names and layouts as Hugging Face's GPT2Model.

Shapes: B = batch, T = tokens in the window, C = n_embd, H = n_head, V = vocab_size.
The head is tied to `wte`, so it has no entry of its own in the state dict.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Gpt2Config:
    """Sizes of the network. `n_positions` is the longest window, in tokens."""

    n_layer: int
    n_head: int
    n_embd: int
    n_positions: int
    vocab_size: int
    layer_norm_epsilon: float = 1e-5

    def to_hf(self, eos_token_id: int) -> dict[str, object]:
        """The same sizes under the keys of Hugging Face's GPT2Config."""
        return {
            "model_type": "gpt2",
            "architectures": ["GPT2LMHeadModel"],
            **asdict(self),
            "n_ctx": self.n_positions,
            "activation_function": "gelu_new",
            "attn_pdrop": 0.0,
            "embd_pdrop": 0.0,
            "resid_pdrop": 0.0,
            "tie_word_embeddings": True,
            "bos_token_id": eos_token_id,
            "eos_token_id": eos_token_id,
        }


class Conv1D(nn.Module):
    """GPT-2's linear layer: `weight` is (inputs, outputs), the transpose of nn.Linear's."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(n_in, n_out))
        self.bias = nn.Parameter(torch.zeros(n_out))

    def forward(self, x: Tensor) -> Tensor:
        """(..., n_in) -> (..., n_out)."""
        return x @ self.weight + self.bias


class Attention(nn.Module):
    """Causal self-attention over H heads of C / H channels each."""

    def __init__(self, config: Gpt2Config) -> None:
        super().__init__()
        self.n_head = config.n_head
        self.c_attn = Conv1D(config.n_embd, 3 * config.n_embd)
        self.c_proj = Conv1D(config.n_embd, config.n_embd)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, C) -> (B, T, C)."""
        batch, length, width = x.shape
        heads = (batch, length, self.n_head, width // self.n_head)
        q, k, v = (part.view(heads).transpose(1, 2) for part in self.c_attn(x).split(width, dim=2))
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.c_proj(mixed.transpose(1, 2).reshape(batch, length, width))


class Mlp(nn.Module):
    """Two layers with GPT-2's tanh form of GELU between them."""

    def __init__(self, config: Gpt2Config) -> None:
        super().__init__()
        self.c_fc = Conv1D(config.n_embd, 4 * config.n_embd)
        self.c_proj = Conv1D(4 * config.n_embd, config.n_embd)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, C) -> (B, T, C)."""
        return self.c_proj(F.gelu(self.c_fc(x), approximate="tanh"))


class Block(nn.Module):
    """One pre-norm transformer layer."""

    def __init__(self, config: Gpt2Config) -> None:
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.mlp = Mlp(config)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, C) -> (B, T, C)."""
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class Gpt2(nn.Module):
    """Token ids in, next-token logits out."""

    def __init__(self, config: Gpt2Config) -> None:
        super().__init__()
        self.config = config
        self.wte = nn.Embedding(config.vocab_size, config.n_embd)
        self.wpe = nn.Embedding(config.n_positions, config.n_embd)
        self.h = nn.ModuleList(Block(config) for _ in range(config.n_layer))
        self.ln_f = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)

    def initialise(self, seed: int, std: float = 0.02) -> None:
        """GPT-2's initialisation; the layers that write to the residual stream start smaller."""
        generator = torch.Generator().manual_seed(seed)
        for name, parameter in self.named_parameters():
            if parameter.dim() < 2:
                continue
            scale = std / (2 * self.config.n_layer) ** 0.5 if name.endswith("c_proj.weight") else std
            nn.init.normal_(parameter, 0.0, scale, generator=generator)

    def hidden(self, ids: Tensor) -> Tensor:
        """(B, T) token ids -> (B, T, C) states after the last norm."""
        x = self.wte(ids) + self.wpe.weight[: ids.shape[1]]
        for block in self.h:
            x = block(x)
        return self.ln_f(x)

    def forward(self, ids: Tensor) -> Tensor:
        """(B, T) token ids -> (B, T, V) logits."""
        return self.hidden(ids) @ self.wte.weight.T

    def last_logits(self, ids: Tensor) -> Tensor:
        """(B, T) token ids -> (B, V) logits after the last of them."""
        return self.hidden(ids)[:, -1] @ self.wte.weight.T

    def parameter_count(self) -> int:
        """Trainable numbers, the tied head counted once."""
        return sum(parameter.numel() for parameter in self.parameters())
