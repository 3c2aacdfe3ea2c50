"""The "fewshot" tokenizer: byte-level BPE whose whole vocabulary follows from merges.txt.

Ids: 0..255 are single bytes in GPT-2's order, then one id per merge in file order, then
<|endoftext|> last. The pre-token pattern below is the JavaScript one (`u` flag) written for the
Oniguruma engine; `\\s` is spelled out because the two engines disagree on U+0085 and U+FEFF.
"""

from __future__ import annotations

from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, PreTokenizer, Sequence, Split

from sources import END_OF_TEXT

JAVASCRIPT_PATTERN = (
    r"'s|'t|'re|'ve|'m|'ll|'d|\p{Script=Han}| ?(?:(?!\p{Script=Han})\p{L})+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
)
_SPACES = r"\t\n\x0b\x0c\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"
ONIGURUMA_PATTERN = (
    JAVASCRIPT_PATTERN.replace(r"\p{Script=Han}", r"\p{Han}")
    .replace(r"[^\s", f"[^{_SPACES}")
    .replace(r"\S", f"[^{_SPACES}]")
    .replace(r"\s", f"[{_SPACES}]")
)


def byte_order() -> list[int]:
    """The byte of each id 0..255, in GPT-2's order: the printable ones first."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    return printable + [byte for byte in range(256) if byte not in printable]


def byte_alphabet() -> list[str]:
    """The 256 characters that stand for bytes, in id order: hidden bytes are written from U+0100 on."""
    order = byte_order()
    printable = order.index(0)
    return [chr(byte) for byte in order[:printable]] + [chr(256 + n) for n in range(256 - printable)]


def pre_tokenizer() -> PreTokenizer:
    """Splits by the pattern, then writes each piece in the byte alphabet."""
    split = Split(Regex(ONIGURUMA_PATTERN), behavior="isolated")
    return Sequence([split, ByteLevel(add_prefix_space=False, use_regex=False)])


def read_merges(path: Path) -> list[tuple[str, str]]:
    """Merge pairs of a GPT-2 merges.txt, in order; the first line is its version."""
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    return [(left, right) for left, right in (line.split(" ") for line in lines if line)]


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer that merges.txt defines."""
    merges = read_merges(path)
    tokens = [*byte_alphabet(), *(left + right for left, right in merges), END_OF_TEXT]
    vocabulary = {token: index for index, token in enumerate(tokens)}
    if len(vocabulary) != len(tokens):
        raise ValueError(f"{path}: two merges build the same token")
    tokenizer = Tokenizer(BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = ByteLevelDecoder()
    tokenizer.add_special_tokens([AddedToken(END_OF_TEXT, special=True, normalized=False)])
    return tokenizer
