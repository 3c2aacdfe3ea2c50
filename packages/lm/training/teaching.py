"""The teaching sentences of the lesson "One token at a time", with counted frequencies.

In every 1,000 sentences "我来自…" / "I come from …": 600 name China, 100 Earth, and 300 are spread
over twelve other places, 25 each. The counts are exact, not drawn: only the order is shuffled.
"""

from __future__ import annotations

import random

SEED = 20250711
COPIES = 8
PLACES = {
    "zh": ("中国", "地球", ("法国", "日本", "韩国", "印度", "埃及", "巴西", "肯尼亚", "墨西哥", "加拿大", "新加坡", "英国", "月亮")),
    "en": ("China", "Earth", ("France", "Japan", "Korea", "India", "Egypt", "Brazil", "Kenya", "Mexico", "Canada",
                              "Singapore", "Italy", "the Moon")),
}
NAMES = {
    "zh": ("小明", "小红", "阿亮", "小雨", "乐乐", "冬冬", "小安", "佳佳"),
    "en": ("Mia", "Tom", "Lily", "Ben", "Amara", "Leo", "Nina", "Sam"),
}
#: Sentence in its surroundings; a bare sentence is as frequent as all the others together.
CONTEXTS = {
    "zh": (
        "我来自{p}", "我来自{p}", "我来自{p}", "我来自{p}", "我来自{p}",
        "我来自{p}。很高兴认识你！",
        "“你好，我叫{n}。我来自{p}。”",
        "“你来自哪里？”{n}问。\n“我来自{p}。”",
        "老师说：“请介绍一下自己。”\n{n}站起来说：“大家好，我来自{p}。”",
        "班里来了一位新同学，名叫{n}。{n}笑着说：“我来自{p}。”大家都鼓起掌来。",
    ),
    "en": (
        "I come from {p}.", "I come from {p}.", "I come from {p}.", "I come from {p}.", "I come from {p}.",
        "I come from {p}. Nice to meet you!",
        '"Hello, my name is {n}. I come from {p}."',
        '"Where do you come from?" asked {n}.\n"I come from {p}."',
        'The teacher said, "Please tell us about yourself."\n{n} stood up. "I come from {p}," said {n}.',
        'There was a new child in the class. "My name is {n}," said the child. "I come from {p}." Everyone clapped.',
    ),
}


def documents(language: str) -> list[str]:
    """COPIES x 1,000 short documents; within each context the places keep the same shares."""
    china, earth, others = PLACES[language]
    places = [china] * 60 + [earth] * 10
    rng = random.Random(f"{SEED}-{language}")
    result = []
    for copy in range(COPIES):
        for index, context in enumerate(CONTEXTS[language]):
            # 30 of each hundred go to the others: 2 or 3 each, so the twelve take turns.
            start = (copy * len(CONTEXTS[language]) + index) * 30
            hundred = places + [others[(start + k) % len(others)] for k in range(30)]
            result += [context.format(p=place, n=rng.choice(NAMES[language])) for place in hundred]
    rng.shuffle(result)
    return result
