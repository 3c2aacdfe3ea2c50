"""Texts for the golden files. Escapes are used where a character would be invisible."""

from __future__ import annotations

LOGIT_PROMPTS = ("从前，有一只小兔子", "Once upon a time, there was", "我来自")

#: More than ten a language, so that prompts with a near-tie can be passed over.
GREEDY_PROMPTS = {
    "zh": ("我来自", "从前，有一只小兔子", "从前，有一个", "下雪了，", "奶奶", "春天来了", "老师问：“", "小猫", "晚上，妈妈",
           "“你好，我叫小明。", "冬冬放学回家", "森林里", "为什么天是蓝色的？", "早上，太阳", "静夜思（李白）\n", "爸爸说：“",
           "一天，小红", "河边", "图书馆里", "月亮"),
    "en": ("I come from", "Once upon a time", "One day, a little rabbit", "The old king", "Grandmother", "The cat sat on the",
           '"Where are you going?" asked', "It was raining", "In the garden", "My name is", "Long ago, there lived",
           "The teacher said, ", "Snow is", "A boy named Leo", "Every morning", "The moon", "Why is the sky blue?",
           "Tom and Lily", "The elephant", "At school"),
}

STRINGS = (
    # English
    "Hello", " Hello", "Hello world", "hello, world!", "I come from China.", "I come from Earth.", "Once upon a time",
    "The cat sat on the mat.", "don't", "I'll", "we've", "they're", "it's", "I'm", "she'd", "DON'T", "I'LL", "'twas",
    "don’t", "rock 'n' roll", "Mr. Brown's hat", "well-known", "e-mail", "U.S.A.", "antidisestablishmentarianism",
    "Supercalifragilisticexpialidocious", "aaaaaaaaaaaaaaaaaaaa", "ABC", "aBcDeF", "x", " x", "  x", "x ", "x  ",
    "succession", "naïve café", "Ångström", "ﬁne", "ß", "Straße", "Łódź", "čeština", "Привет, мир", "γειά σου", "שלום", "مرحبا",
    "हिन्दी", "ไทย", "안녕하세요", "こんにちは世界", "カタカナ", "日本語のテキスト",
    # Chinese
    "我来自中国", "我来自地球", "我来自", "我", "从前，有一只小兔子。", "你好，世界！", "春眠不觉晓，处处闻啼鸟。", "静夜思（李白）\n床前明月光，疑是地上霜。",
    "“你好！”他说。", "「引号」与『双引号』", "《红楼梦》第一回", "……——", "，。！？；：、", "（括号）【方括号】〔六角〕", "人人人", "一二三四五六七八九十",
    "二〇二五年", "〇", "々", "人々", "〡〢〣", "⺀⻳⼀", "繁體中文", "龘靐齉", "囍", "㐀㐁", "𠀀", "𠮷野家", "𪚥", "𠮷𠮷𠮷", "中𠮷文", "a𠮷b", "豈",
    "的", " 的", "  的", "的 ", "的\n的", "中文 English 混排", "中文English混排", "用GPT-2写故事", "第3课：token是什么？", "他说hello，她说hi。",
    "5个苹果", "5 个苹果", "３个苹果", "１２３ＡＢＣａｂｃ", "ＧＰＴ－２", "！？，．", "￥100", "100%", "℃", "㎏", "㈠", "①②③", "ⅣⅤ", "½", "²",
    # Numbers
    "0", "1234567890", "3.14159", "1,000,000", "2025-07-11", "12:30", "-5", "1e-4", "x2", "2x", "٣", "१२३", " 42", "  42",
    # Punctuation and symbols
    "!", "!!!", " !!!", "...", " ...", "?!", "\"quoted\"", "(a)", "[b]", "{c}", "a/b\\c", "a_b", "__init__", "#tag", "@user",
    "a=b+c", "x := y", "->", "=>", "<div>", "&amp;", "1 + 1 = 2", "“curly” ‘quotes’", "—", "–", "·", "•", "→", "∑", "≠", "√2",
    # White space
    "", " ", "  ", "   ", "\n", "\n\n", "\n\n\n", "\t", "\t\t", "\r\n", "a\nb", "a\n\nb", "a \n b", "a\r\nb", "a\tb", "  leading",
    "trailing  ", "a  b", "a   b", "a    b\n\n  c", " \n ", "\n ", " \n", "\u00a0", "a\u00a0b", "\u3000全角空格", "中\u3000文",
    "\u2003em", "a\u2028b", "\u0085", "a\u0085b", "\ufeff", "\ufeffbom", "a\ufeffb", "\u200b", "a\u200bb", "\u0000", "\u001f", "\u007f", "\u180e",
    # Emoji, joiners and marks
    "😀", "😀😀", "a😀b", "中😀文", " 😀", "👍🏽", "👩‍🏫", "👨‍👩‍👧‍👦", "🇨🇳", "❤️", "☺", "🦊 says hi", "e\u0301", "中\u0301", "Z͑ͫ̓ͪ̂ͫ", "कि", "\u20e3", "1️⃣", "\ufffd",
    # Special token
    "<|endoftext|>", "a<|endoftext|>b", "<|endoftext|><|endoftext|>", "<|endoftext", "中<|endoftext|>文", "<|endoftext|>\n", " <|endoftext|> ",
)
